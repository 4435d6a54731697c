/**
 * The cost of a verdict as a multiple of `JSON.parse` of the same text, which the same process measures in the same round.
 *
 * Every candidate has a process of its own, so that none spoils what the engine has learnt for another. They take turns
 * in every round, so that whatever else the machine does slows all of them.
 */

import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

import { CANDIDATES } from "./candidates.js";
import { summarize } from "./stats.js";

const WORKER = fileURLToPath(new URL("speed-worker.js", import.meta.url));

/**
 * @param {{ node: string, file: string, rounds: number, turn: number }} options
 *   the program, the file with the requests, how many rounds count, and the milliseconds of one turn
 * @returns for each candidate, request and way the summary of the multiples, and the milliseconds of every round
 */
export async function measureSpeed({ node, file, rounds, turn }) {
  const workers = CANDIDATES.map(({ id }) => ({ id, child: fork(WORKER, [id, file, turn], { execPath: node }) }));
  const results = new Map();
  // In the first rounds the engines still compile.
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

/** One round of one candidate. */
async function ask(child) {
  const died = new AbortController();
  const fail = () => died.abort(new Error(`${child.spawnargs.join(" ")} has ended`));
  child.once("exit", fail);
  child.send("round");
  const [times] = await once(child, "message", { signal: died.signal });
  child.off("exit", fail);
  return times;
}
