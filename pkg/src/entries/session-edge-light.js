/** The entry for what Fintoc sends back, for the edge runtime of Vercel and Next: their bundlers hand over the module. */

import core from "./session.wasm?module";

import { createSessionApi } from "../session.js";

/** There is nothing to make ready. */
export async function init() {}

export const { parseCheckoutSession, parseEvent, compareSession } = createSessionApi(
  () => new WebAssembly.Instance(core).exports,
);
export { PreflightError } from "../error.js";
