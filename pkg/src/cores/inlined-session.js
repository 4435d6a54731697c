/** The core for answers: inlined in the script, and compiled synchronously on the first call. */

import { core } from "built:session.wasm";

import { createInlined } from "../inlined.js";

const inlined = /* @__PURE__ */ createInlined(core);

/** Compiles the core ahead of the first call. Required only in a page of Chromium before 115. */
export const init = () => inlined.init();

export const instantiate = () => inlined.instantiate();
