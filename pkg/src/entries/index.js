/** The default entry: the core is inlined, and compiled on the first call. Until then WebAssembly is not touched. */

import core from "built:core.wasm";

import { createApi } from "../api.js";
import { decode } from "../inline.js";

let module;

/** An instance that was made ahead: Chromium before 115 makes none on the spot, not even of a module that is compiled. */
let ready;

/** Makes ready for the first call, where a page may not compile on the spot. Elsewhere it need not be called. */
export async function init() {
  module ??= await WebAssembly.compile(decode(core));
  ready ??= await WebAssembly.instantiate(module);
}

function instantiate() {
  const { exports } = ready ?? instantiateNow();
  ready = undefined;
  return exports;
}

function instantiateNow() {
  try {
    module ??= new WebAssembly.Module(decode(core));
    return new WebAssembly.Instance(module);
  } catch (cause) {
    const message =
      "fintoc-preflight: WebAssembly cannot be compiled synchronously here. Call `await init()` before, " +
      'or import "fintoc-preflight/js", which does without WebAssembly.';
    throw new Error(message, { cause });
  }
}

export const { validate, validateJson, parse, checkoutSession, checkoutSessionV1 } = createApi(instantiate);
export { explain, rules } from "../catalogue.js";
export { PreflightError, toFintocError } from "../error.js";
