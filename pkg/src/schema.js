/** The JSON Schemas, in a separate file, so that bundlers leave it out of programs that do not use it. */

import text from "built:shared-schemas.json";

import { TARGETS } from "./schema-targets.js";

/**
 * Returns the JSON Schema of a request: a new object in each call, which the caller may change.
 *
 * @param {"v1" | "v2"} version of the API
 * @param {{ target?: string }} options the dialect: `draft-2020-12`, `draft-07` or `openapi-3.0`
 * @example
 * import { jsonSchema } from "fintoc-preflight";
 *
 * console.log(jsonSchema("v2", { target: "draft-07" }).$schema);
 */
export function jsonSchema(version = "v2", { target = "draft-2020-12" } = {}) {
  const { shared, ...newest } = JSON.parse(text);
  if (!Object.hasOwn(newest, version)) throw new TypeError('jsonSchema: the version must be "v1" or "v2"');
  if (!Object.hasOwn(TARGETS, target)) {
    throw new TypeError(`jsonSchema: the target must be one of ${Object.keys(TARGETS).join(", ")}`);
  }
  const { $defs, ...schema } = newest[version];
  return TARGETS[target]({ ...schema, $defs: { ...$defs, ...shared } });
}
