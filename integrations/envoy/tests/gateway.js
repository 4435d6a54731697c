/** Envoy with the filter, and a server behind it, on ports of their own. */

import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, request as send } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const path = (name) => fileURLToPath(new URL(name, import.meta.url));

/** The program of Envoy. */
const { ENVOY = path("../../../target/envoy/bin/envoy") } = process.env;

export const FOLDER = path("..");
const BUILT = "target/wasm32-wasip1/release/fintoc_preflight_envoy.wasm";
export const TRAPPING = "target/wasm32-wasip1/debug/fintoc_preflight_envoy.wasm";

/** Starts a server that answers with what it gets: the body, and the headers of the request in `received`. */
export async function startServer() {
  const requests = [];
  const server = createServer(async (request, response) => {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    requests.push({ headers: request.headers, trailers: request.trailers, body });
    response.writeHead(201, { "content-type": "application/json" }).end(body);
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  return { requests, port: server.address().port, close: () => server.close() };
}

/**
 * Starts Envoy with `envoy.yaml`, other ports, and changes.
 *
 * @param {number} port of the server behind it
 * @param {[string, string][]} changes texts of envoy.yaml, and what replaces them
 */
export async function startEnvoy(port, changes = []) {
  let config = readFileSync(join(FOLDER, "envoy.yaml"), "utf8");
  const ports = [["port_value: 9901", "port_value: 0"], ["port_value: 10000", "port_value: 0"]];
  for (const [text, replacement] of [...ports, ["port_value: 3000", `port_value: ${port}`], ...changes]) {
    if (!config.includes(text)) throw new Error(`envoy.yaml has no ${text}`);
    config = config.replace(text, replacement);
  }
  const folder = mkdtempSync(join(tmpdir(), "envoy-"));
  const [file, address] = ["envoy.yaml", "admin"].map((name) => join(folder, name));
  writeFileSync(file, config);
  const flags = ["--use-dynamic-base-id", "--concurrency", "1", "--log-level", "warning"];
  const stdio = ["ignore", "ignore", "pipe"];
  const envoy = spawn(ENVOY, ["-c", file, "--admin-address-path", address, ...flags], { cwd: FOLDER, stdio });
  let log = "";
  envoy.stderr.on("data", (data) => (log += data));
  const exit = once(envoy, "close");
  const stop = async () => {
    envoy.kill();
    await exit;
    rmSync(folder, { recursive: true });
  };
  const admin = () => `http://${readFileSync(address, "utf8").trim()}`;
  const isReady = async () => existsSync(address) && (await fetch(`${admin()}/ready`)).ok;
  for (let waited = 0; !(await isReady().catch(() => false)); waited += 50) {
    if (envoy.exitCode !== null || waited > 30_000) {
      await stop();
      throw new Error(`Envoy does not start: ${log}`);
    }
    await sleep(50);
  }
  const { listener_statuses: [listener] } = await (await fetch(`${admin()}/listeners?format=json`)).json();
  /** The counters whose names contain a text, by name. */
  const counters = async (text) => {
    const lines = (await (await fetch(`${admin()}/stats?usedonly`)).text()).split("\n");
    const found = lines.filter((line) => line.includes(text)).map((line) => line.split(": "));
    return Object.fromEntries(found.map(([name, value]) => [name, Number(value)]));
  };
  const { port_value } = listener.local_address.socket_address;
  return { port: port_value, id: envoy.pid, stop, counters, log: () => log };
}

/** Sends a body, or several chunks without a length, and returns the answer. */
export function post(port, path, body, { method = "POST", headers = {}, trailers } = {}) {
  return new Promise((resolve, reject) => {
    const chunked = Array.isArray(body) || trailers !== undefined;
    const length = chunked ? { "transfer-encoding": "chunked" } : { "content-length": Buffer.byteLength(body) };
    const request = send({ host: "127.0.0.1", port, path, method, headers: { ...length, ...headers } });
    request.on("error", reject).on("response", async (response) => {
      const chunks = [];
      for await (const chunk of response) chunks.push(chunk);
      resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks).toString() });
    });
    for (const chunk of [body].flat()) request.write(chunk);
    if (trailers) request.addTrailers(trailers);
    request.end();
  });
}
