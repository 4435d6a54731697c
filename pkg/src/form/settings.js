/** Checks the options of a form. Options of `validate` are passed on, and checked there. */

import { languageOf } from "./controls.js";

const JUDGING = ["version", "now", "strict", "levels", "locale", "maxViolations"];
const FUNCTIONS = ["validate", "onSubmit", "onError", "onJudged", "onUpdate", "onUnknown", "onUnfixable"];
const OTHERS = ["defaults", "timing", "format", "render", "words", "timeZone", "summary", "signal"];
const NAMES = [...JUDGING, ...FUNCTIONS, ...OTHERS];
const TIMINGS = ["late", "submit"];
const FORMATS = ["typed", "blur"];

/** Levels for people at a form. A wrong check digit is the one mistake that everybody makes. */
const LEVELS = { "rut-check-digit": "deny" };

/**
 * Returns the options with defaults filled in. Throws a `TypeError` that names a wrong option.
 *
 * @param {HTMLFormElement} form
 * @param {import("fintoc-preflight/form").FormOptions} options
 */
export function readSettings(form, options) {
  for (const name of Object.keys(options)) {
    if (!NAMES.includes(name)) throw new TypeError(`there is no option "${name}"`);
  }
  const { timing = "late", format = "typed", render = true, onUnknown = warn, onUnfixable = accuse } = options;
  if (!TIMINGS.includes(timing)) throw new TypeError('option "timing" must be "late" or "submit"');
  if (!FORMATS.includes(format)) throw new TypeError('option "format" must be "typed" or "blur"');
  if (typeof render !== "boolean") throw new TypeError('option "render" must be true or false');
  const locale = options.locale ?? languageOf(form);
  return { ...options, ...readJudging({ ...options, locale }), timing, format, render, onUnknown, onUnfixable };
}

/** Returns the options for reading and validating, which a form and a schema have in common. */
export function readJudging(options) {
  for (const name of FUNCTIONS) {
    if (options[name] !== undefined && typeof options[name] !== "function")
      throw new TypeError(`option "${name}" must be a function`);
  }
  const { version = "v2", locale, words = {}, defaults = {}, validate } = options;
  if (validate === undefined)
    throw new TypeError('option "validate" is missing: pass that of fintoc-preflight/js or another entry');
  const judging = Object.fromEntries(JUDGING.map((name) => [name, options[name]]));
  const levels = { ...LEVELS, ...options.levels };
  return { validate, judging: { ...judging, levels, version, locale }, version, locale, words, defaults };
}

const warn = (names) => console.warn(`fintoc-preflight: no field of the request is named ${names.join(", ")}`);

const accuse = (violations) => {
  const lines = violations.map(({ param, message }) => `${param || "the request"}: ${message}`);
  console.error(`fintoc-preflight: the person at the form cannot fix this:\n${lines.join("\n")}`);
};
