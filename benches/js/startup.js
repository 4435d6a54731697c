/** Measures the time from the import to the first result, in a new process or page each time. */

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { build } from "esbuild";

import { launchBrowser } from "../../tests/npm/js/browsers.js";
import { CANDIDATES } from "./candidates.js";
import { HERE } from "./paths.js";
import { summarize } from "./stats.js";

const WORKER = fileURLToPath(new URL("startup-worker.js", import.meta.url));

/** Measures in Node.js: milliseconds, and the growth of the process in megabytes. */
export function measureStartup({ node, file, rounds }) {
  const samples = CANDIDATES.map(({ id }) => ({ candidate: id, time: [], resident: [], heap: [] }));
  for (let round = 0; round < rounds; round++) {
    for (const { candidate, time, resident, heap } of samples) {
      const output = execFileSync(node, ["--expose-gc", WORKER, candidate, file], { encoding: "utf8" });
      const sample = JSON.parse(output);
      time.push(sample.time);
      resident.push(sample.resident);
      heap.push(sample.heap);
    }
  }
  return samples.map(({ candidate, time, resident, heap }) => ({
    candidate,
    time: summarize(time),
    resident: summarize(resident),
    heap: summarize(heap),
  }));
}

/** Measures in Chromium: milliseconds, each time in a new context with an empty cache. */
export async function measureStartupInChromium({ file, rounds }) {
  const [{ text }] = JSON.parse(readFileSync(file, "utf8"));
  const served = new Map([["/", { type: "text/html", body: "<!doctype html>" }]]);
  for (const { id } of CANDIDATES) served.set(`/${id}.js`, { type: "text/javascript", body: await bundle(id) });
  const server = await listen(served);
  const browser = await launchBrowser("chromium");
  const samples = CANDIDATES.map(({ id }) => ({ candidate: id, time: [] }));
  try {
    for (let round = 0; round < rounds; round++) {
      for (const { candidate, time } of samples) {
        const context = await browser.createBrowserContext();
        const page = await context.newPage();
        await page.goto(`http://127.0.0.1:${server.address().port}/`);
        time.push(await page.evaluate(firstVerdict, `/${candidate}.js`, text));
        await context.close();
      }
    }
    const version = await browser.version();
    return { version, samples: samples.map(({ candidate, time }) => ({ candidate, time: summarize(time) })) };
  } finally {
    await browser.close();
    server.close();
  }
}

/** Runs in the page. Fetches the script into the cache first, so that the network is not measured. */
async function firstVerdict(script, text) {
  const value = JSON.parse(text);
  await (await fetch(script)).text();
  const start = performance.now();
  const { check } = await import(script);
  check(value);
  return performance.now() - start;
}

/** Returns the candidate bundled into one script. */
async function bundle(id) {
  const { outputFiles } = await build({
    entryPoints: [join(HERE, "candidates", `${id}.js`)],
    bundle: true,
    write: false,
    minify: true,
    format: "esm",
  });
  return outputFiles[0].text;
}

async function listen(served) {
  const server = createServer(({ url }, response) => {
    const { type, body } = served.get(url) ?? { type: "text/plain", body: "" };
    response.writeHead(200, { "content-type": `${type}; charset=utf-8`, "cache-control": "max-age=600" }).end(body);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return server;
}
