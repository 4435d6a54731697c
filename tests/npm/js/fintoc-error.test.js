/** Errors of the API, as bodies and as the official client throws them. */

import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { join } from "node:path";
import { test } from "node:test";

import { CONSUMER } from "./paths.js";

const require = createRequire(join(CONSUMER, "main.js"));
const { rules, toFintocError, validateJson } = require("fintoc-preflight");
const { parseFintocError } = require("fintoc-preflight/session");
const { InvalidRequestError } = createRequire(import.meta.url)("fintoc/build/main/lib/errors");

const NOW = "2026-01-13T12:00:00Z";

test("the error of every example names the rule that caught it, in every form", () => {
  let count = 0;
  for (const { invalid } of rules()) {
    if (!invalid.body) continue;
    const report = validateJson(invalid.body, { version: invalid.version, now: NOW });
    const body = toFintocError(report);
    if (!body) continue;
    const { type, code, message, param, doc_url } = body.error;
    const { rules: found, ...error } = parseFintocError(body);
    assert.deepEqual(error, { type, code, message, param, doc_url });
    assert.ok(found.includes(report.errors[0].rule), `${report.errors[0].rule} is not in ${found}`);
    const text = JSON.stringify(body);
    const thrown = new InvalidRequestError({ ...body.error, param: param ?? undefined });
    const forms = [body.error, text, new TextEncoder().encode(text), thrown, { response: { data: body } }];
    for (const form of forms) assert.deepEqual(parseFintocError(form), { ...error, rules: found });
    count++;
  }
  assert.ok(count > 20, `${count} examples`);
});

test("a field is found however its index is written, and only its rules", () => {
  const of = (param) => parseFintocError({ type: "invalid_request_error", code: "missing_parameter", param }).rules;
  for (const param of ["line_items[0].quantity", "line_items.0.quantity", "line_items[].quantity"]) {
    assert.deepEqual(of(param), ["required"]);
  }
  assert.deepEqual(of("no_such_field"), []);
  assert.ok(of(null).length > 3);
});

test("members that are absent are null, and no rule is made up", () => {
  const nothing = { code: null, message: null, param: null, doc_url: null, rules: [] };
  assert.deepEqual(parseFintocError({ error: { type: "api_error" } }), { type: "api_error", ...nothing });
  const denied = { error: { type: "authentication_error", code: "invalid_api_key", message: 7, param: "" } };
  assert.deepEqual(parseFintocError(denied), { ...nothing, type: "authentication_error", code: "invalid_api_key" });
});

test("anything else is undefined", () => {
  const others = [undefined, null, 7, "", "{", "<html>", [], {}, { error: "no" }, { error: { type: 7 } }, new Error("no"), new TypeError("type_error")];
  for (const other of [...others, { id: "cs_1", object: "checkout_session" }]) assert.equal(parseFintocError(other), undefined);
});
