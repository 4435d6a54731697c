/** The Worker as wrangler builds it, in workerd, and a server in place of Fintoc's API. */

import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { readFileSync, readdirSync } from "node:fs";
import { createServer, request as send } from "node:http";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { Log, LogLevel, Miniflare } from "miniflare";

export const FOLDER = fileURLToPath(new URL("..", import.meta.url));
const DIST = join(FOLDER, "dist");

/** The folder of an installed package. */
const installed = (name) => dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));

/** A Node.js that is new enough for wrangler, which npm installs on Linux; elsewhere this one. */
function newestNode() {
  try {
    return join(installed("node-26"), "bin/node");
  } catch {
    return process.execPath;
  }
}

/** Builds the Worker by wrangler, and returns what wrangler prints. */
export function build() {
  const wrangler = join(installed("wrangler"), "bin/wrangler.js");
  const env = { ...process.env, WRANGLER_SEND_METRICS: "false", CI: "true" };
  const args = [wrangler, "deploy", "--dry-run", "--outdir", "dist"];
  return execFileSync(newestNode(), args, { cwd: FOLDER, env, encoding: "utf8" });
}

/** Starts a server that answers with the body it gets, and keeps each request in `requests`. */
export async function startServer() {
  const requests = [];
  const server = createServer(async (request, response) => {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const { method, url, headers } = request;
    requests.push({ method, url, headers, body: Buffer.concat(chunks) });
    response.writeHead(201, { "content-type": "application/json" }).end(Buffer.concat(chunks));
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  return { requests, address: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}

/**
 * Starts the Worker.
 *
 * @param {Record<string, string>} bindings
 */
export async function startWorker(bindings) {
  const wasm = readdirSync(DIST).filter((name) => name.endsWith(".wasm"));
  let log = "";
  const miniflare = new Miniflare({
    compatibilityDate: "2026-07-01",
    bindings,
    log: new Log(LogLevel.ERROR),
    handleRuntimeStdio(stdout, stderr) {
      for (const stream of [stdout, stderr]) stream.on("data", (data) => (log += data));
    },
    modules: [
      { type: "ESModule", path: "index.js", contents: readFileSync(join(DIST, "index.js"), "utf8") },
      ...wasm.map((path) => ({ type: "CompiledWasm", path, contents: readFileSync(join(DIST, path)) })),
    ],
  });
  const address = (await miniflare.ready).origin;
  return { address, log: () => log, stop: () => miniflare.dispose() };
}

/** Sends a body, or several chunks without a length, and returns the answer. The path is sent as it is. */
export function post(address, path, body, { method = "POST", headers = {} } = {}) {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(address);
    const length = Array.isArray(body) ? {} : { "content-length": Buffer.byteLength(body) };
    const request = send({ agent: false, hostname, port, path, method, headers: { ...length, ...headers } });
    request.on("error", reject).on("response", async (response) => {
      const chunks = [];
      for await (const chunk of response) chunks.push(chunk);
      resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks).toString() });
    });
    for (const chunk of [body].flat()) request.write(chunk);
    request.end();
  });
}
