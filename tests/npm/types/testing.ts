// Fixtures and matchers, as tests use them. The types of Jest are those of its global namespace.

import type { CheckoutSessionRequestV1, PaymentRequest, SubscriptionRequest } from "fintoc-preflight";
import { fixture } from "fintoc-preflight/fixtures";
import { matchers } from "fintoc-preflight/jest";

const payment: PaymentRequest = fixture();
const subscription: SubscriptionRequest = fixture("subscription", { customer_data: { email: "ana@example.com" } });
const first: CheckoutSessionRequestV1 = fixture("v1");
const pass: boolean = matchers.toBeValidCheckoutSession(payment, { version: "v2" }).pass;

declare const expected: jest.Matchers<void>;
expected.toBeValidCheckoutSession({ strict: true });
// @ts-expect-error Argument of type '"refund"' is not assignable to parameter of type
fixture("refund");
export { first, pass, subscription };
