/** The JSON Schemas. They are a file of their own, which bundlers leave out of programs that do not use them. */

import text from "built:shared-schemas.json";

import { TARGETS } from "./schema-targets.js";

/**
 * The JSON Schema of a request. It is made anew for every call, and the caller's own.
 *
 * @param {"v1" | "v2"} version
 * @param {{ target?: string }} options
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
