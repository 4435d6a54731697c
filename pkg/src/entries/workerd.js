/** The entry for Cloudflare Workers, which may not compile: the runtime hands over the module. */

import core from "./core.wasm";

import { createApi } from "../api.js";

/** There is nothing to make ready. */
export async function init() {}

export const { validate, validateJson, parse, checkoutSession, checkoutSessionV1 } = createApi(
  () => new WebAssembly.Instance(core).exports,
);
export { explain, rules } from "../catalogue.js";
export { PreflightError, toFintocError } from "../error.js";
