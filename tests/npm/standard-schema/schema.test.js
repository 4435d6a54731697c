/** The schema against the specification of Standard Schema. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { checkoutSession, checkoutSessionV1, validate } from "fintoc-preflight";

import { messages, right, spanishMessages, wrong } from "./requests.js";

const { validate: parse } = checkoutSession["~standard"];

test("the schema is a plain object with the members of the specification", () => {
  for (const schema of [checkoutSession, checkoutSessionV1]) {
    assert.equal(typeof schema, "object");
    const { version, vendor } = schema["~standard"];
    assert.deepEqual({ version, vendor }, { version: 1, vendor: "fintoc-preflight" });
  }
});

test("a request without errors is returned as it would be sent", () => {
  const result = parse({ ...right, customer: undefined, expires_at: new Date("2126-01-13T12:00:00Z") });
  assert.ok("value" in result && !("issues" in result));
  assert.deepEqual(result.value, { ...right, expires_at: "2126-01-13T12:00:00.000Z" });
});

test("every error is an issue, and there is no value", () => {
  const result = parse(wrong);
  assert.ok(!("value" in result) && result.issues);
  assert.deepEqual(result.issues, validate(wrong).errors);
  assert.deepEqual(result.issues.map(({ path, message }) => [path.join("."), message]), Object.entries(messages));
});

test("an issue of the body itself has an empty path", () => {
  assert.deepEqual(parse("a request").issues?.map(({ path }) => path), [[]]);
});

test("warnings are in the result of a valid request", () => {
  const { warnings } = parse({ ...right, success_url: "myapp://paid" });
  assert.deepEqual(warnings?.map(({ rule }) => rule), ["url-https"]);
});

test("libraryOptions are the options of validate; a wrong one is an issue and does not throw", () => {
  const issues = (/** @type {Record<string, unknown>} */ libraryOptions) => parse(wrong, { libraryOptions }).issues;
  assert.deepEqual(issues({ locale: "es" })?.map(({ message }) => message), Object.values(spanishMessages));
  assert.deepEqual(issues({ locale: "fr" })?.map(({ path, rule }) => ({ path, rule })), [{ path: [], rule: undefined }]);
});

test("each version has its own schema", () => {
  const { issues } = checkoutSessionV1["~standard"].validate({ amount: 7_000_000, currency: "CLP" });
  assert.deepEqual(issues?.map(({ rule }) => rule), ["amount-limit"]);
});
