/** `WebAssembly.Module`; `object` in a program without the types of WebAssembly. */
type Module = typeof globalThis extends { WebAssembly: { Module: { prototype: infer T } } } ? T : object;

/**
 * The core as a module, in runtimes that import WebAssembly as such: Cloudflare Workers, and others by their bundler.
 *
 * @example
 * import core from "fintoc-preflight/core.wasm";
 * import { init, validate } from "fintoc-preflight/slim";
 *
 * await init(core);
 * validate({ amount: 350000 });
 */
declare const core: Module;
export default core;
