/** Sessions, and what happens to them. */

import { randomBytes } from "node:crypto";

import { BoundedMap } from "./bounded.js";
import { errorOf } from "./errors.js";
import { OUTCOMES, paymentOf } from "./outcomes.js";

/** In milliseconds: the time after which a session expires unless the request says otherwise. */
const DAY = 24 * 60 * 60 * 1000;

/** The field of `metadata` that chooses an outcome. */
const FIELD = "mock_outcome";

const DEFAULT_OUTCOME = "succeeded";

/**
 * Returns the sessions of a server.
 *
 * @param {{ notify: (type: string, data: object) => void }} options
 */
export function createSessions({ notify }) {
  const sessions = new BoundedMap();

  /** Finishes a session, and sends its events. */
  const finish = (session, outcome) => {
    const { status, payment } = OUTCOMES[outcome];
    session.status = status;
    const intent = payment && session.flow === "payment" ? paymentOf(session, payment) : undefined;
    if (intent) {
      session.payment_resource = { payment_intent: intent };
      notify(`payment_intent.${payment}`, intent);
    }
    notify(`checkout_session.${status}`, session);
  };

  const isOpen = ({ status }) => status === "created";

  return {
    create(request, version, host) {
      const session = sessionOf(request, version, host);
      sessions.set(session.id, session);
      const { [FIELD]: outcome } = session.metadata;
      const isChosen = Object.hasOwn(OUTCOMES, outcome ?? "");
      // The answer has the session as it was created; what happens to it is told by events.
      return { status: 201, body: { ...session }, ...(isChosen && { afterwards: () => finish(session, outcome) }) };
    },

    find(id) {
      const session = sessions.get(id);
      return session && { status: 200, body: session };
    },

    expire(id) {
      const session = sessions.get(id);
      if (!session) return undefined;
      if (!isOpen(session)) return errorOf(400, "invalid_request_error", "invalid_params", "the session has ended already");
      finish(session, "expired");
      return { status: 200, body: { ...session } };
    },

    /** Pays as a customer would, and leads back to the merchant. */
    pay(id) {
      const session = sessions.get(id);
      if (!session) return undefined;
      if (isOpen(session)) finish(session, DEFAULT_OUTCOME);
      const isPaid = session.payment_resource?.payment_intent.status !== "failed" && session.status === "finished";
      const location = isPaid ? session.success_url : session.cancel_url;
      return location ? { status: 303, headers: { location } } : { status: 204 };
    },
  };
}

/** Returns the session for a valid request, with the fields of Fintoc's documentation. */
function sessionOf(request, version, host) {
  const now = new Date();
  const id = idOf("cs");
  const { flow = "payment", currency, amount, line_items, customer, customer_data } = withoutNull(request);
  const given = version === "v1" ? customer : customer_data;
  return {
    id,
    object: "checkout_session",
    mode: "test",
    status: "created",
    flow,
    ...(flow !== "setup" && { amount: amount ?? totalOf(line_items ?? []) }),
    currency: currency.toUpperCase(),
    created_at: now.toISOString(),
    expires_at: request.expires_at ?? new Date(now.getTime() + DAY).toISOString(),
    success_url: request.success_url ?? null,
    cancel_url: request.cancel_url ?? null,
    redirect_url: `http://${host}/checkout/${id}`,
    business_profile: request.business_profile ?? {},
    customer: typeof customer === "string" ? { id: customer, object: "customer" } : given ? customerOf(given) : null,
    customer_email: request.customer_email ?? null,
    line_items: line_items ?? null,
    metadata: request.metadata ?? {},
    payment_method: request.payment_method ?? null,
    payment_method_options: request.payment_method_options ?? {},
    payment_method_types: request.payment_method_types ?? [flow === "payment" ? "bank_transfer" : "card"],
    payment_resource: null,
    save_payment_method: request.save_payment_method ?? "disabled",
    session_token: request.success_url ? null : idOf("session"),
    subscription: null,
    ui_mode: request.ui_mode ?? "hosted",
  };
}

const withoutNull = (request) => Object.fromEntries(Object.entries(request).filter(([, value]) => value !== null));

const customerOf = ({ name = null, email = null, tax_id = null, metadata = {} }) => ({
  id: idOf("cus"),
  object: "customer",
  name,
  email,
  metadata,
  tax_id,
});

const totalOf = (items) => items.reduce((sum, { quantity, price_data }) => sum + quantity * (price_data?.unit_amount ?? 0), 0);

/** Returns a new id with a prefix. */
export const idOf = (prefix) => `${prefix}_${randomBytes(12).toString("hex")}`;
