/** The catalogue of rules. It is a file of its own, which bundlers leave out of programs that do not use it. */

import text from "built:catalogue.json";
import differences from "built:catalogue_in_spanish.json";

import { readSomeOptions } from "./options.js";

/** The catalogue in each language, from the first time that it is asked for. */
const catalogues = {};

const read = {
  en: () => JSON.parse(text),
  es: () => {
    const inSpanish = JSON.parse(differences);
    return read.en().map((rule, index) => ({ ...rule, ...inSpanish[index] }));
  },
};

const catalogue = (locale) => (catalogues[locale] ??= freeze(read[locale]()));

/** Every rule, in the order of reports. */
export const rules = (options) => catalogue(readSomeOptions(options, ["locale"]).locale);

/** What the catalogue says of one rule. */
export function explain(id, options) {
  const found = rules(options).find(({ rule }) => rule === id);
  if (!found) throw new TypeError("explain: there is no such rule; rules() lists them all");
  return found;
}

function freeze(value) {
  if (typeof value === "object" && value !== null) Object.values(Object.freeze(value)).forEach(freeze);
  return value;
}
