/** Loads one candidate, validates one request, and prints the time and the memory. */

import { readFileSync } from "node:fs";

import { load } from "./candidates.js";

const MEGABYTE = 1024 * 1024;

const [id, file] = process.argv.slice(2);
const [{ text }] = JSON.parse(readFileSync(file, "utf8"));
const value = JSON.parse(text);

const before = memory();
const start = performance.now();
const { check } = await load(id);
const report = check(value);
const time = performance.now() - start;
const after = memory();

// The result and the function are used here, so that they are alive when the memory is measured.
console.log(JSON.stringify({ time, ...difference(after, before), kept: [report, check].length }));

/** Returns the memory in use after garbage collection. */
function memory() {
  globalThis.gc();
  const { rss, heapUsed, external } = process.memoryUsage();
  return { resident: rss, heap: heapUsed + external };
}

function difference(after, before) {
  const megabytes = (name) => (after[name] - before[name]) / MEGABYTE;
  return { resident: megabytes("resident"), heap: megabytes("heap") };
}
