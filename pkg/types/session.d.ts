// Types of Fintoc's answers, composed from the declarations that the core generates. A field has its declared type or is
// absent. Unknown fields and strings outside a documented enum are kept; the former have no declared type.

import type { AccountType, Currency, Draft, Flow, Locale, Report, RuleId, SavePaymentMethod, UiMode, Version } from "./index.js";

export { PreflightError } from "./index.js";

/** A checkout session as Fintoc returns it. */
export interface CheckoutSession extends Answer.CheckoutSession {
  /** The type of the object. */
  object?: Field<"checkout_session">;
  /** The items that the customer pays for; `null` if the request had none. */
  line_items?: Field<Answer.LineItem[]>;
  /** The payment methods that the customer may use. */
  payment_method_types?: Field<OpenEnum<PaymentMethodType>[]>;
}

/** A customer as Fintoc returns it. */
export type Customer = Answer.Customer;

/** The payment that a session has created. */
export type PaymentResource = Answer.PaymentResource;

/** A payment as Fintoc returns it. */
export type PaymentIntent = Answer.PaymentIntent;

/** An attempt to save a payment method, as Fintoc returns it. */
export type SetupIntent = Answer.SetupIntent;

/** An event, the body of a webhook. */
export interface Event extends Omit<Answer.Event, "data"> {
  /** The id, `evt_…`. */
  id: string;
  /** The type of the object. */
  object?: Field<"event">;
  /** The object of the event, whose type is in its `object`. */
  data?: Field<EventData>;
}

/**
 * The object of an event, a union by its `object`.
 *
 * @example
 * import { parseEvent } from "fintoc-preflight/session";
 *
 * const { event } = parseEvent({ id: "evt_1", data: { object: "checkout_session", status: "created" } });
 * if (event.data?.object === "checkout_session") console.log(event.data.status); // created
 */
export type EventData = CheckoutSessionData | PaymentIntentData | OtherData;

/** A session as the object of an event. */
export interface CheckoutSessionData extends CheckoutSession {
  /** The type of the object. */
  object: "checkout_session";
}

/** A payment as the object of an event. */
export interface PaymentIntentData extends PaymentIntent {
  /** The type of the object. */
  object: "payment_intent";
}

/** Any other object of an event. */
export interface OtherData {
  /** Any other type. Convert it by `String(object)`. */
  object?: Field<OtherObject>;
  /** Its other fields. */
  [name: string]: unknown;
}

/** A string other than the known types. Not declared as `string`, which would prevent narrowing the union. */
export interface OtherObject {
  /** Returns the string. */
  toString(): string;
  /** A brand that exists only for the compiler. */
  readonly [other]: true;
}

declare const other: unique symbol;

/** The result of `parseCheckoutSession`. */
export interface ParsedSession {
  /** The session without its malformed fields, which have another type than documented. */
  session: CheckoutSession & {
    /** The id, `cs_…`. */
    id: string;
  };
  /** The deviations from the documentation, as warnings. It has no errors. */
  report: Report;
  /** The session as received. */
  raw: AnyObject;
}

/** The result of `parseEvent`. */
export interface ParsedEvent {
  /** The event without its malformed fields, which have another type than documented. */
  event: Event;
  /** The deviations from the documentation, as warnings. It has no errors. */
  report: Report;
  /** The event as received. */
  raw: AnyObject;
}

/** Options of `parseCheckoutSession` and `parseEvent`. A wrong option is a `TypeError` that names it. */
export interface AnswerOptions {
  /** The language of the messages. Default: English. */
  locale?: Locale | undefined;
  /** Reports deviations from the documentation as errors, so that the function throws for them. Default: false. */
  strict?: boolean | undefined;
}

/** Options of `compareSession`. A wrong option is a `TypeError` that names it. */
export interface ComparisonOptions {
  /** The language of the messages. Default: English. */
  locale?: Locale | undefined;
  /** The version of the API that the request is for. Default: `"v2"`. */
  version?: Version | undefined;
}

