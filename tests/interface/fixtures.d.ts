import type { CheckoutSessionRequestV1, PaymentRequest, SetupRequest, SubscriptionRequest } from "./index.js";

/** The valid requests by name. */
export interface Fixtures {
  /** A payment on a page of Fintoc's. */
  payment: PaymentRequest;
  /** A payment in the merchant's page. */
  embedded: PaymentRequest;
  /** A payment of items. */
  items: PaymentRequest;
  /** A monthly subscription of a new customer. */
  subscription: SubscriptionRequest;
  /** A payment method of a new customer, saved without a payment. */
  setup: SetupRequest;
  /** A request for version 1 of the API. */
  v1: CheckoutSessionRequestV1;
}

/**
 * Returns a valid request for a test, with some members replaced. Objects are merged deeply, arrays and other values
 * are replaced, and `undefined` removes a member. If the items are replaced and the amount is not, the amount is their
 * total.
 *
 * @param name the request; default `"payment"`
 * @param overrides the members to replace; they can make the request invalid
 * @throws {TypeError} There is no such name.
 *
 * @example
 * import { fixture } from "fintoc-preflight/fixtures";
 *
 * console.log(fixture("subscription", { customer_data: { email: "ana@example.com" } }).amount); // 9990
 */
export declare function fixture<Name extends keyof Fixtures = "payment">(
  name?: Name,
  overrides?: { readonly [member: string]: unknown },
): Fixtures[Name];
