/** A WebAssembly module that is inlined in the script as text. Nothing is compiled before the first call. */

import { decode } from "./inline.js";

/**
 * Returns `init`, which compiles asynchronously, and `instantiate`, which compiles synchronously if `init` has not run.
 *
 * @param {string} text the module, as `inline.js` encodes it
 * @param {string} otherwise the end of the error message: an alternative to `init()`
 */
export function createInlined(text, otherwise = "") {
  let module;

  /**
   * An instance made by `init()`, for the first call. Chromium before 115 refuses to instantiate synchronously, even a
   * compiled module.
   */
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
