/**
 * Measures the latency of Envoy with the filter and with it disabled, one request at a time and in turns, and prints
 * the ratio; and the CPU time of Envoy for a request.
 *
 *     node integrations/envoy/bench.js
 */

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { Agent, request as send } from "node:http";

import { startEnvoy, startServer } from "./tests/gateway.js";
import { median, request } from "../bench.js";

const ROUNDS = 15;
const REQUESTS = 400;
const PATH = "/v2/checkout_sessions";

/** The unit of CPU time in /proc. */
const TICKS_PER_MS = Number(execFileSync("getconf", ["CLK_TCK"])) / 1000;

const agent = new Agent({ keepAlive: true, maxSockets: 1 });

/** Sends a body on a connection that stays open, and returns the time until the whole answer is here. */
function latency(port, body) {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const headers = { "content-length": Buffer.byteLength(body) };
    send({ agent, host: "127.0.0.1", port, path: PATH, method: "POST", headers })
      .on("error", reject)
      .on("response", (response) => {
        if (response.statusCode !== 201) reject(new Error(`status ${response.statusCode}`));
        response.resume().on("end", () => resolve(performance.now() - start));
      })
      .end(body);
  });
}

/** The CPU time of a process, in milliseconds. */
function cpuTime(id) {
  const fields = readFileSync(`/proc/${id}/stat`, "utf8").split(") ")[1].split(" ");
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_MS;
}

/** The median latency and the mean CPU time of a request. */
async function run({ port, id }, body) {
  const times = [];
  const before = cpuTime(id);
  for (let sent = 0; sent < REQUESTS; sent++) times.push(await latency(port, body));
  return { latency: median(times), cpu: (cpuTime(id) - before) / REQUESTS };
}

const server = await startServer();
const filtering = await startEnvoy(server.port);
const plain = await startEnvoy(server.port, [
  ["- name: fintoc-preflight\n", "- name: fintoc-preflight\n                    disabled: true\n"],
]);
try {
  for (const bytes of [1000, 10_000, 100_000]) {
    const body = request(bytes);
    await run(filtering, body);
    await run(plain, body);
    const rounds = [];
    for (let round = 0; round < ROUNDS; round++) {
      server.requests.length = 0;
      rounds.push({ without: await run(plain, body), filter: await run(filtering, body) });
    }
    // The best round of each, as a busy machine only adds to both; the CPU time is the mean.
    const best = (name) => Math.min(...rounds.map((round) => round[name].latency));
    const mean = (name) => rounds.reduce((sum, round) => sum + round[name].cpu, 0) / ROUNDS;
    const [without, filter] = ["without", "filter"].map((name) => ({ latency: best(name), cpu: mean(name) }));
    console.log(
      `${body.length} B: ${without.latency.toFixed(2)} ms without, ${filter.latency.toFixed(2)} ms with the filter: ` +
        `${(filter.latency / without.latency).toFixed(2)}; CPU time ${without.cpu.toFixed(3)} and ${filter.cpu.toFixed(3)} ms`,
    );
  }
} finally {
  agent.destroy();
  await filtering.stop();
  await plain.stop();
  server.close();
}
