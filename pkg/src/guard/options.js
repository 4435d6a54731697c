/** The options of `guard`: those of a validation without `version`, and what becomes of warnings and differences. */

import { checkNames, readSomeOptions } from "../options.js";

/** Options that are passed to `createValidator`, which checks them. */
const OF_VALIDATION = ["now", "locale", "strict", "levels", "maxViolations"];

const OWN = ["onWarning", "compare", "onDifference"];

/**
 * Returns the settings for some options. A wrong option is a `TypeError` that names it.
 *
 * @param {import("fintoc-preflight/client").GuardOptions} options
 */
export function readGuardOptions(options) {
  checkNames(options, [...OF_VALIDATION, ...OWN]);
  // A copy has the own members alone: a polluted prototype sets no option.
  const { onWarning = warnOnce(), compare = false, onDifference = warnOfDifferences, ...validation } = { ...options };
  if (typeof onWarning !== "function") throw new TypeError('option "onWarning" must be a function');
  if (typeof onDifference !== "function") throw new TypeError('option "onDifference" must be a function');
  if (typeof compare !== "boolean") throw new TypeError('option "compare" must be true or false');
  const { locale } = readSomeOptions({ locale: validation.locale }, ["locale"]);
  return { onWarning, compare, onDifference, validation, locale };
}

/** Returns the default of `onWarning`: it writes the first warning of each rule, so that a busy server writes few. */
function warnOnce() {
  const written = new Set();
  return (warnings) => {
    for (const { rule, message } of warnings) {
      if (!written.has(rule)) console.warn(`fintoc-preflight: warning[${rule}]: ${message}`);
      written.add(rule);
    }
  };
}

function warnOfDifferences(differences) {
  for (const { message } of differences) console.warn(`fintoc-preflight: the session differs: ${message}`);
}
