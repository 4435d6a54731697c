/** The outcomes of a session: its status afterwards, and that of its payment. */

import { randomBytes } from "node:crypto";

export const OUTCOMES = {
  succeeded: { status: "finished", payment: "succeeded" },
  failed: { status: "finished", payment: "failed" },
  requires_action: { status: "finished", payment: "requires_action" },
  expired: { status: "expired" },
};

/** Returns the payment of a session, with the fields of Fintoc's documentation. */
export function paymentOf({ amount, currency, expires_at, metadata, customer_email, payment_method_types }, status) {
  return {
    id: `pi_${randomBytes(12).toString("hex")}`,
    object: "payment_intent",
    mode: "test",
    amount,
    currency,
    status,
    created_at: new Date().toISOString(),
    expires_at,
    metadata,
    customer_email,
    payment_type: payment_method_types[0],
    error_reason: status === "failed" ? "payment_rejected" : null,
    business_profile: {},
    payment_type_options: {},
    recipient_account: null,
    reference_id: null,
    sender_account: null,
    transaction_date: null,
    widget_token: null,
  };
}
