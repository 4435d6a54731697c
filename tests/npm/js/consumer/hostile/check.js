/** Passes every hostile value to the package, which must not throw, must bound its work, and must still work afterwards. */

import { hostileBytes } from "./bytes.js";
import { generate } from "./generated.js";
import { SECRET, request } from "./making.js";
import { hostileOptions } from "./options.js";
import { hostileValues } from "./values.js";
import { countWork } from "./work.js";

const OPTIONS = { now: new Date("2026-01-13T12:00:00Z") };

/** The number of random values. */
const GENERATED = 3000;

/**
 * The maximum work of a call, as `countWork` counts it. Steps: one per byte of the largest body; an object that many
 * others share needs nine tenths of that. Units: that body encoded once.
 */
const MAX_STEPS = 2 ** 20;
const MAX_UNITS = 2 ** 22;

/**
 * Of a value that calls the package while it is read, each call within another encodes a report of up to this size. The
 * stack bounds how many there are: fewer than the other figure in every runtime.
 */
const UNITS_OF_REPORT = 2 ** 13;
const MAX_CALLS = 2 ** 13;

/** The length of the longest text among the options, which may be encoded once. */
const LONGEST_OPTION = 2 ** 26;

/**
 * @param {object} api the exports of an entry
 * @param {(name: string, expected: string, act: () => string) => void} check
 * @param {object} realm the `globalThis` of another realm, if there is one
 */
export function checkHostileValues(api, check, realm) {
  const good = JSON.stringify(api.validate(request(), OPTIONS));
  const isWell = () => check("a good request after it", good, () => JSON.stringify(api.validate(request(), OPTIONS)));
  const schema = api.checkoutSession["~standard"];

  for (const { kind, make, rule } of hostileValues(api, realm)) {
    const expected = expectedReport(api, make, rule);
    const { valid, errors } = JSON.parse(expected);
    check(`${kind}: no secret`, "false", () => String(JSON.stringify(api.validate(make(), OPTIONS)).includes(SECRET)));
    check(`${kind}: validate`, expected, () => comparable(api.validate(make(), OPTIONS)));
    isWell();
    check(`${kind}: parse`, JSON.stringify(errors), () => comparableErrors(parsingErrors(api, make())));
    isWell();
    check(`${kind}: schema`, JSON.stringify(valid ? [] : errors), () =>
      comparableErrors(schema.validate(make(), { libraryOptions: OPTIONS }).issues ?? []),
    );
    isWell();
    check(`${kind}: work`, "bounded", () => work(make, (value) => api.validate(value, OPTIONS)));
  }

  for (let seed = 1; seed <= GENERATED; seed++) {
    const make = () => generate(seed);
    check(`the value of seed ${seed}: validate`, expectedReport(api, make), () =>
      comparable(api.validate(make(), OPTIONS)),
    );
  }

  for (const { kind, make } of hostileBytes(realm)) {
    check(`${kind} as text: validateJson`, "false", () => String(api.validateJson(make(), OPTIONS).valid));
    isWell();
    check(`${kind} as text: work`, "bounded", () => work(make, (text) => api.validateJson(text, OPTIONS)));
  }

  for (const { kind, make } of hostileOptions(realm)) {
    check(`${kind} as options: validate`, "TypeError", () => thrownBy(() => api.validate(request(), make())));
    isWell();
    for (const options of [make, () => ({ libraryOptions: make() })]) {
      check(`${kind} as options: schema`, "string", () => typeof messageOf(schema.validate(request(), options())));
      isWell();
    }
    check(`${kind} as options: work`, "bounded", () =>
      work(make, (options) => schema.validate({}, { libraryOptions: options }), MAX_UNITS + LONGEST_OPTION),
    );
  }
}

/** Returns what is comparable of the report on the text of a value, or on a value without one, which breaks `rule`. */
function expectedReport(api, make, rule) {
  const text = rule ? undefined : textOf(make());
  if (text !== undefined) return comparable(api.validateJson(text, OPTIONS));
  const report = api.validate(rule === "body-size" ? " ".repeat(2 ** 21) : undefined, OPTIONS);
  if (report.errors[0].rule !== (rule ?? "not-serializable")) throw new Error("the expected report is another");
  return comparable(report);
}

/** Rules that tell more of a value than of its text: the value, and the cause. */
const OF_VALUES = ["json-syntax", "not-serializable"];

/** Returns the report without what only a value can show. */
const comparable = ({ valid, errors, warnings, omitted }) =>
  JSON.stringify({
    valid,
    errors: JSON.parse(comparableErrors(errors)),
    warnings: warnings.filter(({ rule }) => rule !== "lost-in-json"),
    omitted,
  });

const comparableErrors = (errors) =>
  JSON.stringify(errors.map((error) => (OF_VALUES.includes(error.rule) ? error.rule : error)));

function textOf(value) {
  try {
    return JSON.stringify(value);
  } catch {
    return undefined;
  }
}

function parsingErrors(api, value) {
  try {
    api.parse(value, OPTIONS);
    return [];
  } catch (error) {
    if (!(error instanceof api.PreflightError)) throw error;
    return error.report.errors;
  }
}

function thrownBy(act) {
  try {
    act();
    return "nothing";
  } catch (error) {
    return error.name;
  }
}

const messageOf = ({ issues }) => (issues ? issues[0].message : "");

function work(make, act, maxUnits = MAX_UNITS) {
  const { steps, units } = countWork(make, act);
  return steps <= MAX_STEPS && units <= maxUnits + Math.min(steps, MAX_CALLS) * UNITS_OF_REPORT ? "bounded" : `${steps} steps, ${units} units`;
}
