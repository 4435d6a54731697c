/** A module that is inlined, as text: compiled on the first call. Until then WebAssembly is not touched. */

import { decode } from "./inline.js";

/**
 * @param {string} text the module
 * @param {string} otherwise what else one can do where nothing can be compiled on the spot
 */
export function createInlined(text, otherwise = "") {
  let module;

  /** An instance that was made ahead: Chromium before 115 makes none on the spot, not even of a module that is compiled. */
  let ready;

  const instantiateNow = () => {
    try {
      module ??= new WebAssembly.Module(decode(text));
      return new WebAssembly.Instance(module);
    } catch (cause) {
      const message =
        "fintoc-preflight: WebAssembly cannot be compiled synchronously here. Call `await init()` before" + otherwise + ".";
      throw new Error(message, { cause });
    }
  };

  return {
    async init() {
      module ??= await WebAssembly.compile(decode(text));
      ready ??= await WebAssembly.instantiate(module);
    },

    instantiate() {
      const { exports } = ready ?? instantiateNow();
      ready = undefined;
      return exports;
    },
  };
}
