/** The entry without the core, for those who host `core.wasm` themselves. */

import { createApi } from "../api.js";
import { bytesOf } from "../views.js";

let module;

/** An instance that was made ahead: Chromium before 115 makes none on the spot. */
let ready;

/**
 * Takes the core: a module, its bytes, or a response with them; or a promise of one of these.
 *
 * @param {WebAssembly.Module | BufferSource | Response | Promise<WebAssembly.Module | BufferSource | Response>} source
 */
export async function init(source) {
  module = await compile(await source);
  ready = await WebAssembly.instantiate(module);
}

async function compile(source) {
  const kind = Object.prototype.toString.call(source);
  if (kind === "[object WebAssembly.Module]") return source;
  if (kind === "[object ArrayBuffer]") return WebAssembly.compile(source);
  const bytes = bytesOf(source);
  if (bytes) return WebAssembly.compile(bytes);
  if (typeof source?.arrayBuffer !== "function") {
    throw new TypeError("fintoc-preflight: init() takes core.wasm as a WebAssembly.Module, its bytes, or a Response");
  }
  if (source.ok === false) throw new Error(`fintoc-preflight: core.wasm was answered with status ${source.status}`);
  return WebAssembly.compile(await source.arrayBuffer());
}

function instantiate() {
  if (!module) {
    throw new Error("fintoc-preflight/slim: call `await init(core)` before, with fintoc-preflight/core.wasm");
  }
  const { exports } = ready ?? new WebAssembly.Instance(module);
  ready = undefined;
  return exports;
}

export const { validate, validateJson, parse, checkoutSession, checkoutSessionV1 } = createApi(instantiate);
export { explain, rules } from "../catalogue.js";
export { PreflightError, toFintocError } from "../error.js";
