/** Suggestions that are refused, and values that are left alone. What is applied is tested with every example. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { applySuggestions } from "../src/suggestions.js";

const report = (...errors) => ({ valid: false, errors, warnings: [] });
const at = (path, suggestion, rule = "enum") => ({ rule, path, param: path.join("."), suggestion });

test("values and names are replaced at their place, and the original stays", () => {
  const request = Object.freeze({ amout: "1", items: Object.freeze([Object.freeze({ quantity: "2", b: 1 })]), z: 1 });
  const { value, applied } = applySuggestions(
    request,
    report(at(["amout"], "amount", "unknown-field"), at(["items", 0, "quantity"], 2, "type")),
  );
  assert.equal(JSON.stringify(value), '{"amount":"1","items":[{"quantity":2,"b":1}],"z":1}');
  assert.deepEqual(applied.map(({ param }) => param), ["items.0.quantity", "amout"]);
  assert.equal(JSON.stringify(request), '{"amout":"1","items":[{"quantity":"2","b":1}],"z":1}');
});

test("a currency is written in capitals, and never becomes another", () => {
  const apply = (currency, suggestion) => applySuggestions({ currency }, report(at(["currency"], suggestion)));
  assert.deepEqual(apply("clp", "CLP").value, { currency: "CLP" });
  assert.deepEqual(apply("COP", "CLP"), { value: { currency: "COP" }, applied: [] });
});

test("a name that exists already is not overwritten", () => {
  const request = { amount: 1, amout: 2 };
  assert.deepEqual(applySuggestions(request, report(at(["amout"], "amount", "unknown-field"))), { value: request, applied: [] });
});

test("what JSON does not write member by member is left alone", () => {
  for (const inner of [new Map([["a", 1]]), { a: 1, toJSON: () => ({ a: 1 }) }, null, "text", 7]) {
    const request = { inner };
    assert.deepEqual(applySuggestions(request, report(at(["inner", "a"], 2))), { value: request, applied: [] });
  }
  assert.deepEqual(applySuggestions("text", report(at([], 2))), { value: "text", applied: [] });
});

test("a member named __proto__ stays a member", () => {
  const request = JSON.parse('{"__proto__": {"a": 1}, "currency": "clp"}');
  const { value } = applySuggestions(request, report(at(["currency"], "CLP")));
  assert.equal(JSON.stringify(value), '{"__proto__":{"a":1},"currency":"CLP"}');
});

test("what is not certain is refused: two fixes that disagree, an array, two names that become one", () => {
  const request = { amount: 1, flow: "x", list: ["1"], amout: 1, amoutn: 2 };
  for (const errors of [
    [at(["flow"], "setup"), at(["flow"], "payment", "type")],
    [at(["list"], "1", "type")],
    [at(["amout"], "total", "unknown-field"), at(["amoutn"], "total", "unknown-field")],
  ]) {
    assert.deepEqual(applySuggestions(request, report(...errors)), { value: request, applied: [] });
  }
});
