/** The entry for Vitest: it adds the matchers to `expect`. List it in `setupFiles`, or import it in a test. */

import { expect } from "vitest";

import { createMatchers } from "../testing/matchers.js";
import { locate, locateAll, validate, validateJson } from "./index.js";

/** The matchers, for another `expect` than that of Vitest. */
export const matchers = createMatchers({ locate, locateAll, validate, validateJson });

expect.extend(matchers);
