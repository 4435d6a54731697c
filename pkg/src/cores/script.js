/** The core compiled to JavaScript, for pages whose content security policy forbids WebAssembly. */

export { instantiate } from "built:core.js";

/** Does nothing: the core needs no preparation. It exists so that all entries have the same exports. */
export async function init() {}
