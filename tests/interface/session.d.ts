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


/**
 * Reads an error of the API, and finds the rules that could have caught it before the request was sent.
 *
 * @param body the body of the answer, `{ error: … }`, as a value, JSON text or bytes; its `error`; or the error that
 * the official client has thrown
 * @returns the error; `undefined` if the body is not an error of the API
 *
 * @example
 * import { parseFintocError } from "fintoc-preflight/session";
 *
 * const body = '{"error": {"type": "invalid_request_error", "code": "missing_parameter", "param": "currency"}}';
 * console.log(parseFintocError(body)?.rules); // [ 'required' ]
 */
export declare function parseFintocError(body: unknown): ParsedError | undefined;

/** An error of the API. A member that the API left out is `null`. */
export interface ParsedError {
  /** The type, such as `invalid_request_error`. */
  type: string | null;
  /** The code, such as `missing_parameter`. */
  code: string | null;
  /** The message, for developers. */
  message: string | null;
  /** The field, such as `line_items[0].quantity`. */
  param: string | null;
  /** The URL of Fintoc's documentation on the error. */
  doc_url: string | null;
  /**
   * The rules that report this code at this field or, if the error names no field, this code; empty if there are none.
   * `explain` describes a rule.
   */
  rules: RuleId[];
}

/** The status of a session. */
export type Status =
  | "created"
  | "in_progress"
  | "finished"
  | "expired";

/** The mode: live, or test without real money. */
export type Mode =
  | "live"
  | "test";

/** The type of an event. */
export type EventType =
  | "checkout_session.finished"
  | "checkout_session.expired"
  | "checkout_session.completed"
  | "payment_intent.succeeded"
  | "payment_intent.failed"
  | "payment_intent.requires_action"
  | "payment_intent.pending"
  | "payment_intent.rejected"
  | "payment_intent.expired"
  | "refund.in_progress"
  | "refund.succeeded"
  | "refund.failed"
  | "charge.succeeded"
  | "charge.failed"
  | "subscription.activated"
  | "subscription.canceled";

/** The status of a payment. */
export type PaymentStatus =
  | "created"
  | "in_progress"
  | "pending"
  | "succeeded"
  | "failed"
  | "requires_action"
  | "rejected"
  | "expired";

/** The status of a setup. */
export type SetupStatus =
  | "created"
  | "started"
  | "waiting_for_retry"
  | "succeeded"
  | "failed";

/** A payment method. */
export type PaymentMethodType =
  | "bank_transfer"
  | "card"
  | "installments"
  | "pac"
  | "direct_debit";

/** The objects of answers, as the core reads them: every field is optional. */
export namespace Answer {
  /** A checkout session, as the API returns it. */
  export interface CheckoutSession {
    /** The id, `cs_…`. Always present. */
    id?: Field<Text>;
    /** `checkout_session`. */
    object?: Field<Text>;
    /** The amount to pay, in the smallest unit of the currency. Absent in a setup; null in a subscription. */
    amount?: Field<Integer>;
    /** The business on whose behalf a payment aggregator collects. */
    business_profile?: Field<BusinessProfile>;
    /** The URL to which the customer is sent after giving up. */
    cancel_url?: Field<Text>;
    /** The creation time: a date-time in UTC. */
    created_at?: Field<Text>;
    /** The currency. */
    currency?: Field<OpenEnum<Currency>>;
    /** The customer who pays. */
    customer?: Field<Customer>;
    /** The e-mail address for notices of a refund; null when the request had none. */
    customer_email?: Field<Text>;
    /** The expiry time: a date-time in UTC. */
    expires_at?: Field<Text>;
    /** The flow: a payment, a subscription or a setup. */
    flow?: Field<OpenEnum<Flow>>;
    /** The items to pay for; null when the request had none. */
    line_items?: Field<Field<LineItem>[]>;
    /** The merchant's own data; null in some events when the request had none. */
    metadata?: Field<Metadata>;
    /** The mode: live, or test without real money. */
    mode?: Field<OpenEnum<Mode>>;
    /** The id of the saved payment method, `pm_…`; null when none is used. */
    payment_method?: Field<Text>;
    /** The options of the payment methods, by type. */
    payment_method_options?: Field<AnyObject>;
    /** The payment methods that the customer may use. */
    payment_method_types?: Field<Field<OpenEnum<PaymentMethodType>>[]>;
    /** The payment; null until it exists. */
    payment_resource?: Field<PaymentResource>;
    /** The URL of Fintoc's page for the customer. */
    redirect_url?: Field<Text>;
    /** `enabled` if the customer may save their payment method. */
    save_payment_method?: Field<OpenEnum<SavePaymentMethod>>;
    /** The token that starts the widget; null when the request had both URLs. */
    session_token?: Field<Text>;
    /** The attempt to save a payment method, in a setup or a subscription. */
    setup_intent?: Field<SetupIntent>;
    /** The status. */
    status?: Field<OpenEnum<Status>>;
    /** The id of the subscription, `sub_…`; null in other flows. */
    subscription?: Field<Text>;
    /** The URL to which the customer is sent after paying. */
    success_url?: Field<Text>;
    /** The place of the checkout: Fintoc's page, or embedded in the merchant's. */
    ui_mode?: Field<OpenEnum<UiMode>>;
    /** The time of the last change: a date-time in UTC. */
    updated_at?: Field<Text>;
  }

