/**
 * Measures what a call of the package costs over what it cannot do without: encoding the text into the instance, and
 * the export of the core. `node benches/js/calls.js [FOLDER]` prints a table; the folder is that of the built package.
 *
 * All ways take turns in one process, so that other load on the machine slows all of them; the figure of each is that
 * of its fastest rounds, the tenth percentile.
 */

import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const ROUNDS = 200;
const CALLS = 500;

const NOW = Date.parse("2026-01-13T12:00:00Z");

/** A request without a mistake, as small as there is. */
const TEXT = '{"amount":350000,"currency":"CLP","ui_mode":"embedded"}';
const VALUE = JSON.parse(TEXT);

const dist = resolve(process.argv[2] ?? new URL("../../pkg/dist", import.meta.url).pathname);
const { createValidator, validate, validateJson } = await import(pathToFileURL(join(dist, "index.js")));
const core = new WebAssembly.Instance(new WebAssembly.Module(readFileSync(join(dist, "core.wasm")))).exports;

const address = core.input(4096);
const input = new Uint8Array(core.memory.buffer, address, 4096);
const encoder = new TextEncoder();
const bare = () =>
  core.validate(encoder.encodeInto(TEXT, input).written, 0, 0, 0, NOW, 1000, false, false, false) === 1;

const validator = createValidator({ now: NOW, locale: "es-CL" });

/** The name of each way, and a call that is true for the valid request. */
const WAYS = [
  ["encodeInto and the export", bare],
  ["the same and Date.now()", () => Date.now() > 0 && bare()],
  ["validateJson(text)", () => validateJson(TEXT).valid],
  ["validateJson(text, { now })", () => validateJson(TEXT, { now: NOW }).valid],
  ["validateJson(text, { version, now, locale })", () => validateJson(TEXT, { version: "v2", now: NOW, locale: "es-CL" }).valid],
  ["validator.validateJson(text)", () => validator.validateJson(TEXT).valid],
  ["JSON.stringify, encodeInto and the export", () => JSON.stringify(VALUE).length > 0 && bare()],
  ["validate(value, { now })", () => validate(VALUE, { now: NOW }).valid],
  ["validator.validate(value)", () => validator.validate(VALUE).valid],
];

const times = WAYS.map(() => []);
for (let round = -ROUNDS; round < ROUNDS; round++) {
  for (const [index, [, call]] of WAYS.entries()) {
    const start = process.hrtime.bigint();
    let valid = 0;
    for (let count = 0; count < CALLS; count++) if (call()) valid++;
    const time = Number(process.hrtime.bigint() - start) / CALLS;
    if (valid !== CALLS) throw new Error(`${WAYS[index][0]} finds the request invalid`);
    if (round >= 0) times[index].push(time);
  }
}

const fast = times.map((each) => each.sort((one, other) => one - other)[Math.floor(ROUNDS / 10)]);
console.log(`Node.js ${process.version}: nanoseconds, over the first, times the first`);
for (const [index, [name]] of WAYS.entries()) {
  const over = fast[index] - fast[0];
  console.log(`${name.padEnd(46)} ${fast[index].toFixed(0).padStart(6)} ${over.toFixed(0).padStart(6)} ${(fast[index] / fast[0]).toFixed(2).padStart(6)}`);
}
