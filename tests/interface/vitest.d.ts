import "vitest";

import type { Options } from "./index.js";
import type { CheckoutSessionMatchers } from "./matchers.js";

export type { CheckoutSessionMatchers, MatcherResult } from "./matchers.js";

declare module "vitest" {
  interface Matchers<R extends void | Promise<void> = void | Promise<void>, T = unknown> {
    /** Passes if a request has no errors; otherwise the message is the report, with excerpts of the request. */
    toBeValidCheckoutSession(options?: Options): R;
  }
}

/** The matchers, which the import adds to `expect`. */
export declare const matchers: CheckoutSessionMatchers;
