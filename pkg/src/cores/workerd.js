/** The core as a module of Cloudflare Workers, which forbid compiling: the runtime provides it. */

import core from "./core.wasm";

/** Does nothing: the core needs no preparation. It exists so that all entries have the same exports. */
export async function init() {}

export const instantiate = () => new WebAssembly.Instance(core).exports;
