/** Options: a wrong one is a `TypeError` that names it, whatever the request is. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { runInNewContext } from "node:vm";

import { rules } from "../dist/index.js";
import { createStandardSchema } from "../src/standard-schema.js";
import { createValidator } from "../src/validator.js";
import { NOW, createEntry, instantiate } from "./core.js";

const { api, validate, validateJson, parse } = createEntry(instantiate);
const checkoutSession = createStandardSchema(api, undefined, "v2");
const validatorOf = (options) => createValidator(api, undefined, options);

const REQUEST = { amount: 1, currency: "CLP", ui_mode: "embedded", expires_at: "2026-01-13T12:30:00Z" };

const throwing = (name) =>
  Object.defineProperty({}, name, {
    enumerable: true,
    get() {
      throw new RangeError("mine");
    },
  });

const WRONG = [
  [null, /^options must be an object$/],
  ["v1", /^options must be an object$/],
  [
    new Proxy(
      {},
      {
        ownKeys() {
          throw new Error("mine");
        },
      },
    ),
    /^options cannot be read$/,
  ],
  [{ Version: "v1" }, /^there is no option "Version"$/],
  [{ version: "v3" }, /option "version"/],
  [{ version: null }, /option "version"/],
  [throwing("version"), /^option "version" cannot be read$/],
  [{ now: NaN }, /option "now"/],
  [{ now: Date.parse(NOW) / 1000 }, /option "now" must be in milliseconds since 1970, not in seconds$/],
  [{ now: -1 }, /milliseconds since 1970, not in seconds$/],
  [{ now: 1e11 - 1 }, /milliseconds since 1970, not in seconds$/],
  [{ now: "2".repeat(2 ** 26) }, /option "now"/],
  [{ locale: "est" }, /option "locale"/],
  [{ locale: "e" }, /option "locale"/],
  [{ ["x".repeat(2 ** 20)]: 1 }, /^there is no option "x{256}…"$/],
  [{ levels: { ["x".repeat(2 ** 20)]: "warn" } }, /^option "levels": there is no rule "x{256}…"$/],
  [{ now: Infinity }, /option "now"/],
  [{ now: -Infinity }, /option "now"/],
  [{ now: 8.64e15 + 1 }, /option "now"/],
  [{ now: new Date(NaN) }, /option "now"/],
  [{ now: null }, /option "now"/],
  [{ now: 1n }, /option "now"/],
  [{ now: Symbol() }, /option "now"/],
  [{ now: {} }, /option "now"/],
  [{ now: { valueOf: () => 0 } }, /option "now"/],
  [
    {
      now: {
        [Symbol.toStringTag]: "Date",
        valueOf() {
          throw new Error("mine");
        },
      },
    },
    /option "now"/,
  ],
  [{ now: new Proxy(new Date(), {}) }, /option "now"/],
  [{ now: "" }, /option "now"/],
  [{ now: "yesterday" }, /option "now"/],
  [{ now: "2026-01-13" }, /option "now"/],
  [{ now: "2026-01-13T12:00:00" }, /option "now"/],
  [{ now: "2026-02-30T12:00:00Z" }, /option "now"/],
  [{ now: "1768305600000" }, /option "now"/],
  [{ now: "2026-01-13T12:00:00Z\ud800" }, /option "now"/],
  [throwing("now"), /^option "now" cannot be read$/],
  [{ locale: "pt" }, /option "locale"/],
  [{ locale: "est" }, /option "locale"/],
  [{ locale: ["es"] }, /option "locale"/],
  [throwing("locale"), /^option "locale" cannot be read$/],
  [{ strict: 1 }, /option "strict"/],
  [{ strict: "true" }, /option "strict"/],
  [throwing("strict"), /^option "strict" cannot be read$/],
  [{ maxViolations: 0 }, /option "maxViolations" must be a whole number of at least 1/],
  [{ maxViolations: -1 }, /option "maxViolations" must be a whole number of at least 1/],
  [{ maxViolations: 1.5 }, /option "maxViolations" must be a whole number of at least 1/],
  [{ maxViolations: NaN }, /option "maxViolations" must be a whole number of at least 1/],
  [{ maxViolations: Infinity }, /option "maxViolations" must be a whole number of at least 1/],
  [{ maxViolations: "10" }, /option "maxViolations" must be a whole number of at least 1/],
  [{ maxViolations: 10n }, /option "maxViolations" must be a whole number of at least 1/],
  [{ maxViolations: null }, /option "maxViolations" must be a whole number of at least 1/],
  [{ maxViolations: 2 ** 53 }, /option "maxViolations" must be a whole number of at least 1/],
  [{ maxViolations: Symbol() }, /option "maxViolations" must be a whole number of at least 1/],
  [throwing("maxViolations"), /^option "maxViolations" cannot be read$/],
  [{ levels: "enum" }, /option "levels" must be an object/],
  [{ levels: ["enum"] }, /option "levels": there is no rule "0"/],
  [{ levels: { enun: "warn" } }, /option "levels": there is no rule "enun"; did you mean "enum"\?/],
  [{ levels: { nonsense: "warn" } }, /option "levels": there is no rule "nonsense"$/],
  [{ levels: { ["n".repeat(100_000)]: "warn" } }, /option "levels": there is no rule/],
  [{ levels: { enum: "off" } }, /option "levels": "enum" must be/],
  [{ levels: { enum: null } }, /option "levels": "enum" must be/],
  [{ levels: { "json-syntax": "warn" } }, /option "levels": the level of "json-syntax" cannot be lowered/],
  [{ levels: { "body-size": "allow" } }, /option "levels": the level of "body-size" cannot be lowered/],
  [{ levels: throwing("enum") }, /^option "levels": "enum" cannot be read$/],
  [throwing("levels"), /^option "levels" cannot be read$/],
];

test("wrong options are TypeErrors that name the option", () => {
  for (const [options, message] of WRONG) {
    for (const request of [REQUEST, 1n])
      assert.throws(() => validate(request, options), { name: "TypeError", message });
    for (const text of ["{}", "n".repeat(2 ** 21), undefined]) {
      assert.throws(() => validateJson(text, options), { name: "TypeError", message });
    }
    assert.throws(() => parse(REQUEST, options), { name: "TypeError", message });
    assert.throws(() => validatorOf(options), { name: "TypeError", message });
  }
});

test("the schema reports wrong options as issues", () => {
  for (const [libraryOptions, message] of WRONG) {
    if (String(message).includes("version")) continue;
    const { issues } = checkoutSession["~standard"].validate(REQUEST, { libraryOptions });
    assert.equal(issues.length, 1);
    assert.match(issues[0].message, message);
  }
  const { issues } = checkoutSession["~standard"].validate(REQUEST, throwing("libraryOptions"));
  assert.equal(issues[0].message, '"libraryOptions" cannot be read');
});

test("every form of the time gives the same report", () => {
  const time = Date.parse(NOW);
  const nows = [
    NOW,
    "2026-01-13t09:00:00.000-03:00",
    time,
    time + 0.25,
    new Date(time),
    new (class extends Date {})(time),
    runInNewContext(`new Date(${time})`),
  ];
  for (const now of nows) assert.equal(validate(REQUEST, { now }).valid, true);
  const late = [NOW.replace("12:", "13:"), time + 3_600_000, new Date(time + 3_600_000)];
  for (const now of late) assert.equal(validate(REQUEST, { now }).errors[0].rule, "expires-at-lead");
});

test("the time defaults to the clock", () => {
  const at = (milliseconds) => new Date(Date.now() + milliseconds).toISOString();
  assert.equal(validate({ ...REQUEST, expires_at: at(3_600_000) }).valid, true);
  assert.equal(validate({ ...REQUEST, expires_at: at(-3_600_000) }).valid, false);
});

test("undefined options are as if they were absent", () => {
  const names = ["version", "now", "locale", "strict", "levels", "maxViolations"];
  const none = Object.fromEntries(names.map((name) => [name, undefined]));
  assert.deepEqual(validate({}, none), validate({}));
  assert.deepEqual(validate({}, { levels: { required: undefined } }), validate({}));
});

test("the language follows the tag", () => {
  const message = (locale) => validate({}, { locale }).errors[0].message;
  for (const tag of ["es", "es-CL", "ES-mx", "es-419", "es_CL", "es_MX.UTF-8"]) assert.equal(message(tag), message("es"));
  for (const tag of ["en", "en-GB", "EN", "en_US"]) assert.equal(message(tag), message(undefined));
  assert.notEqual(message("es"), message("en"));
});

test("levels sort violations into errors and warnings", () => {
  const request = { ...REQUEST, expires_at: undefined, colour: "red" };
  const options = (setting) => ({ now: NOW, levels: { "unknown-field": setting } });
  assert.equal(validate(request, options("warn")).warnings.length, 1);
  assert.equal(validate(request, options("deny")).errors.length, 1);
  assert.deepEqual(validate(request, options("allow")), { valid: true, errors: [], warnings: [] });
  assert.equal(validate(request, { now: NOW, strict: true }).valid, false);
});

test("a report lists at most maxViolations of each level, and counts the others", () => {
  const unknown = Object.fromEntries(Array.from({ length: 1003 }, (_, index) => [`x${index}`, 1]));
  const request = { ...unknown, line_items: Array.from({ length: 1002 }, () => 0), amount: 1 };
  const whole = validate(request, { maxViolations: Number.MAX_SAFE_INTEGER });
  assert.ok(!("omitted" in whole));
  const counts = ({ errors, warnings, omitted }) => [errors.length, warnings.length, omitted];
  const [errors, warnings] = counts(whole);
  assert.ok(errors >= 1002 && warnings >= 1003);
  assert.deepEqual(counts(validate(request)), [1000, 1000, { errors: errors - 1000, warnings: warnings - 1000 }]);
  for (const maxViolations of [1, 7, 1003]) {
    const report = validate(request, { maxViolations });
    assert.deepEqual(report.errors, whole.errors.slice(0, maxViolations));
    assert.deepEqual(report.warnings, whole.warnings.slice(0, maxViolations));
    assert.equal(report.errors.length + (report.omitted?.errors ?? 0), errors);
    assert.equal(report.warnings.length + (report.omitted?.warnings ?? 0), warnings);
    const { issues, omitted } = checkoutSession["~standard"].validate(request, { libraryOptions: { maxViolations } });
    assert.deepEqual([issues, omitted], [report.errors, report.omitted]);
  }
  assert.throws(() => parse(request, { maxViolations: 1 }), { message: new RegExp(`\n… ${errors - 1}$`) });
});

test("a request with more warnings than are listed is valid", () => {
  const request = { ...REQUEST, expires_at: undefined, a: 1, b: 1 };
  const { value, warnings, omitted } = checkoutSession["~standard"].validate(request, {
    libraryOptions: { maxViolations: 1 },
  });
  assert.deepEqual([value.b, warnings.length, omitted], [1, 1, { errors: 0, warnings: 1 }]);
});

test("a suggestion may be an array, and a number of seconds suggests its time", () => {
  const request = { ...REQUEST, payment_method_types: "card", expires_at: Date.parse(NOW) / 1000 + 3600 };
  const { errors } = validate(request, { now: NOW });
  assert.deepEqual(
    errors.map(({ rule, param, suggestion }) => [rule, param, suggestion]),
    [
      ["type", "expires_at", "2026-01-13T13:00:00Z"],
      ["type", "payment_method_types", ["card"]],
    ],
  );
});

test("a getter is called once", () => {
  let calls = 0;
  const request = Object.defineProperty({ ...REQUEST }, "amount", { enumerable: true, get: () => ++calls });
  validate(request);
  assert.equal(calls, 1);
});

test("a time of 0, and one in 1973, are milliseconds", () => {
  for (const now of [0, 1e11, -1e11, new Date(1)]) assert.equal(validate(REQUEST, { now }).valid, true);
});

test("only own members are options: a polluted prototype sets none", () => {
  const polluted = { version: "v1", strict: true, locale: "es", now: NaN, levels: null, maxViolations: 0, libraryOptions: 7 };
  const expected = validate({ colour: 1 }, { now: NOW });
  Object.assign(Object.prototype, polluted);
  try {
    assert.deepEqual(validate({ colour: 1 }, { now: NOW }), expected);
    assert.deepEqual(validatorOf({ now: NOW }).validate({ colour: 1 }), expected);
    const { issues } = validatorOf({ now: NOW }).checkoutSession["~standard"].validate({ colour: 1 }, {});
    assert.deepEqual(issues, expected.errors);
    class Inherited {
      get version() {
        return "v1";
      }
    }
    assert.deepEqual(validate({ colour: 1 }, Object.assign(new Inherited(), { now: NOW })), expected);
  } finally {
    for (const name of Object.keys(polluted)) delete Object.prototype[name];
  }
});

test("the level of a rule cannot be lowered if the catalogue says that it is fixed, and of no other", () => {
  const isFixed = (rule) => {
    try {
      validate(REQUEST, { levels: { [rule]: "warn" } });
      return false;
    } catch (error) {
      return /cannot be lowered$/.test(error.message);
    }
  };
  for (const { rule, fixed } of rules()) assert.equal(isFixed(rule), fixed, rule);
});
