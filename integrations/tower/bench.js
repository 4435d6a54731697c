/**
 * Measures the requests per second of the example server with the layer and without, in turns, and prints the ratio.
 *
 *     node integrations/tower/bench.js OHA [SERVER]
 */

import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

const [oha, program = "target/release/examples/server"] = process.argv.slice(2);
const ROUNDS = 7;
const SECONDS = 2;

/** A valid request of about so many bytes. */
function request(bytes) {
  const item = { quantity: 1, price_data: { currency: "CLP", unit_amount: 100, product_data: { name: "Silla de madera" } } };
  const line_items = Array.from({ length: Math.max(1, Math.floor(bytes / 125)) }, () => item);
  return JSON.stringify({ amount: 100 * line_items.length, currency: "CLP", ui_mode: "embedded", line_items });
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1];

const folder = mkdtempSync(join(tmpdir(), "bench-"));
const server = spawn(program, ["127.0.0.1:0"], { stdio: ["ignore", "pipe", "inherit"] });
const [address] = await once(createInterface({ input: server.stdout }), "line");

/** The requests per second of one run; fails if any was not answered with 201. */
function run(path, file) {
  const args = ["-z", `${SECONDS}s`, "-c", "32", "-m", "POST", "-D", file, "--no-tui", "--output-format", "json"];
  const { summary, statusCodeDistribution } = JSON.parse(execFileSync(oha, [...args, address + path]));
  if (Object.keys(statusCodeDistribution).join() !== "201") throw new Error(JSON.stringify(statusCodeDistribution));
  return summary.requestsPerSec;
}

try {
  for (const bytes of [300, 1000, 10_000, 100_000]) {
    const file = join(folder, "body.json");
    const body = request(bytes);
    writeFileSync(file, body);
    const rounds = Array.from({ length: ROUNDS }, () => [run("/unchecked", file), run("/v2/checkout_sessions", file)]);
    const [without, layer] = [0, 1].map((index) => median(rounds.map((round) => round[index])));
    const ratio = median(rounds.map(([without, layer]) => layer / without));
    console.log(
      `${body.length} B: ${Math.round(without)} a second without, ${Math.round(layer)} with the layer: ${ratio.toFixed(2)}`,
    );
  }
} finally {
  server.kill();
  rmSync(folder, { recursive: true });
}
