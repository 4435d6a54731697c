// What Fintoc sends back, as programs read it.

import type { Currency } from "fintoc-preflight";
import {
  compareSession,
  parseCheckoutSession,
  parseEvent,
  PreflightError,
  type CheckoutSession,
  type Comparison,
  type Event,
  type OtherEvent,
  type PaymentIntent,
} from "fintoc-preflight/session";

const session: CheckoutSession = parseCheckoutSession("{}", { locale: "es-CL" });
const id: string = session.id;
const kind: "checkout_session" = session.object;
const amount: number | null | undefined = session.amount;
const method: string | undefined = session.payment_method_types?.[0];
const rfc: string | null | undefined = session.customer?.tax_id?.value;
const payment: PaymentIntent | null | undefined = session.payment_resource?.payment_intent;
// Words that came later are strings too.
const isPaused: boolean = session.status === "paused" || session.currency === "COP";
// @ts-expect-error Type '"CLP" | "MXN" | (string & {})' is not assignable to type 'Currency'
const currency: Currency = session.currency!;
// @ts-expect-error is possibly 'null' or 'undefined'
session.amount.toFixed();
// @ts-expect-error 'version' does not exist in type 'AnswerOptions'
parseCheckoutSession({}, { version: "v2" });

export function told(event: Event): string | OtherEvent {
  switch (event.type) {
    case "checkout_session.finished":
    case "checkout_session.expired":
      return event.data.status;
    case "payment_intent.succeeded":
      return event.data.error_reason ?? event.data.id;
    case "payment_intent.failed":
    case "payment_intent.requires_action":
      return event.data.status;
    default: {
      const type = String(event.type);
      return type === "refund.succeeded" ? String(event.data["id"]) : event;
    }
  }
}

export function differences(request: unknown, answer: unknown): string[] {
  const comparison: Comparison = compareSession(request, answer);
  return comparison.matches ? [] : comparison.differences.map(({ param, kind, message }) => `${param} ${kind} ${message}`);
}

export function rulesOf(error: unknown): string[] {
  return error instanceof PreflightError ? error.report.errors.map(({ rule }) => rule) : [];
}

export const event: Event = parseEvent(new Uint8Array());
export { amount, currency, id, isPaused, kind, method, payment, rfc };
