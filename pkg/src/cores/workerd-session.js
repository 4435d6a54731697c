/** The core for answers as a module of Cloudflare Workers. */

import core from "./session.wasm";

/** Does nothing: the core needs no preparation. It exists so that all entries have the same exports. */
export async function init() {}

export const instantiate = () => new WebAssembly.Instance(core).exports;
