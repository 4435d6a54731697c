// What Fintoc sends back, composed from the declarations of the core. What comes back may have come to hold more: other
// words, which are kept, and other fields, which are there without a type.

import type { AccountType, Currency, Draft, Flow, Locale, SavePaymentMethod, UiMode } from "./index.js";

export { PreflightError } from "./index.js";

/** A checkout session, as Fintoc answers it. */
export interface CheckoutSession extends Answer.CheckoutSession {
  /** The id, `cs_…`. */
  id: string;
  /** What the object is. */
  object: "checkout_session";
  /** What the customer pays for; null when the request had none. */
  line_items?: Field<Answer.LineItem[]>;
  /** How the customer may pay. */
  payment_method_types?: Field<Word<PaymentMethodType>[]>;
  /** The payment; null until it is made. */
  payment_resource?: Field<PaymentResource>;
  /** Where it stands. */
  status: Word<Status>;
}

/** What a session has brought about. */
export interface PaymentResource extends Answer.PaymentResource {
  /** The payment. */
  payment_intent?: Field<PaymentIntent>;
}

/** A payment, as Fintoc answers it. */
export interface PaymentIntent extends Answer.PaymentIntent {
  /** The id, `pi_…`. */
  id: string;
  /** What the object is. */
  object: "payment_intent";
  /** Where it stands. */
  status: Word<PaymentStatus>;
}

/** A notice of Fintoc's, the body of a webhook: its `type` says what its `data` is. */
export type Event = CheckoutSessionEvent | PaymentIntentEvent | OtherEvent;

interface EventFields extends Omit<Answer.Event, "data" | "type"> {
  /** The id, `evt_…`. */
  id: string;
  /** What the object is. */
  object: "event";
}

/** Tells of a session. */
export interface CheckoutSessionEvent extends EventFields {
  /** What it tells. */
  type: Extract<EventType, `checkout_session.${string}`>;
  /** The session. */
  data: CheckoutSession;
}

/** Tells of a payment. */
export interface PaymentIntentEvent extends EventFields {
  /** What it tells. */
  type: Extract<EventType, `payment_intent.${string}`>;
  /** The payment. */
  data: PaymentIntent;
}

/** Tells something else. */
export interface OtherEvent extends EventFields {
  /** What it tells: none of the known words. `String(type)` is the word for the compiler too. */
  type: OtherEventType;
  /** What it happened to. */
  data: AnyObject;
}

/** A string that is no `EventType`. It is not called a string, or the compiler would take it for any of those. */
export interface OtherEventType {
  /** The word. */
  toString(): string;
  /** For the compiler only. */
  readonly [other]: true;
}

declare const other: unique symbol;

/** How what comes back is read. A wrong option is a `TypeError` that names it. */
export interface AnswerOptions {
  /** The language of the messages; English, unless it is given. */
  locale?: Locale | undefined;
}

/**
 * Reads a session that the API answered: a value, or its JSON text as a string or bytes. Words and fields that are not known
 * are kept.
 *
 * @throws {PreflightError} It is none. The report has everything that is wrong.
 */
export declare function parseCheckoutSession(session: unknown, options?: AnswerOptions): CheckoutSession;

/**
 * Reads an event, the body of a webhook, as text, bytes or a value. Verify its signature first, over the bytes that came.
 *
 * @throws {PreflightError} It is none. The report has everything that is wrong.
 */
export declare function parseEvent(event: unknown, options?: AnswerOptions): Event;

/**
 * Whether a session is what a request of version 2 asked for: amount, currency, flow, URLs, items, payment method types and
 * metadata. What the request leaves open may be anything in the session. Either may be a value, text or bytes.
 *
 * @throws {PreflightError} The request is no object or a field of it is of the wrong type, or else the session is none.
 */
export declare function compareSession(request: unknown, session: unknown, options?: AnswerOptions): Comparison;

/** How a session differs from a request. */
export interface Comparison {
  /** Whether there are no differences. */
  matches: boolean;
  /** The differences, in the order of the session's fields. */
  differences: Difference[];
}

/** Something that a request asked for, and the session does not have. */
export interface Difference {
  /** Where in the session it is: names and indexes, such as `["line_items", 0, "quantity"]`. */
  path: (string | number)[];
  /** The path as Fintoc writes it: `line_items[0].quantity`. */
  param: string;
  /** `missing` when the session has no value, `other` when it has another than the request. */
  kind: "missing" | "other";
  /** One sentence, which says neither of the values. */
  message: string;
}

/** Makes ready for the first call, where a page may not compile on the spot. Elsewhere it need not be called. */
export declare function init(): Promise<void>;

type Field<T> = T | null;

/** A word that is known, or one that came later. */
type Word<T extends string> = T | (string & {});

type Integer = number;

type Text = string;

type AnyObject = { [name: string]: unknown };

type Metadata = AnyObject;

type BusinessProfile = Draft.BusinessProfile;
type ProductData = Draft.ProductData;
type Recurring = Draft.Recurring;
type TaxId = Draft.TaxId;

/** As its type says. */
type EventData = AnyObject;
