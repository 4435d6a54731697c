/** The catalogue of rules, in a separate file, so that bundlers leave it out of programs that do not use it. */

import text from "built:catalogue.json";
import differences from "built:catalogue_in_spanish.json";

import { INTERNAL_ERROR } from "./error.js";
import { readSomeOptions } from "./options.js";

/** The catalogue by language, parsed on first use. */
const catalogues = {};

const read = {
  en: () => JSON.parse(text),
  es: () => {
    const inSpanish = JSON.parse(differences);
    return read.en().map((rule, index) => ({ ...rule, ...inSpanish[index] }));
  },
};

const catalogue = (locale) => (catalogues[locale] ??= freeze(read[locale]()));

/**
 * Returns every rule, in the order of reports.
 *
 * @param {{ locale?: string }} [options]
 * @example
 * import { rules } from "fintoc-preflight";
 *
 * console.log(rules().map(({ rule }) => rule));
 */
export const rules = (options) => catalogue(readSomeOptions(options, ["locale"]).locale);

/**
 * Returns the catalogue's entry for one rule; `undefined` for `internal-error`, so that `explain(violation.rule)` never
 * throws. Throws a `TypeError` if there is no such rule.
 *
 * @param {string} id
 * @param {{ locale?: string }} [options]
 * @example
 * import { explain } from "fintoc-preflight";
 *
 * console.log(explain("amount-equals-total").when);
 */
export function explain(id, options) {
  const found = rules(options).find(({ rule }) => rule === id);
  if (!found && id !== INTERNAL_ERROR) throw new TypeError("explain: there is no such rule; rules() lists them all");
  return found;
}

function freeze(value) {
  if (typeof value === "object" && value !== null) Object.values(Object.freeze(value)).forEach(freeze);
  return value;
}
