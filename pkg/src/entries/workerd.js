/** The entry for Cloudflare Workers, which may not compile: the runtime hands over the module. */

import core from "./core.wasm";

import { createApi } from "../api.js";
import { jsonSchema } from "../schema.js";
import { createStandardSchema } from "../standard-schema.js";

/** There is nothing to make ready. */
export async function init() {}

const api = createApi(() => new WebAssembly.Instance(core).exports);

export const { validate, validateJson, parse } = api;
export const checkoutSession = createStandardSchema(api, jsonSchema, "v2");
export const checkoutSessionV1 = createStandardSchema(api, jsonSchema, "v1");
export { explain, rules } from "../catalogue.js";
export { PreflightError, toFintocError } from "../error.js";
export { jsonSchema };
