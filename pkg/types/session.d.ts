// What Fintoc sends back, composed from the declarations of the core. An answer may hold more than is declared: other words,
// which are kept, and other fields, which are there without a type. A field is there only with the type that it has here.

import type { AccountType, Currency, Draft, Flow, Locale, Report, SavePaymentMethod, UiMode, Version } from "./index.js";

export { PreflightError } from "./index.js";

/** A checkout session, as Fintoc answers it. */
export interface CheckoutSession extends Answer.CheckoutSession {
  /** What the object is. */
  object?: Field<"checkout_session">;
  /** What the customer pays for; null when the request had none. */
  line_items?: Field<Answer.LineItem[]>;
  /** How the customer may pay. */
  payment_method_types?: Field<Word<PaymentMethodType>[]>;
}

/** A customer, as Fintoc answers it. */
export type Customer = Answer.Customer;

/** What a session has brought about. */
export type PaymentResource = Answer.PaymentResource;

/** A payment, as Fintoc answers it. */
export type PaymentIntent = Answer.PaymentIntent;

/** An attempt to save a payment method, as Fintoc answers it. */
export type SetupIntent = Answer.SetupIntent;

/** A notice of Fintoc's, the body of a webhook. */
export interface Event extends Omit<Answer.Event, "data"> {
  /** The id, `evt_…`. */
  id: string;
  /** What the object is. */
  object?: Field<"event">;
  /** What it happened to: its `object` says which. */
  data?: Field<EventData>;
}

/**
 * What an event happened to.
 *
 * @example
 * if (event.data?.object === "checkout_session") console.log(event.data.status);
 */
export type EventData = CheckoutSessionData | PaymentIntentData | OtherData;

/** A session that an event happened to. */
export interface CheckoutSessionData extends CheckoutSession {
  /** What the object is. */
  object: "checkout_session";
}

/** A payment that an event happened to. */
export interface PaymentIntentData extends PaymentIntent {
  /** What the object is. */
  object: "payment_intent";
}

/** Anything else that an event happened to. */
export interface OtherData {
  /** What the object is: none of the above. `String(object)` is the word for the compiler too. */
  object?: Field<OtherObject>;
  /** Its other fields. */
  [name: string]: unknown;
}

/** A string that is none of the above. It is not called a string, or the compiler would take it for any of those. */
export interface OtherObject {
  /** The word. */
  toString(): string;
  /** For the compiler only. */
  readonly [other]: true;
}

declare const other: unique symbol;

/** A session, and what in it is not as documented. */
export interface ParsedSession {
  /** The session, without what is of another type than documented. */
  session: CheckoutSession & { id: string };
  /** What is not as documented, as warnings. It has no errors. */
  report: Report;
  /** The session as it came. */
  raw: AnyObject;
}

/** An event, and what in it is not as documented. */
export interface ParsedEvent {
  /** The event, without what is of another type than documented. */
  event: Event;
  /** What is not as documented, as warnings. It has no errors. */
  report: Report;
  /** The event as it came. */
  raw: AnyObject;
}

/** How an answer is read. A wrong option is a `TypeError` that names it. */
export interface AnswerOptions {
  /** The language of the messages; English, unless it is given. */
  locale?: Locale | undefined;
  /** Whether what is not as documented is an error; false, unless it is given. */
  strict?: boolean | undefined;
}

/** How a session is compared. A wrong option is a `TypeError` that names it. */
export interface ComparisonOptions {
  /** The language of the messages; English, unless it is given. */
  locale?: Locale | undefined;
  /** The version of the API that the request is for; `"v2"`, unless it is given. */
  version?: Version | undefined;
}

/**
 * Reads a session that the API answered: a value, or its JSON text as a string or bytes. What is not as documented is left out
 * of `session`, and a warning in `report`; words and fields that are not known are kept.
 *
 * @throws {PreflightError} The session cannot be used: no JSON, no object, an error of the API, no `id`, or another object.
 *
 * @example
 * const { session, report } = parseCheckoutSession(await response.text());
 */
export declare function parseCheckoutSession(session: unknown, options?: AnswerOptions): ParsedSession;

/**
 * Reads an event, the body of a webhook, as text, bytes or a value. Verify its signature first, over the bytes that came. What is
 * not as documented is left out of `event`, and a warning in `report`.
 *
 * @throws {PreflightError} The event cannot be used: no JSON, no object, an error of the API, no `id`, or another object.
 *
 * @example
 * const { event, report } = parseEvent(body);
 */
export declare function parseEvent(event: unknown, options?: AnswerOptions): ParsedEvent;

/**
 * Compares a session with what a request asked for: amount, URLs, currency, the customer's id, e-mail address, expiry, flow, items,
 * metadata, payment method types, `save_payment_method` and `ui_mode`. What the request leaves open may be anything in the session,
 * and a name that the session does not have is no difference. Either may be a value, text or bytes.
 *
 * @throws {PreflightError} The request is no object or a field of it is of the wrong type, or else the session cannot be used.
 */
export declare function compareSession(request: unknown, session: unknown, options?: ComparisonOptions): Comparison;

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
  /** `missing` when the session has `null`, `other` when it has another than the request. */
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

