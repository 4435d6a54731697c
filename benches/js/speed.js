/**
 * Measures the cost of a validation as a multiple of `JSON.parse` of the same text, measured by the same process in the
 * same round.
 *
 * Every candidate has its own process, so that its code does not affect the engine's optimizations for another. They
 * take turns in every round, so that other load on the machine slows all of them.
 */

import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

import { CANDIDATES } from "./candidates.js";
import { summarize } from "./stats.js";

const WORKER = fileURLToPath(new URL("speed-worker.js", import.meta.url));

/**
 * Measures all candidates in one Node.js.
 *
 * @param {{ node: string, file: string, rounds: number, turn: number }} options
 *   the executable of Node.js, the file with the requests, the number of rounds, and the milliseconds of one turn
 * @returns for each candidate, request and form of input: the summary of the multiples, and the milliseconds of each
 *   round
 */
export async function measureSpeed({ node, file, rounds, turn }) {
  const workers = CANDIDATES.map(({ id }) => ({ id, child: fork(WORKER, [id, file, turn], { execPath: node }) }));
  const results = new Map();
  // In the first rounds the engines still compile, so they do not count.
  const warmUp = Math.ceil(rounds / 4);
  try {
    for (let round = -warmUp; round < rounds; round++) {
      for (const { id, child } of workers) {
        for (const { input, way, time, parseTime } of await ask(child)) {
          const key = JSON.stringify({ candidate: id, input, way });
          if (round >= 0) results.set(key, [...(results.get(key) ?? []), { time, multiple: time / parseTime }]);
        }
      }
    }
  } finally {
    for (const { child } of workers) child.kill();
  }
  return Array.from(results, ([key, rounds]) => ({
    ...JSON.parse(key),
    ...summarize(rounds.map(({ multiple }) => multiple)),
    times: rounds.map(({ time }) => time),
  }));
}

/** Runs one round of one candidate. */
async function ask(child) {
  const died = new AbortController();
  const fail = () => died.abort(new Error(`${child.spawnargs.join(" ")} has ended`));
  child.once("exit", fail);
  child.send("round");
  const [times] = await once(child, "message", { signal: died.signal });
  child.off("exit", fail);
  return times;
}
