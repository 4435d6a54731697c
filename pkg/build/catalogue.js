/** Reduces the Spanish catalogue to the members that differ from English; most of an entry is the same. */

import { readFileSync, writeFileSync } from "node:fs";

/**
 * Writes an array with one object for each rule, in the order of the catalogue: the members that differ.
 *
 * @param {string} english the path of the catalogue in English
 * @param {string} spanish the path of the same catalogue in Spanish
 * @param {string} to
 */
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
