/** The entry for what Fintoc sends back. Its core is another than that of the default entry, so that neither pays for both. */

import core from "built:session.wasm";

import { createInlined } from "../inlined.js";
import { createSessionApi } from "../session.js";

const inlined = createInlined(core);

/** Makes ready for the first call, where a page may not compile on the spot. Elsewhere it need not be called. */
export const { init } = inlined;

export const { parseCheckoutSession, parseEvent, compareSession } = createSessionApi(inlined.instantiate);
export { PreflightError } from "../error.js";
