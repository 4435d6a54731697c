/** Validators: the options of one are checked once, when it is made. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { createValidator } from "../src/validator.js";
import { NOW, createEntry, instantiate } from "./core.js";

const { api, validate, validateJson, parse } = createEntry(instantiate);

const REQUEST = { amount: 1, currency: "CLP", ui_mode: "embedded", colour: "red" };

function caught(act) {
  try {
    return act();
  } catch (error) {
    return error;
  }
}

test("its functions are the plain ones with its options", () => {
  const options = { version: "v1", now: NOW, locale: "es-CL", strict: true, levels: { required: "warn" }, maxViolations: 1 };
  const validator = createValidator(api, undefined, options);
  assert.deepEqual(Object.keys(validator), ["validate", "validateJson", "parse", "checkoutSession", "checkoutSessionV1"]);
  assert.ok(Object.isFrozen(validator));
  for (const request of [{}, REQUEST, 1n, undefined]) {
    assert.deepEqual(validator.validate(request), validate(request, options));
    const text = JSON.stringify(request === undefined || typeof request === "bigint" ? null : request);
    assert.deepEqual(validator.validateJson(text), validateJson(text, options));
  }
  const { report } = caught(() => validator.parse(REQUEST));
  assert.deepEqual(report, validate(REQUEST, options));
  assert.deepEqual(createValidator(api, undefined, { now: NOW }).parse(REQUEST), parse(REQUEST, { now: NOW }));
});

test("its schemas have its options, each with its own version; libraryOptions replace single ones", () => {
  const { checkoutSession, checkoutSessionV1 } = createValidator(api, undefined, { version: "v1", now: NOW, locale: "es" });
  const issues = (schema, libraryOptions) => schema["~standard"].validate({}, { libraryOptions }).issues;
  assert.deepEqual(issues(checkoutSession), validate({}, { locale: "es" }).errors);
  assert.deepEqual(issues(checkoutSessionV1), validate({}, { locale: "es", version: "v1" }).errors);
  assert.deepEqual(issues(checkoutSession, { locale: "en" }), validate({}).errors);
  assert.deepEqual(issues(checkoutSession, { maxViolations: 1 }), validate({}, { locale: "es", maxViolations: 1 }).errors);
});

test("its options are read when it is made, and never again", () => {
  let reads = 0;
  const options = Object.defineProperty({}, "locale", { enumerable: true, get: () => (reads++, "es") });
  const validator = createValidator(api, undefined, options);
  options.strict = "no";
  for (let call = 0; call < 3; call++) assert.deepEqual(validator.validate({}), validate({}, { locale: "es" }));
  assert.equal(reads, 1);
});

test("without a time it is that of each call", () => {
  const validator = createValidator(api, undefined);
  const expiring = (minutes) => ({ ...REQUEST, expires_at: new Date(Date.now() + minutes * 60_000).toISOString() });
  assert.equal(validator.validate(expiring(60)).valid, true);
  assert.equal(validator.validate(expiring(-60)).valid, false);
});

test("its functions can be passed on: they ignore further arguments", () => {
  const validator = createValidator(api, undefined, { locale: "es" });
  assert.deepEqual([{}, {}].map(validator.validate), [{}, {}].map((request) => validate(request, { locale: "es" })));
});
