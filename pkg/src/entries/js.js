/** The entry for pages whose content security policy forbids WebAssembly: the core is compiled to JavaScript. */

import { instantiate } from "built:core.js";

import { createApi } from "../api.js";
import { jsonSchema } from "../schema.js";
import { createStandardSchema } from "../standard-schema.js";

/** Does nothing: this entry needs no preparation. It exists so that all entries have the same exports. */
export async function init() {}

const api = createApi(instantiate);

export const { validate, validateJson, parse } = api;
export const checkoutSession = createStandardSchema(api, jsonSchema, "v2");
export const checkoutSessionV1 = createStandardSchema(api, jsonSchema, "v1");
export { explain, rules } from "../catalogue.js";
export { PreflightError, toFintocError } from "../error.js";
export { jsonSchema };
