/** The JSON Schemas that the package carries, without what both versions define alike. */

import { readFileSync, writeFileSync } from "node:fs";

/**
 * Writes `{ shared, v1, v2 }`: the definitions that are the same in both schemas, and the schemas with the rest of theirs.
 * Compressed it takes three quarters of the two: they are so long that gzip does not see what they share.
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
