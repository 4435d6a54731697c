/** Checks the options of a form. Options of `validate` are passed on, and checked there. */

import { languageOf } from "./controls.js";

const JUDGING = ["version", "now", "strict", "levels", "locale", "maxViolations"];
const FUNCTIONS = ["validate", "onSubmit", "onJudged", "onUnknown"];
const NAMES = [...JUDGING, ...FUNCTIONS, "defaults", "timing", "words", "summary", "signal"];
const TIMINGS = ["late", "submit"];

/**
 * Returns the options with defaults filled in. Throws a `TypeError` that names a wrong option.
 *
 * @param {HTMLFormElement} form
 * @param {import("../types.js").FormOptions} options
 * @param {typeof import("../entries/index.js").validate} validate the default of the option `validate`
 */
export function readSettings(form, options, validate) {
  for (const name of Object.keys(options)) {
    if (!NAMES.includes(name)) throw new TypeError(`there is no option "${name}"`);
  }
  for (const name of FUNCTIONS) {
    if (options[name] !== undefined && typeof options[name] !== "function")
      throw new TypeError(`option "${name}" must be a function`);
  }
  const { version = "v2", timing = "late", words = {}, defaults = {}, onUnknown = warn } = options;
  if (!TIMINGS.includes(timing)) throw new TypeError('option "timing" must be "late" or "submit"');
  const locale = options.locale ?? languageOf(form);
  const judging = Object.fromEntries(JUDGING.map((name) => [name, options[name]]));
  return {
    ...options,
    validate: options.validate ?? validate,
    judging: { ...judging, version, locale },
    version,
    locale,
    timing,
    words,
    defaults,
    onUnknown,
  };
}

const warn = (names) => console.warn(`fintoc-preflight: no field of the request is named ${names.join(", ")}`);
