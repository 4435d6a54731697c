/** The entry for the edge runtime of Vercel and Next.js, which forbids compiling: the bundler provides the module. */

import core from "./core.wasm?module";

import { createApi } from "../api.js";
import { jsonSchema } from "../schema.js";
import { createStandardSchema } from "../standard-schema.js";

/** Does nothing: this entry needs no preparation. It exists so that all entries have the same exports. */
export async function init() {}

const api = createApi(() => new WebAssembly.Instance(core).exports);

export const { validate, validateJson, parse } = api;
export const checkoutSession = createStandardSchema(api, jsonSchema, "v2");
export const checkoutSessionV1 = createStandardSchema(api, jsonSchema, "v1");
export { explain, rules } from "../catalogue.js";
export { PreflightError, toFintocError } from "../error.js";
export { jsonSchema };
