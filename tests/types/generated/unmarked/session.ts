// Answers of Fintoc, as programs read them.

import type { Currency, Report } from "fintoc-preflight";
import {
  compareSession,
  parseCheckoutSession,
  parseEvent,
  PreflightError,
  type CheckoutSession,
  type Comparison,
  type Customer,
  type Event,
  type OtherData,
  type ParsedEvent,
  type ParsedSession,
  type PaymentIntent,
  type SetupIntent,
} from "fintoc-preflight/session";

const { session, report, raw }: ParsedSession = parseCheckoutSession("{}", { locale: "es-CL", strict: true });
const id: string = session.id;
const kind: "checkout_session" | null | undefined = session.object;
const amount: number | null | undefined = session.amount;
const method: string | undefined = session.payment_method_types?.[0];
const rfc: string | null | undefined = session.customer?.tax_id?.value;
const customer: Customer | null | undefined = session.customer;
const setup: SetupIntent | null | undefined = session.setup_intent;
const payment: PaymentIntent | null | undefined = session.payment_resource?.payment_intent;
const warnings: Report["warnings"] = report.warnings;
// Values of open enums that came later are strings too.
const isPaused: boolean = session.status === "paused" || session.currency === "COP";
//
const currency: Currency = session.currency!;
//
session.amount.toFixed();
//
session.status.length;
//
parseCheckoutSession({}, { version: "v2" });
//
compareSession({}, {}, { strict: true });

export function told({ type, data }: Event): string | OtherData | undefined {
  if (type === "checkout_session.finished" || type === "refund.succeeded" || type === "a.later.one") return type;
  switch (data?.object) {
    case "checkout_session":
      return statusOf(data);
    case "payment_intent":
      return data.error_reason ?? data.id ?? undefined;
    default: {
      const object = String(data?.object);
      return object === "refund" ? String(data?.["id"]) : undefined;
    }
  }
}

function statusOf(session: CheckoutSession): string | undefined {
  return session.status ?? undefined;
}

export function statusOfEvent(event: Event): string {
  if (event.data?.object === "checkout_session") return event.data.status ?? "";
  if (event.data?.object === "payment_intent") return event.data.status ?? "";
  return "";
}

export function differences(request: unknown, answer: unknown): string[] {
  const comparison: Comparison = compareSession(request, answer, { version: "v1", locale: "es" });
  return comparison.matches ? [] : comparison.differences.map(({ param, kind, message }) => `${param} ${kind} ${message}`);
}

export function rulesOf(error: unknown): string[] {
  return error instanceof PreflightError ? error.report.errors.map(({ rule }) => rule) : [];
}

const parsed: ParsedEvent = parseEvent(new Uint8Array());
export { amount, currency, customer, id, isPaused, kind, method, parsed, payment, raw, rfc, setup, warnings };
