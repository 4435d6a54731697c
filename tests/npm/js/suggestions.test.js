/** Suggestions, applied to the examples of the catalogue and to every vector. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { test } from "node:test";

import { readCases } from "./consumer/harness.js";
import { CASES, CONSUMER } from "./paths.js";

const require = createRequire(join(CONSUMER, "main.js"));
const { applySuggestions, validate } = require("fintoc-preflight");

const cases = readCases(readFileSync(CASES, "utf8")).filter(({ input, options }) => input === "value" && options.locale === "en");

const suggestionsOf = ({ errors, warnings }) => [...errors, ...warnings].filter(({ suggestion }) => suggestion !== undefined);

/** Applies suggestions until there are none, and returns how often. */
function applyAll(request, options) {
  let [value, rounds] = [request, 0];
  for (; rounds < 10; rounds++) {
    const next = applySuggestions(value, validate(value, options));
    if (next.applied.length === 0) break;
    value = next.value;
  }
  return { value, rounds };
}

test("what is applied is no longer reported, and after at most three rounds nothing is applied", () => {
  let count = 0;
  for (const { body, options } of cases) {
    const request = JSON.parse(body);
    const report = validate(request, options);
    const { value, applied } = applySuggestions(request, report);
    assert.equal(JSON.stringify(request), JSON.stringify(JSON.parse(body)));
    if (applied.length === 0) assert.equal(value, request);
    const left = suggestionsOf(validate(value, options)).map(({ rule, param }) => `${rule} ${param}`);
    for (const { rule, param } of applied) assert.ok(!left.includes(`${rule} ${param}`), `${rule} ${param}: ${body}`);
    assert.ok(applyAll(request, options).rounds <= 3, body);
    count += applied.length;
  }
  assert.ok(count > 100, `${count} suggestions`);
});

test("no currency becomes another", () => {
  for (const { body, options } of cases) {
    const request = JSON.parse(body);
    const { value } = applyAll(request, options);
    if (typeof request?.currency === "string") assert.equal(value.currency.toUpperCase(), request.currency.toUpperCase());
  }
});
