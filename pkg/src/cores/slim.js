/** The core of programs that host `core.wasm` themselves. */

import { bytesOf } from "../views.js";

let module;

/** An instance made by `init()`, for the first call. Chromium before 115 refuses to instantiate synchronously. */
let ready;

/**
 * Compiles and instantiates `core.wasm`. Required before the first call of any other function.
 *
 * @param {WebAssembly.Module | BufferSource | Response | Promise<WebAssembly.Module | BufferSource | Response>} source
 * @example
 * import { init, validate } from "fintoc-preflight/slim";
 *
 * await init(fetch("/core.wasm"));
 * console.log(validate({ amount: 350000 }).valid);
 */
export async function init(source) {
  module = await compile(await source);
  ready = await WebAssembly.instantiate(module);
}

async function compile(source) {
  if (Object.prototype.toString.call(source) === "[object WebAssembly.Module]") return source;
  const bytes = bytesOf(source);
  if (bytes) return WebAssembly.compile(bytes);
  if (typeof source?.arrayBuffer !== "function") {
    throw new TypeError("fintoc-preflight: init() takes core.wasm as a WebAssembly.Module, its bytes, or a Response");
  }
  if (source.ok === false) throw new Error(`fintoc-preflight: core.wasm was answered with status ${source.status}`);
  return WebAssembly.compile(await source.arrayBuffer());
}

export function instantiate() {
  if (!module) {
    throw new Error("fintoc-preflight/slim: call `await init(core)` before, with fintoc-preflight/core.wasm");
  }
  const { exports } = ready ?? new WebAssembly.Instance(module);
  ready = undefined;
  return exports;
}
