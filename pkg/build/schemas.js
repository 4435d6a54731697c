/** Deduplicates the JSON Schemas of the package: definitions that both versions share are written once. */

import { readFileSync, writeFileSync } from "node:fs";

/**
 * Writes `{ shared, v1, v2 }`: the definitions that are the same in both schemas, and the schemas with their other
 * definitions. After gzip it takes three quarters of the two schemas, which are too long for gzip to see what they
 * share.
 *
 * @param {string} from a file with `{ v1, v2 }`
 * @param {string} to
 */
export function writeSchemas(from, to) {
  const schemas = JSON.parse(readFileSync(from, "utf8"));
  const [first, ...others] = Object.values(schemas).map(({ $defs }) => $defs);
  const isShared = ([name, schema]) => others.every((each) => JSON.stringify(each[name]) === JSON.stringify(schema));
  const shared = Object.fromEntries(Object.entries(first).filter(isShared));
  for (const { $defs } of Object.values(schemas)) {
    for (const name of Object.keys(shared)) delete $defs[name];
  }
  writeFileSync(to, JSON.stringify({ shared, ...schemas }));
}
