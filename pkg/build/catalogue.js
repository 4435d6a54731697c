/** The catalogue in Spanish: of each rule the members that are not as in English, since most of an entry is the same. */

import { readFileSync, writeFileSync } from "node:fs";

/** Writes an array with an object for each rule, in the order of the catalogue. */
export function writeDifferences(english, spanish, to) {
  const [rules, translated] = [english, spanish].map((path) => JSON.parse(readFileSync(path, "utf8")));
  const differences = rules.map((rule, index) => {
    const other = translated[index];
    if (other.rule !== rule.rule) throw new Error(`${rule.rule} is not at the same place in both languages`);
    return Object.fromEntries(Object.entries(other).filter(([name, value]) => !isSame(value, rule[name])));
  });
  writeFileSync(to, JSON.stringify(differences));
}

const isSame = (one, other) => JSON.stringify(one) === JSON.stringify(other);
