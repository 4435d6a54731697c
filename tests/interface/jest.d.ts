import type { Options } from "./index.js";
import type { CheckoutSessionMatchers } from "./matchers.js";

export type { CheckoutSessionMatchers, MatcherResult } from "./matchers.js";

declare global {
  namespace jest {
    interface Matchers<R, T = {}> {
      /** Passes if a request has no errors; otherwise the message is the report, with excerpts of the request. */
      toBeValidCheckoutSession(options?: Options): R;
    }
  }
}

/** The matchers, which the import adds to the global `expect`. Without globals: `expect.extend(matchers)`. */
export declare const matchers: CheckoutSessionMatchers;
