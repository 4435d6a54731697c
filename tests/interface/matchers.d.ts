import type { Options } from "./index.js";

/** The matchers of this package, as `expect.extend` takes them. */
export interface CheckoutSessionMatchers {
  /**
   * Passes if a request has no errors. If it fails, the message is the report with an excerpt of the request for each
   * violation. A string or bytes are JSON text, any other value is validated as it would be sent.
   */
  toBeValidCheckoutSession(received: unknown, options?: Options): MatcherResult;
}

/** The result of a matcher. */
export interface MatcherResult {
  /** True if the request is valid. */
  pass: boolean;
  /** Returns what the runner prints. */
  message: () => string;
}