  /** The customer of a session. */
  export interface Customer {
    /** The id, `cus_…`. */
    id?: Field<Text>;
    /** `customer`. */
    object?: Field<Text>;
    /** The e-mail address. */
    email?: Field<Text>;
    /** The merchant's own data. */
    metadata?: Field<Metadata>;
    /** The full name, or that of the business. */
    name?: Field<Text>;
    /** The tax identifier; null when there is none. */
    tax_id?: Field<TaxId>;
    /** The phone number; null when there is none. */
    phone?: Field<Text>;
    /** The address, which the documentation does not describe; null when there is none. */
    address?: Field<AnyObject>;
  }

  /** An item of a session. */
  export interface LineItem {
    /** The number of units. */
    quantity?: Field<Integer>;
    /** The price and the product. */
    price_data?: Field<PriceData>;
    /** The id of a price stored by Fintoc. */
    price?: Field<Text>;
  }

  /** The price of an item of a session. */
  export interface PriceData {
    /** The currency. */
    currency?: Field<OpenEnum<Currency>>;
    /** The price of one unit in the smallest unit of the currency. */
    unit_amount?: Field<Integer>;
    /** The product. */
    product_data?: Field<ProductData>;
    /** The id of a product stored by Fintoc. */
    product?: Field<Text>;
    /** The interval at which a subscription charges the price. */
    recurring?: Field<Recurring>;
  }

  /** The resource that a session created. */
  export interface PaymentResource {
    /** The payment. */
    payment_intent?: Field<PaymentIntent>;
  }

  /** An attempt to save a payment method for later charges. */
  export interface SetupIntent {
    /** The id, `seti_…`. */
    id?: Field<Text>;
    /** `setup_intent`. */
    object?: Field<Text>;
    /** The status. */
    status?: Field<OpenEnum<SetupStatus>>;
    /** The reason why the last attempt failed; null if it did not. */
    error_reason?: Field<Text>;
  }

  /** A payment, as the API returns it. */
  export interface PaymentIntent {
    /** The id, `pi_…`. */
    id?: Field<Text>;
    /** `payment_intent`. */
    object?: Field<Text>;
    /** The amount to pay, in the smallest unit of the currency. */
    amount?: Field<Integer>;
    /** The business on whose behalf a payment aggregator collects. */
    business_profile?: Field<BusinessProfile>;
    /** The creation time: a date-time in UTC. */
    created_at?: Field<Text>;
    /** The currency. */
    currency?: Field<OpenEnum<Currency>>;
    /** The customer who pays; null when the session has none. */
    customer?: Field<Customer>;
    /** The e-mail address for notices of a refund. */
    customer_email?: Field<Text>;
    /** The reason why it failed; null if it did not. */
    error_reason?: Field<Text>;
    /** The expiry time: a date-time in UTC. */
    expires_at?: Field<Text>;
    /** The merchant's own data. */
    metadata?: Field<Metadata>;
    /** The mode: live, or test without real money. */
    mode?: Field<OpenEnum<Mode>>;
    /** The action that the status `requires_action` asks of the customer; the documentation does not describe it. */
    next_action?: Field<AnyObject>;
    /** The payment method. */
    payment_type?: Field<OpenEnum<PaymentMethodType>>;
    /** The options of the payment method, which the documentation does not describe. */
    payment_type_options?: Field<AnyObject>;
    /** The account that receives the payment. */
    recipient_account?: Field<Account>;
    /** The bank's reference. */
    reference_id?: Field<Text>;
    /** The account that the payment comes from; null when the customer gave up before naming one. */
    sender_account?: Field<Account>;
    /** The status. */
    status?: Field<OpenEnum<PaymentStatus>>;
    /** The time at which the bank booked the payment. */
    transaction_date?: Field<Text>;
    /** The token that starts the widget. */
    widget_token?: Field<Text>;
  }

  /** A bank account of a payment. */
  export interface Account {
    /** The owner's identifier: in Chile a RUT, in Mexico an RFC or a CURP. */
    holder_id?: Field<Text>;
    /** The bank's identifier, such as `cl_banco_falabella`. */
    institution_id?: Field<Text>;
    /** The account number. */
    number?: Field<Text>;
    /** The account type. */
    type?: Field<OpenEnum<AccountType>>;
  }

  /** An event, the body of a webhook. */
  export interface Event {
    /** The id, `evt_…`. Always present. */
    id?: Field<Text>;
    /** `event`. */
    object?: Field<Text>;
    /** The type: what happened. */
    type?: Field<OpenEnum<EventType>>;
    /** The mode: live, or test without real money. */
    mode?: Field<OpenEnum<Mode>>;
    /** The time of the event: a date-time in UTC. */
    created_at?: Field<Text>;
    /** The object that it happened to. */
    data?: Field<EventData>;
  }
}
