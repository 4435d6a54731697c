/** The schema itself, as the specification has it. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { checkoutSession, checkoutSessionV1, validate } from "fintoc-preflight";

import { dicho, right, said, wrong } from "./requests.js";

const { validate: judge } = checkoutSession["~standard"];

test("it is a plain object that says what it is", () => {
  for (const schema of [checkoutSession, checkoutSessionV1]) {
    assert.equal(typeof schema, "object");
    const { version, vendor } = schema["~standard"];
    assert.deepEqual({ version, vendor }, { version: 1, vendor: "fintoc-preflight" });
  }
});

test("a request without errors is a value, as it would be sent", () => {
  const result = judge({ ...right, customer: undefined, expires_at: new Date("2126-01-13T12:00:00Z") });
  assert.ok("value" in result && !("issues" in result));
  assert.deepEqual(result.value, { ...right, expires_at: "2126-01-13T12:00:00.000Z" });
});

test("errors are issues, of every mistake at once, and there is no value", () => {
  const result = judge(wrong);
  assert.ok(!("value" in result) && result.issues);
  assert.deepEqual(result.issues, validate(wrong).errors);
  assert.deepEqual(result.issues.map(({ path, message }) => [path.join("."), message]), Object.entries(said));
});

test("an issue of the body itself has an empty path", () => {
  assert.deepEqual(judge("a request").issues?.map(({ path }) => path), [[]]);
});

test("warnings ride along", () => {
  const { warnings } = judge({ ...right, success_url: "myapp://paid" });
  assert.deepEqual(warnings?.map(({ rule }) => rule), ["url-https"]);
});

test("options are those of the library, and a wrong one is an issue: it does not throw", () => {
  const issues = (/** @type {Record<string, unknown>} */ libraryOptions) => judge(wrong, { libraryOptions }).issues;
  assert.deepEqual(issues({ locale: "es" })?.map(({ message }) => message), Object.values(dicho));
  assert.deepEqual(issues({ locale: "fr" })?.map(({ path, rule }) => ({ path, rule })), [{ path: [], rule: undefined }]);
});

test("each version has its schema", () => {
  const { issues } = checkoutSessionV1["~standard"].validate({ amount: 7_000_000, currency: "CLP" });
  assert.deepEqual(issues?.map(({ rule }) => rule), ["amount-limit"]);
});
