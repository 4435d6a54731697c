/** The entry without WebAssembly, for pages whose content security policy forbids it: the core as JavaScript. */

import { instantiate } from "built:core.js";

import { createApi } from "../api.js";

/** There is nothing to make ready. */
export async function init() {}

export const { validate, validateJson, parse, checkoutSession, checkoutSessionV1 } = createApi(instantiate);
export { explain, rules } from "../catalogue.js";
export { PreflightError, toFintocError } from "../error.js";
