export * from "./index.js";

/**
 * Takes the core, `fintoc-preflight/core.wasm`: a `WebAssembly.Module`, its bytes, or a `Response` with them; or a promise
 * of one of these. Needed before anything is judged.
 */
export declare function init(core: object): Promise<void>;
