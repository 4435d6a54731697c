/** The catalogue of rules. It is a file of its own, which bundlers leave out of programs that do not use it. */

import text from "built:catalogue.json";

let catalogue;

/** Every rule, in the order of reports. */
export const rules = () => (catalogue ??= freeze(JSON.parse(text)));

/** What the catalogue says of one rule. */
export function explain(id) {
  const found = rules().find(({ rule }) => rule === id);
  if (!found) throw new TypeError("explain: there is no such rule; rules() lists them all");
  return found;
}

function freeze(value) {
  if (typeof value === "object" && value !== null) Object.values(Object.freeze(value)).forEach(freeze);
  return value;
}
