/** The session entry. Its core is separate from that of the default entry, so that no program loads both for one. */

import core from "built:session.wasm";

import { createInlined } from "../inlined.js";
import { createSessionApi } from "../session.js";

const inlined = createInlined(core);

/** Compiles the core ahead of the first call. Required only in a page of Chromium before 115. */
export const { init } = inlined;

export const { parseCheckoutSession, parseEvent, compareSession } = createSessionApi(inlined.instantiate);
export { PreflightError } from "../error.js";