/**
 * Reads a session that the API answered. A field that is not as documented is left out of `session`, and is a warning
 * in `report`; unknown fields, and strings outside an enum, are kept.
 *
 * @param session a value, or JSON as a string or bytes
 * @throws {PreflightError} The session cannot be used: it is not JSON, not an object, an error of the API, without an
 * `id`, or another type of object.
 *
 * @example
 * import { parseCheckoutSession } from "fintoc-preflight/session";
 *
 * const body = '{"id": "cs_1", "object": "checkout_session", "status": "created"}';
 * const { session, report } = parseCheckoutSession(body);
 * console.log(session.status, report.warnings.length); // created 0
 */
export declare function parseCheckoutSession(session: unknown, options?: AnswerOptions): ParsedSession;

/**
 * Reads an event, the body of a webhook. Verify its signature first, over the bytes as received. A field that is not as
 * documented is left out of `event`, and is a warning in `report`.
 *
 * @param event a value, or JSON as a string or bytes
 * @throws {PreflightError} The event cannot be used: it is not JSON, not an object, an error of the API, without an
 * `id`, or another type of object.
 *
 * @example
 * import { parseEvent } from "fintoc-preflight/session";
 *
 * const { event } = parseEvent('{"id": "evt_1", "object": "event", "type": "checkout_session.finished"}');
 * console.log(event.type); // checkout_session.finished
 */
export declare function parseEvent(event: unknown, options?: AnswerOptions): ParsedEvent;

/**
 * Compares a session with the request that created it: amount, URLs, currency, the customer's id, e-mail address,
 * expiry, flow, items, metadata, payment method types, `save_payment_method` and `ui_mode`. A field that the request
 * leaves open may have any value in the session, and a field that the session does not have is not a difference.
 *
 * @param request a value, or JSON as a string or bytes
 * @param session a value, or JSON as a string or bytes
 * @throws {PreflightError} The request is not an object, or has a field of the wrong type; or the session cannot be
 * used.
 *
 * @example
 * import { compareSession } from "fintoc-preflight/session";
 *
 * const session = { id: "cs_1", object: "checkout_session", amount: 4500 };
 * console.log(compareSession({ amount: 45000 }, session).differences[0].param); // amount
 */
export declare function compareSession(request: unknown, session: unknown, options?: ComparisonOptions): Comparison;

/** The result of `compareSession`. */
export interface Comparison {
  /** True if there are no differences. */
  matches: boolean;
  /** The differences, in the order of the session's fields. */
  differences: Difference[];
  /** The count of differences beyond the first 1,000, which are not listed; absent if all are listed. */
  omitted?: number;
}

/** A field whose value in the session differs from the request. */
export interface Difference {
  /** The path in the session: names and indexes, such as `["line_items", 0, "quantity"]`. */
  path: (string | number)[];
  /** The path in Fintoc's form, such as `line_items[0].quantity`. */
  param: string;
  /** `missing` if the session has `null`; `other` if it has a different value. */
  kind: "missing" | "other";
  /** One sentence, without either of the values. */
  message: string;
}

/**
 * Compiles the WebAssembly ahead of the first call. Required only in a page of Chromium before 115, which refuses to
 * compile synchronously.
 *
 * @example
 * import { init, parseEvent } from "fintoc-preflight/session";
 *
 * await init();
 * console.log(parseEvent({ id: "evt_1", type: "payment_intent.succeeded" }).event.type); // payment_intent.succeeded
 */
export declare function init(): Promise<void>;

type Field<T> = T | null;

/** A string of a documented enum, or any other: Fintoc may add values. */
type OpenEnum<T extends string> = T | (string & {});

type Integer = number;

type Text = string;

type AnyObject = { [name: string]: unknown };

type Metadata = AnyObject;

type BusinessProfile = Draft.BusinessProfile;
type ProductData = Draft.ProductData;
type Recurring = Draft.Recurring;
type TaxId = Draft.TaxId;

