/**
 * Measures the start of the Worker and the CPU time of workerd for a request, checked and forwarded beside forwarded
 * alone.
 *
 *     node integrations/worker/bench.js
 */

import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";

import { build, post, startServer, startWorker } from "./tests/worker.js";
import { median, request } from "../bench.js";

const REQUESTS = 400;
const ROUNDS = 5;

/** The unit of CPU time in /proc. */
const TICKS_PER_MS = Number(execFileSync("getconf", ["CLK_TCK"])) / 1000;

/** The CPU time of the workerd that this process started, in milliseconds. */
function cpuTime() {
  for (const id of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    try {
      const stat = readFileSync(`/proc/${id}/stat`, "utf8");
      const [name, rest] = [stat.slice(stat.indexOf("(") + 1, stat.lastIndexOf(")")), stat.slice(stat.lastIndexOf(")") + 2)];
      const fields = rest.split(" ");
      if (name === "workerd" && Number(fields[1]) === process.pid) return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_MS;
    } catch {
      // A process that has ended.
    }
  }
  throw new Error("workerd is no child of this process");
}

/** The CPU time of a request, in milliseconds. */
async function cost(worker, path, body) {
  const before = cpuTime();
  for (let sent = 0; sent < REQUESTS; sent += 8) {
    await Promise.all(Array.from({ length: 8 }, () => post(worker.address, path, body)));
  }
  return (cpuTime() - before) / REQUESTS;
}

console.log(/Total Upload.*/.exec(build())[0]);
const server = await startServer();
const firsts = [];
for (let round = 0; round < 5; round++) {
  const worker = await startWorker({ UPSTREAM: server.address });
  const timed = async (path) => {
    const start = performance.now();
    await post(worker.address, path, request(300));
    return performance.now() - start;
  };
  // The first request of all compiles the code of the Worker, and the first checked one the core.
  firsts.push([await timed("/v2/other"), await timed("/v2/checkout_sessions"), await timed("/v2/checkout_sessions")]);
  await worker.stop();
}
const [start, first, second] = [0, 1, 2].map((index) => median(firsts.map((times) => times[index])).toFixed(1));
console.log(`first request of all ${start} ms, first checked ${first} ms, second checked ${second} ms`);

const worker = await startWorker({ UPSTREAM: server.address });
try {
  for (const bytes of [1000, 10_000, 100_000]) {
    const body = request(bytes);
    const rounds = [];
    for (let round = 0; round < ROUNDS; round++) {
      rounds.push([await cost(worker, "/v2/other", body), await cost(worker, "/v2/checkout_sessions", body)]);
    }
    const [without, checked] = [0, 1].map((index) => median(rounds.map((round) => round[index])).toFixed(2));
    const more = median(rounds.map(([without, checked]) => checked - without)).toFixed(2);
    console.log(`${body.length} B: ${without} ms forwarded alone, ${checked} ms checked, ${more} ms more`);
  }
} finally {
  await worker.stop();
  server.close();
}
