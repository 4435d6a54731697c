/** The process of one candidate. Measures one round for each message, and answers with the times. */

import { readFileSync } from "node:fs";

import { load } from "./candidates.js";

const [id, file, turn] = process.argv.slice(2);
const { check, checkJson = (text) => check(JSON.parse(text)), pathsOf } = await load(id);
const takesBytes = id === "preflight";

/** Holds the last result, so that engines do not remove the measured calls as dead code. */
let kept;

const cases = JSON.parse(readFileSync(file, "utf8")).flatMap(({ name, text, violations }) => {
  const value = JSON.parse(text);
  const bytes = new TextEncoder().encode(text);
  const found = pathsOf(check(value)).length;
  if (violations === 0 ? found > 0 : found === 0) throw new Error(`${id} finds ${found} violations in ${name}`);
  const parse = () => JSON.parse(text);
  return [
    { input: name, way: "text", parse, run: () => checkJson(text) },
    ...(takesBytes ? [{ input: name, way: "bytes", parse, run: () => checkJson(bytes) }] : []),
    { input: name, way: "object", parse, run: () => check(value) },
  ];
});

process.on("message", () => {
  process.send(cases.map(({ input, way, parse, run }) => ({ input, way, time: timeOf(run), parseTime: timeOf(parse) })));
});

/** Returns the mean milliseconds of a call, over as many calls as fit a turn. */
function timeOf(call) {
  const start = performance.now();
  let calls = 0;
  let elapsed = 0;
  let batch = 1;
  while (elapsed < turn) {
    for (let index = 0; index < batch; index++) kept = call();
    calls += batch;
    elapsed = performance.now() - start;
    // Larger batches make the time for reading the clock negligible.
    if (elapsed < turn / 4) batch *= 2;
  }
  return elapsed / calls;
}
