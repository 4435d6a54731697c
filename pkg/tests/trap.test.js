/** Traps of the core: a new instance takes over, without any state of the old one. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { createStandardSchema } from "../src/standard-schema.js";
import { toFintocError } from "../src/error.js";
import { NOW, createEntry, instantiate, trappingAt } from "./core.js";

const TRAP = JSON.stringify({ amount: 350000, currency: "CLP", ui_mode: "embedded", metadata: { note: "trap" } });
const OTHER = JSON.stringify({ amount: 0, currency: "CLP", ui_mode: "embedded" });

const reportOf = (api, text, options) => api.validateJson(text, { now: NOW, ...options });

const whole = createEntry(instantiate);

/** Returns an API over the instances that `makers` make in turn, and the number of instances made. */
function over(...makers) {
  let made = 0;
  const api = createEntry(() => makers[Math.min(made++, makers.length - 1)]());
  return { api, made: () => made };
}

test("a new instance answers the call that trapped", () => {
  const { api, made } = over(trappingAt(TRAP.length), instantiate);
  assert.deepEqual(reportOf(api, TRAP), reportOf(whole, TRAP));
  assert.equal(made(), 2);
});

test("calls before and after a trap are answered correctly", () => {
  const { api } = over(trappingAt(TRAP.length), instantiate);
  for (const text of [OTHER, TRAP, OTHER, TRAP, OTHER]) assert.deepEqual(reportOf(api, text), reportOf(whole, text));
});

test("a trap of both instances fails closed, in the language of the options, and the next call works", () => {
  const { api, made } = over(trappingAt(TRAP.length));
  for (const [locale, message] of [
    ["en", /^the request could not be checked/],
    ["es-CL", /^no se pudo revisar/],
  ]) {
    const report = reportOf(api, TRAP, { locale });
    assert.equal(report.valid, false);
    assert.equal(report.errors.length, 1);
    assert.equal(report.errors[0].rule, "internal-error");
    assert.match(report.errors[0].message, message);
    assert.deepEqual(report.warnings, []);
    assert.equal(toFintocError(report).error.type, "api_error");
    assert.deepEqual(reportOf(api, OTHER), reportOf(whole, OTHER));
  }
  assert.equal(made(), 5);
});

test("parse and the schema fail closed, too", () => {
  const { api } = over(trappingAt(TRAP.length));
  const request = JSON.parse(TRAP);
  assert.throws(() => api.parse(request, { now: NOW }), { name: "PreflightError" });
  const result = createStandardSchema(api.api, undefined, "v2")["~standard"].validate(request, { libraryOptions: { now: NOW } });
  assert.equal(result.issues[0].rule, "internal-error");
  assert.ok(!("value" in result));
});

test("a trap while the options are read fails closed", () => {
  const api = createEntry(() => ({
    ...instantiate(),
    rule_index: () => {
      throw new WebAssembly.RuntimeError();
    },
  }));
  assert.equal(reportOf(api, OTHER, { levels: { enum: "warn" } }).errors[0].rule, "internal-error");
});

test("views are renewed when the memory grows", () => {
  const api = createEntry(instantiate);
  const long = JSON.stringify({ ...JSON.parse(OTHER), metadata: { note: "n".repeat(900_000) } });
  for (const text of [OTHER, long, OTHER]) assert.deepEqual(reportOf(api, text), reportOf(createEntry(instantiate), text));
});

test("an instance whose memory has grown large is replaced", () => {
  let made = 0;
  const api = createEntry(() => {
    made++;
    return instantiate();
  });
  const violations = JSON.stringify({ line_items: Array.from({ length: 100_000 }, () => 0) });
  assert.equal(reportOf(api, violations, { maxViolations: 1_000_000 }).valid, false);
  assert.deepEqual(reportOf(api, OTHER), reportOf(whole, OTHER));
  assert.equal(made, 2);
});

test("an error of instantiation is thrown unchanged", () => {
  const api = createEntry(() => {
    throw new Error("no WebAssembly");
  });
  assert.throws(() => reportOf(api, OTHER), { message: "no WebAssembly" });
  const { issues } = createStandardSchema(api.api, undefined, "v2")["~standard"].validate({});
  assert.deepEqual(issues, [{ message: "no WebAssembly", path: [] }]);
});
