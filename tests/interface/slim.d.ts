export * from "./index.js";

/**
 * Compiles `fintoc-preflight/core.wasm`. Required before the first call of any other function.
 *
 * @param core a `WebAssembly.Module`, its bytes, or a `Response` with them; or a promise of one of these
 * @throws {TypeError} `core` is none of these.
 *
 * @example
 * import { init, validate } from "fintoc-preflight/slim";
 *
 * await init(fetch("/core.wasm"));
 * validate({ amount: 350000 });
 */
export declare function init(core: object): Promise<void>;
