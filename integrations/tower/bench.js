/**
 * Measures the requests per second of the example server with the layer and without, in turns, and the CPU time of the
 * server for a request. The handler does not read the body, so the ratio is the lowest that a service can see.
 *
 *     node integrations/tower/bench.js OHA [SERVER]
 */

import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

import { median, request } from "../bench.js";

const [oha, program = "target/release/examples/server"] = process.argv.slice(2);
const ROUNDS = 7;
const SECONDS = 2;

/** The unit of CPU time in /proc. */
const TICKS_PER_US = Number(execFileSync("getconf", ["CLK_TCK"])) / 1e6;

const folder = mkdtempSync(join(tmpdir(), "bench-"));
const server = spawn(program, ["127.0.0.1:0"], { stdio: ["ignore", "pipe", "inherit"] });
const [address] = await once(createInterface({ input: server.stdout }), "line");

/** The CPU time of the server, in microseconds. */
function cpuTime() {
  const fields = readFileSync(`/proc/${server.pid}/stat`, "utf8").split(") ")[1].split(" ");
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_US;
}

/** The requests per second of one run, and the CPU time of each; fails if any was not answered with 201. */
function run(path, file) {
  const args = ["-z", `${SECONDS}s`, "-c", "32", "-m", "POST", "-D", file, "--no-tui", "--output-format", "json"];
  const before = cpuTime();
  const { summary, statusCodeDistribution } = JSON.parse(execFileSync(oha, [...args, address + path]));
  if (Object.keys(statusCodeDistribution).join() !== "201") throw new Error(JSON.stringify(statusCodeDistribution));
  return { rate: summary.requestsPerSec, cpu: (cpuTime() - before) / statusCodeDistribution["201"] };
}

try {
  for (const bytes of [300, 1000, 10_000, 100_000]) {
    const file = join(folder, "body.json");
    const body = request(bytes);
    writeFileSync(file, body);
    const rounds = Array.from({ length: ROUNDS }, () => ({
      without: run("/unchecked", file),
      layer: run("/v2/checkout_sessions", file),
    }));
    const of = (value) => median(rounds.map(value));
    const ratio = of(({ without, layer }) => layer.rate / without.rate).toFixed(2);
    const rates = [of(({ without }) => without.rate), of(({ layer }) => layer.rate)].map(Math.round);
    const cpu = [of(({ without }) => without.cpu), of(({ layer }) => layer.cpu)].map((time) => time.toFixed(1));
    console.log(
      `${body.length} B: ${rates[0]} a second without, ${rates[1]} with the layer: ${ratio}; ` +
        `CPU time ${cpu[0]} and ${cpu[1]} us`,
    );
  }
} finally {
  server.kill();
  rmSync(folder, { recursive: true });
}
