/** The session entry for Cloudflare Workers, where the runtime provides the module. */

import core from "./session.wasm";

import { createSessionApi } from "../session.js";

/** Does nothing: this entry needs no preparation. It exists so that all entries have the same exports. */
export async function init() {}

export const { parseCheckoutSession, parseEvent, compareSession } = createSessionApi(
  () => new WebAssembly.Instance(core).exports,
);
export { PreflightError } from "../error.js";
