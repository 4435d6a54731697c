/** The default entry: the core is inlined, and compiled synchronously on the first call. */

import core from "built:core.wasm";

import { createApi } from "../api.js";
import { createInlined } from "../inlined.js";
import { jsonSchema } from "../schema.js";
import { createStandardSchema } from "../standard-schema.js";

const inlined = createInlined(core, ', or import "fintoc-preflight/js", which does without WebAssembly');

/** Compiles the core ahead of the first call. Required only in a page of Chromium before 115. */
export const { init } = inlined;

const api = createApi(inlined.instantiate);

export const { validate, validateJson, parse } = api;
export const checkoutSession = createStandardSchema(api, jsonSchema, "v2");
export const checkoutSessionV1 = createStandardSchema(api, jsonSchema, "v1");
export { explain, rules } from "../catalogue.js";
export { PreflightError, toFintocError } from "../error.js";
export { jsonSchema };
