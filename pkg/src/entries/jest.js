/** The entry for Jest: it adds the matchers to the global `expect`. List it in `setupFilesAfterEnv`. */

import { createMatchers } from "../testing/matchers.js";
import { locate, locateAll, validate, validateJson } from "./index.js";

/** The matchers, for projects without globals: `expect.extend(matchers)`. */
export const matchers = createMatchers({ locate, locateAll, validate, validateJson });

globalThis.expect?.extend(matchers);
