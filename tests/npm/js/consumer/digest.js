/**
 * Prints a digest of the reports on all cases in a file.
 *
 *     node digest.js cases.jsonl [workers]
 *
 * With a number of workers, each of them validates all cases at the same time as the others; prints one digest a line.
 */

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { Worker, isMainThread, parentPort, workerData } from "node:worker_threads";

import { validate, validateJson } from "fintoc-preflight";

if (isMainThread) {
  const [path, workers] = process.argv.slice(2);
  const digests = workers ? Array.from({ length: Number(workers) }, () => inWorker(path)) : [digestOf(path)];
  console.log((await Promise.all(digests)).join("\n"));
} else {
  parentPort.postMessage(digestOf(workerData));
}

function inWorker(path) {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: path });
    worker.once("message", resolve);
    worker.once("error", reject);
  });
}

function digestOf(path) {
  const hash = createHash("sha256");
  for (const line of readFileSync(path, "utf8").trimEnd().split("\n")) {
    const { input, body, options } = JSON.parse(line);
    const report = input === "text" ? validateJson(body, options) : validate(JSON.parse(body), options);
    hash.update(`${JSON.stringify(report)}\n`);
  }
  return hash.digest("hex");
}
