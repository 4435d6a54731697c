/**
 * Makes a million calls with an invalid request, and a million with a getter that throws, in one process, or as many as
 * the argument says. The instance must survive, its memory and that of the process must not grow, and the last report
 * must equal the first.
 *
 *     node --expose-gc endurance.js [calls]
 */

import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { join } from "node:path";

import { CONSUMER } from "./paths.js";

const CALLS = Number(process.argv[2] ?? 1_000_000);

/** The number of calls before the first measurement, during which the engine optimises the code. */
const WARM_UP = 50_000;

/** The tolerated growth of the process, in bytes. */
const MAX_GROWTH = 16 * 2 ** 20;

const OPTIONS = { now: "2026-01-13T12:00:00Z" };

const INVALID = { amount: 0, currency: "clp", line_items: [{ quantity: 0 }], customer_data: { email: "nobody" } };

const THROWING = {
  currency: "CLP",
  get amount() {
    throw new Error();
  },
};

/** The memory of every instance of the core. */
const memories = [];
WebAssembly.Instance = class extends WebAssembly.Instance {
  constructor(...args) {
    super(...args);
    memories.push(this.exports.memory);
  }
};

const { validate } = createRequire(join(CONSUMER, "main.js"))("fintoc-preflight");

endure("invalid requests", INVALID);
endure("getters that throw", THROWING);

function endure(what, value) {
  const first = JSON.stringify(validate(value, OPTIONS));
  call(value, WARM_UP);
  const before = measure();
  call(value, CALLS);
  const after = measure();

  assert.equal(JSON.stringify(validate(value, OPTIONS)), first);
  assert.equal(JSON.parse(first).valid, false);
  assert.equal(memories.length, 1, "one instance answers every call");
  assert.equal(after.instance, before.instance, "the memory of the instance has grown");
  assert.ok(after.process - before.process < MAX_GROWTH, "the memory of the process has grown");
  console.log(
    `${CALLS} ${what}: the instance ${mebibytes(before.instance)}, ` +
      `then ${mebibytes(after.instance)}; the process ${mebibytes(before.process)}, then ${mebibytes(after.process)}`,
  );
}

function call(value, times) {
  for (let i = 0; i < times; i++) validate(value, OPTIONS);
}

function measure() {
  globalThis.gc();
  return { instance: memories[0].buffer.byteLength, process: process.memoryUsage().rss };
}

function mebibytes(bytes) {
  return `${(bytes / 2 ** 20).toFixed(1)} MiB`;
}
