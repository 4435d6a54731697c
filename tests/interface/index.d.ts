// Types of the requests as the rules require them, composed from the declarations that the core generates. A type
// rejects errors only: every valid request compiles, with or without warnings.
//
// When a value fits no member of a union, the compiler explains why it does not fit the last one: the last in
// alphabetical order, or before TypeScript 7 the one that it met last. So the most frequent members are last in both.

/**
 * `Currency`. Before TypeScript 7 the members of a union are in the order in which the compiler first meets them. As the
 * default of `C`, this makes it meet requests of a variable flow before all others, so that an error is explained by a
 * payment, although `parse` mentions payments alone.
 */
type AnyCurrency = Second<PaymentOrSubscriptionRequest, Currency>;

type Second<First, T> = T;

/** An optional value: `null` and `undefined` count as absent. */
type Field<T> = T | Absent;

/** The type of a field that must be absent. */
type Absent = null | undefined;

/** A whole number within ±(2^53 - 1). */
type Integer = number;

type Text = string;

/**
 * Any object, but no array, date or map. The values are `any`, not `unknown`: the compiler gives an interface no index
 * signature, and requires none if the values are `any`.
 */
type AnyObject = { [name: string]: any; [Symbol.iterator]?: never; [Symbol.toPrimitive]?: never };

/** The merchant's own names and values: strings, numbers and booleans. */
type Metadata = AnyObject;

/**
 * An array that is not empty, as far as the compiler sees: it rejects `[]`, and accepts any `T[]`. A tuple,
 * `[T, ...T[]]`, would reject every array that is computed.
 *
 * The array is the last member because the compiler infers from the last signature of `indexOf`, for instance in
 * `line_items: items.map(...)`.
 */
type NotEmpty<T> = SearchedForAny & readonly T[];

/** An array that can be searched for `any`, which is assignable to every type except `never`, the element of `[]`. */
interface SearchedForAny {
  /** Returns the index of an element. */
  readonly indexOf: (element: any, start?: number) => number;
}

/**
 * A request to create a checkout session with version 2 of the API, a union by `flow`; without one, a payment.
 *
 * With a currency, such as `CheckoutSessionRequest<"CLP">`, every item must have it. Without, the items may have either,
 * because a currency that is a variable is both to the compiler.
 *
 * @example
 * import type { CheckoutSessionRequest } from "fintoc-preflight";
 *
 * const request: CheckoutSessionRequest<"CLP"> = {
 *   currency: "CLP",
 *   line_items: [{ quantity: 2, price_data: { currency: "CLP", unit_amount: 990, product_data: { name: "Pan" } } }],
 *   ui_mode: "embedded",
 * };
 */
export type CheckoutSessionRequest<C extends Currency = AnyCurrency> = PaymentOrSubscriptionRequest<C> | RequestByFlow<C>;

/** A request whose flow is known, such as one that `parse` returns: comparing its `flow` tells the type. */
export type RequestByFlow<C extends Currency = AnyCurrency> = SetupRequest<C> | SubscriptionRequest<C> | PaymentRequest<C>;

/**
 * A request whose `flow` is a variable: it has what a payment and a subscription both require, and nothing that one of
 * them forbids.
 */
export type PaymentOrSubscriptionRequest<C extends Currency = Currency> = FieldsOfEither<C> &
  (Embedded | Redirected) &
  (WithCustomer | WithCustomerData);

/** Saves a payment method for later, and collects nothing. */
export type SetupRequest<C extends Currency = AnyCurrency> = SetupFields<C> & Customer;

/** Starts a subscription to `line_items`, whose total is the `amount`. */
export type SubscriptionRequest<C extends Currency = AnyCurrency> = SubscriptionFields<C> & Customer;

/** Collects one payment: of an `amount`, of the total of `line_items`, or of both when they agree. */
export type PaymentRequest<C extends Currency = AnyCurrency> = PaymentFields<C> &
  (AmountFromItems<C> | AmountGiven<C>) &
  (Embedded | Redirected) &
  Customer;

interface Fields<T extends PaymentMethod, C extends Currency>
  extends Omit<Draft.CheckoutSessionRequest, keyof CustomerFields | "line_items"> {
  currency: C;
  payment_method_options?: Field<OptionsOf<T>>;
  payment_method_types?: Field<NotEmpty<T>>;
}

interface SetupFields<C extends Currency> extends Fields<PaymentMethodTypes["setup"], C> {
  flow: "setup";
  /** The items that the customer pays for. */
  line_items?: Field<readonly LineItem<C>[]>;
  /** Forbidden in a setup. */
  amount?: Absent;
  /** Forbidden in a setup. */
  save_payment_method?: Absent;
}

interface SubscriptionFields<C extends Currency> extends Fields<PaymentMethodTypes["subscription"], C> {
  flow: "subscription";
  amount: Integer;
  /** The items that the customer pays for. */
  line_items: NotEmpty<LineItem<C>>;
  /** Forbidden in a subscription. */
  payment_method?: Absent;
  /** Forbidden in a subscription. */
  save_payment_method?: Absent;
}

interface PaymentFields<C extends Currency> extends Fields<PaymentMethodTypes["payment"], C> {
  flow?: Field<"payment">;
}

interface FieldsOfEither<C extends Currency>
  extends Fields<PaymentMethodTypes["payment"] & PaymentMethodTypes["subscription"], C> {
  flow?: Field<"payment" | "subscription">;
  amount: Integer;
  /** The items that the customer pays for. */
  line_items: NotEmpty<LineItem<C>>;
  /** Forbidden in a subscription. */
  save_payment_method?: Absent;
}

interface AmountFromItems<C extends Currency> {
  /** The items that the customer pays for. Required without `amount`. */
  line_items: NotEmpty<LineItem<C>>;
}

interface AmountGiven<C extends Currency> {
  amount: Integer;
  /** The items that the customer pays for. Required without `amount`. */
  line_items?: Field<readonly LineItem<C>[]>;
}

/** The customer pays in the merchant's own page. */
interface Embedded {
  ui_mode: "embedded";
}

/** The customer is redirected to a page of Fintoc's, and back. */
interface Redirected {
  cancel_url: Text;
  success_url: Text;
}

type Customer = BySavedMethod | CustomerSaves | NewCustomerSaves | WithCustomer | WithCustomerData;

type CustomerFields = Pick<Draft.CheckoutSessionRequest, "customer" | "customer_data" | "payment_method">;

/** An existing customer pays with a saved payment method. */
interface BySavedMethod extends CustomerFields {
  customer: Text;
  /** Forbidden beside `customer`. */
  customer_data?: Absent;
  /** Only `["bank_transfer"]` beside `payment_method`. */
  payment_method_types: readonly ["bank_transfer"];
}

/** An existing customer may save the payment method. */
interface CustomerSaves extends CustomerFields {
  customer: Text;
  /** Forbidden beside `customer`. */
  customer_data?: Absent;
  payment_method?: Absent;
}

/** A new customer may save the payment method. */
interface NewCustomerSaves extends CustomerFields {
  /** Forbidden beside `customer_data`. */
  customer?: Absent;
  customer_data: CustomerData;
  /** Forbidden without `customer`. */
  payment_method?: Absent;
}

/** An existing customer, or none. */
interface WithCustomer extends CustomerFields {
  /** Forbidden beside `customer`. */
  customer_data?: Absent;
  payment_method?: Absent;
  /** `enabled` is forbidden without a customer. */
  save_payment_method?: Field<"disabled">;
}

/** A new customer, or none. */
interface WithCustomerData extends CustomerFields {
  /** Forbidden beside `customer_data`. */
  customer?: Absent;
  customer_data?: Field<CustomerData>;
  /** Forbidden without `customer`. */
  payment_method?: Absent;
  /** `enabled` is forbidden without a customer. */
  save_payment_method?: Field<"disabled">;
}

/** Options of the payment methods of a flow, by the type of the method. */
export type PaymentMethodOptions<F extends Flow = Flow> = OptionsOf<PaymentMethodTypes[F]>;

type PaymentMethod = keyof Draft.PaymentMethodOptions;

type OptionsOf<T extends PaymentMethod> = {
  [type in keyof Draft.PaymentMethodOptions]: type extends T ? Draft.PaymentMethodOptions[type] : Absent;
};

/** A new customer: with an `email`, a `tax_id`, or both. */
export type CustomerData = CustomerByTaxId | CustomerWithEmail;

interface NewCustomer extends Draft.CustomerData {
  tax_id?: Field<TaxId>;
}

interface CustomerByTaxId extends NewCustomer {
  tax_id: TaxId;
}

interface CustomerWithEmail extends NewCustomer {
  email: Text;
}

/** A tax identifier. */
export interface TaxId extends Draft.TaxId {
  type: TaxIdType;
  value: Text;
}

/** One item that the customer pays for: described by `price_data`, or registered with Fintoc as a `price`. */
export type LineItem<C = Currency> = ItemByPrice<C> | ItemWithPriceData<C>;

interface Item<C> extends Omit<Draft.LineItem, "price_data"> {
  quantity: Integer;
  /** The price of one unit, and its product. Required without `price`. */
  price_data?: Field<PriceData<C>>;
}

interface ItemByPrice<C> extends Item<C> {
  price: Text;
}

interface ItemWithPriceData<C> extends Item<C> {
  price_data: PriceData<C>;
}

/** The price of an item: of a `product` registered with Fintoc, or of one described by `product_data`. */
export type PriceData<C = Currency> = PriceByProduct<C> | PriceWithProductData<C>;

interface Price<C> extends Omit<Draft.PriceData, "currency"> {
  /** The currency, which must be that of the session. */
  currency: C;
  unit_amount: Integer;
  product_data?: Field<ProductData>;
}

interface PriceByProduct<C> extends Price<C> {
  product: Text;
}

interface PriceWithProductData<C> extends Price<C> {
  product_data: ProductData;
}

/** A product. */
export interface ProductData extends Draft.ProductData {
  name: Text;
}

/** A request to create a checkout session with version 1 of the API: of an `amount`, or of `line_items`. */
export type CheckoutSessionRequestV1 = FieldsV1 & (ItemsOnly | NoItems);

/** A currency in version 1, which accepts lower case too. */
export type CurrencyV1 = Currency | Lowercase<Currency>;

interface FieldsV1 extends Omit<Draft.CheckoutSessionRequestV1, "currency" | "line_items"> {
  /** The currency of every amount. */
  currency: CurrencyV1;
  customer?: Field<NewCustomer>;
  payment_method_types?: Field<NotEmpty<PaymentMethodTypes["v1"]>>;
}

interface ItemsOnly {
  /** Forbidden beside `line_items`. */
  amount?: Absent;
  /** The items that the customer pays for. */
  line_items: NotEmpty<LineItem<CurrencyV1>>;
}

interface NoItems {
  amount: Integer;
  /** Forbidden beside `amount`. */
  line_items?: Field<readonly []>;
}

/**
 * A violation of a rule. Contains no values of the request, only names in its path, so it is safe to log. The rule
 * decides the type of `facts`.
 *
 * @example
 * import { validate } from "fintoc-preflight";
 *
 * for (const violation of validate({ currency: "CLP", amount: 0 }).errors) {
 *   if (violation.rule === "amount-positive") console.log(violation.facts.amount); // 0
 * }
 */
export type Violation = { [R in RuleId]: ViolationOf<R> }[RuleId] | InternalError;

/** A violation of a rule. */
export type ViolationOf<R extends RuleId> = ViolationBase & {
  /** The violated rule; see `explain`. */
  rule: R;
  /** An error code of Fintoc's. The code of each rule is this project's reading of the documentation. */
  code: ErrorCode;
} & (R extends keyof FactsOf
    ? {} extends FactsOf[R]
      ? {
          /** The facts; absent if there are none. */
          facts?: FactsOf[R];
        }
      : {
          /** The facts. */
          facts: FactsOf[R];
        }
    : {
        /** Always absent: the rule has no facts. */
        facts?: undefined;
      });

/** The violation that is reported if the checker itself failed. */
export interface InternalError extends ViolationBase {
  /** `internal-error` */
  rule: "internal-error";
  /** The code for a failure that is no fault of the request. */
  code: "internal_server_error";
  /** Always absent. */
  facts?: undefined;
}

/** The catalogue's entry for a rule. */
export interface RuleInfo {
  /** The id. */
  readonly rule: RuleId;
  /** The default level. */
  readonly level: Level;
  /** True if the level cannot be lowered: the body cannot be read at all. */
  readonly fixed: boolean;
  /** The error codes of its violations. */
  readonly codes: readonly ErrorCode[];
  /** The versions and flows to which the rule applies, in words. */
  readonly scope: string;
  /** The versions to which the rule applies. */
  readonly versions: readonly Version[];
  /** The flows of version 2 to which the rule applies; empty if it applies to version 1 alone. */
  readonly flows: readonly Flow[];
  /** The condition, as a clause that continues "reported when". */
  readonly when: string;
  /** The place where the rule is reported, in words. */
  readonly at: string;
  /** The part of the member at the path that is wrong: its name, or its value. */
  readonly marks: "name" | "value";
  /** A remark, such as a page of Fintoc's that contradicts the rule. Most rules have none. */
  readonly note?: string;
  /**
   * The fields that the rule validates, each by itself; it is reported at one of them. `line_items[]` is every element
   * of an array, `metadata.*` every name of an object, `*` every field, and `""` the body.
   */
  readonly fields: readonly string[];
  /** Other fields that the rule reads. If one of them changes, `fields` must be validated again. */
  readonly depends_on: readonly string[];
  /** The facts of its violations; empty if they have none. `FactsOf` has their types. */
  readonly facts: readonly FactInfo[];
  /** The documents that state the rule. */
  readonly sources: readonly Citation[];
  /** A request that violates the rule. */
  readonly invalid: Example;
  /** A similar request that does not. */
  readonly valid: Example;
}

/** The declaration of a fact. */
export interface FactInfo {
  /** The name. */
  readonly name: string;
  /** The type of the value. */
  readonly type: "integer" | "boolean" | "string" | "string[]";
  /** All possible strings; absent if any name of the API is possible. */
  readonly values?: readonly string[];
  /** True if some violations of the rule lack the fact; absent otherwise. */
  readonly optional?: true;
}

/** A citation: the place in a document that states a rule. */
export interface Citation {
  /** The document. */
  readonly document: Reference;
  /** The title of the document, or a description if it has none. */
  readonly title: string;
  /** The field or section in it, or the reason. */
  readonly part: string;
}

/** An example of a rule: a request, or a description. */
export type Example = ExampleBody | ExampleWords;

/** A request as JSON text. Its times are meant for a `now` of 2026-01-13T12:00:00Z. */
export interface ExampleBody {
  /** The version of the API that the request is for. */
  readonly version: Version;
  /** The JSON text. */
  readonly body: string;
}

/** A description, for an example that cannot be written as a request. */
export interface ExampleWords {
  /** The description. */
  readonly words: string;
}

/** An error in the form of Fintoc's API. */
export interface FintocError {
  /** The error. */
  error: {
    /** `api_error` if the checker itself failed. */
    type: "invalid_request_error" | "api_error";
    /** The error code. */
    code: Violation["code"];
    /** One sentence on what is wrong and what is expected. */
    message: string;
    /** The field, such as `line_items[0].quantity`; `null` for the body itself. */
    param: string | null;
    /** The URL of Fintoc's documentation on errors of the type. */
    doc_url: string;
  };
}

/**
 * Options of validation. A wrong option is a `TypeError` that names it. Only an object's own enumerable members are
 * options: neither inherited ones nor getters of its class.
 */
export interface Options<V extends Version = Version> {
  /** The version of the API that the request is for. Default: `"v2"`. */
  version?: V | undefined;
  /**
   * The time at which the request would be sent: a `Date`, milliseconds since 1970-01-01T00:00:00Z, or an RFC 3339
   * date-time. A number of seconds is a wrong option. Default: the current time.
   */
  now?: Date | number | string | undefined;
  /** The language of the messages. Default: English. */
  locale?: Locale | undefined;
  /** Reports every warning as an error, after `levels` has been applied. Default: false. */
  strict?: boolean | undefined;
  /** The levels of single rules. `json-syntax`, `body-size` and `not-serializable` can only be `"deny"`. */
  levels?: Levels | undefined;
  /**
   * The most errors, and the most warnings, that a report lists: an integer of at least 1. `omitted` counts the others.
   * Default: 1000.
   */
  maxViolations?: number | undefined;
}

/** A BCP 47 tag that begins with `es` or `en`. With `_`, as in `es_CL`, it is one too. */
export type Locale = "es" | "en" | `${"es" | "en"}${"-" | "_"}${string}`;

/** Levels by rule. Other rules have their default level. */
export type Levels = { [rule in RuleId]?: LevelOverride | undefined };

/** The type of a valid request in a version of the API. */
export type RequestOf<V extends Version> = V extends "v1" ? CheckoutSessionRequestV1 : RequestByFlow;

/** The type of an unfinished request in a version of the API: every field is optional. */
export type DraftOf<V extends Version> = V extends "v1" ? Draft.CheckoutSessionRequestV1 : Draft.CheckoutSessionRequest;

/** Any value. The draft in it changes nothing, but lets editors complete the names and words of a request. */
export type Unvalidated<V extends Version = "v2"> = DraftOf<V> | {} | null | undefined;

/**
 * Validates a value in the form in which it would be sent, the output of `JSON.stringify`.
 *
 * What `JSON.stringify` would leave out or change, such as `NaN` or a `Map`, is a warning of the rule `lost-in-json`.
 *
 * @param request any value; one that cannot be serialized gets a report with an error
 * @throws {TypeError} An option is wrong.
 *
 * @example
 * import { validate } from "fintoc-preflight";
 *
 * const report = validate({ amount: 350000, currency: "clp", ui_mode: "embedded" });
 * console.log(report.errors[0].message); // currency must be CLP or MXN; did you mean CLP?
 */
export declare function validate<V extends Version = "v2">(request: Unvalidated<V>, options?: Options<V>): Report;

/**
 * Validates a request that is JSON text already.
 *
 * @param text the JSON, as a string, or as bytes of UTF-8 in a view or an `ArrayBuffer`
 * @throws {TypeError} An option is wrong.
 *
 * @example
 * import { validateJson } from "fintoc-preflight";
 *
 * console.log(validateJson('{"amount": 350000').errors[0].rule); // json-syntax
 */
export declare function validateJson(text: string | Uint8Array | ArrayBuffer, options?: Options): Report;

/**
 * Returns a valid request in the form in which it would be sent: a copy, with the type of its version.
 *
 * @throws {PreflightError} The request has errors.
 * @throws {TypeError} An option is wrong.
 *
 * @example
 * import { parse, PreflightError } from "fintoc-preflight";
 *
 * try {
 *   parse({ amount: -1, currency: "CLP", ui_mode: "embedded" });
 * } catch (error) {
 *   if (error instanceof PreflightError) console.log(error.report.errors[0].rule); // amount-positive
 * }
 */
export declare function parse<V extends Version = "v2">(request: Unvalidated<V>, options?: Options<V>): RequestOf<V>;

/**
 * Returns a validator: the functions and schemas of this entry with options that are checked once. For libraries that
 * call `validate(value)` and nothing else, and for calls that must be fast.
 *
 * Without the option `now`, the time is that of each call.
 *
 * @throws {TypeError} An option is wrong.
 *
 * @example
 * import { createValidator } from "fintoc-preflight";
 *
 * const { validate } = createValidator({ version: "v1", locale: "es-CL" });
 * console.log(validate({ amount: 1 }).errors[0]?.message); // falta currency.
 */
export declare function createValidator<V extends Version = "v2">(options?: Options<V>): Validator<V>;

/** The result of `createValidator`. Its functions need no `this`, and ignore further arguments. */
export interface Validator<V extends Version = Version> {
  /** As the function `validate`. */
  readonly validate: (request: Unvalidated<V>) => Report;
  /** As the function `validateJson`. */
  readonly validateJson: (text: string | Uint8Array | ArrayBuffer) => Report;
  /** As the function `parse`. */
  readonly parse: (request: Unvalidated<V>) => RequestOf<V>;
  /** The request of version 2 as a Standard Schema, whatever the option `version` is. */
  readonly checkoutSession: RequestSchema<DraftOf<"v2">, RequestOf<"v2">>;
  /** The request of version 1 as a Standard Schema, whatever the option `version` is. */
  readonly checkoutSessionV1: RequestSchema<DraftOf<"v1">, RequestOf<"v1">>;
}

/**
 * Returns every occurrence of a path in JSON text: several if a name is repeated, none if the path leads to nothing or
 * the text is not JSON.
 *
 * @param text the JSON, as a string, or as bytes of UTF-8 in a view or an `ArrayBuffer`
 *
 * @example
 * import { locate } from "fintoc-preflight";
 *
 * const [found] = locate('{\n  "amount": 350000\n}', ["amount"]);
 * console.log(found?.value); // { line: 2, column: 13, start: 14, end: 20 }
 */
export declare function locate(text: string | Uint8Array | ArrayBuffer, path: readonly (string | number)[]): Occurrence[];

/** An occurrence of a path in a text. */
export interface Occurrence {
  /** The name with its quotes; absent for the body and for elements of arrays. */
  name?: Place;
  /** The value. */
  value: Place;
}

/**
 * Returns the place of each violation in the text, in one pass: of its value or, for rules about a name, of the name. If
 * a field is missing, it is that of the bracket which opens the object; if the text cannot be read, that of the fault.
 *
 * @param text the JSON that was validated, as a string, or as bytes of UTF-8 in a view or an `ArrayBuffer`
 *
 * @example
 * import { locateAll, validateJson } from "fintoc-preflight";
 *
 * const text = '{"amount": 0}';
 * const { errors } = validateJson(text);
 * console.log(locateAll(text, errors).map(({ line, column }) => `${line}:${column}`)); // [ '1:12', '1:1', '1:1', '1:1' ]
 */
export declare function locateAll(text: string | Uint8Array | ArrayBuffer, violations: readonly Violation[]): Place[];

/** A part of a text. */
export interface Place {
  /** The line, from 1. */
  line: number;
  /** The column, from 1, in characters (code points). */
  column: number;
  /** The offset of the first code unit, from 0, as strings of JavaScript are indexed. */
  start: number;
  /** The offset after the last code unit. */
  end: number;
}

/**
 * Compiles the WebAssembly ahead of the first call. Required only in a page of Chromium before 115, which refuses to
 * compile synchronously.
 *
 * @example
 * import { init, validate } from "fintoc-preflight";
 *
 * await init();
 * console.log(validate({ amount: 350000, currency: "CLP", ui_mode: "embedded" }).valid); // true
 */
export declare function init(): Promise<void>;

/**
 * Returns every rule, in the order in which a report lists them.
 *
 * @throws {TypeError} An option is wrong.
 *
 * @example
 * import { rules } from "fintoc-preflight";
 *
 * console.log(rules()[0].rule); // json-syntax
 */
export declare function rules(options?: CatalogueOptions): readonly RuleInfo[];

/**
 * Returns the catalogue's entry for a rule; `undefined` for `internal-error`, which is no rule.
 *
 * @throws {TypeError} There is no such rule, or an option is wrong.
 *
 * @example
 * import { explain, validate } from "fintoc-preflight";
 *
 * console.log(explain("quantity-positive").when); // the `quantity` of an item is less than 1
 *
 * const [violation] = validate({ amount: 0, currency: "CLP", ui_mode: "embedded" }).errors;
 * console.log(explain(violation.rule)?.level); // error
 */
export declare function explain(rule: RuleId, options?: CatalogueOptions): RuleInfo;
export declare function explain(rule: RuleId | "internal-error", options?: CatalogueOptions): RuleInfo | undefined;

/** Options of the catalogue. */
export interface CatalogueOptions {
  /** The language of the catalogue. Default: English. */
  locale?: Locale | undefined;
}

/**
 * Returns the JSON Schema of a request, as a new object. The schema checks the rules that its `$comment` lists; the
 * other rules are in its descriptions.
 *
 * @param version the version of the API; `"v2"` by default
 * @throws {TypeError} The version or the dialect is unknown.
 *
 * @example
 * import { jsonSchema } from "fintoc-preflight";
 *
 * console.log(jsonSchema("v2", { target: "draft-07" })["$schema"]); // http://json-schema.org/draft-07/schema#
 */
export declare function jsonSchema(version?: Version, options?: JsonSchemaOptions): Record<string, unknown>;

/** Options of `jsonSchema`. */
export interface JsonSchemaOptions {
  /** The dialect. Default: `"draft-2020-12"`. */
  target?: JsonSchemaTarget | undefined;
}

/** A supported dialect of JSON Schema. */
export type JsonSchemaTarget = "draft-2020-12" | "draft-07" | "openapi-3.0";

/**
 * Returns the first error of a report in the form of Fintoc's API; `undefined` if there are no errors.
 *
 * @example
 * import { toFintocError, validate } from "fintoc-preflight";
 *
 * console.log(toFintocError(validate({ currency: "CLP" }))?.error.type); // invalid_request_error
 */
export declare function toFintocError(report: Report): FintocError | undefined;

/**
 * Thrown by `parse` for a request with errors. Its message lists the first ten; it is safe to log.
 *
 * `instanceof` holds across all entries of the package, in both formats.
 */
export declare class PreflightError extends Error {
  constructor(report: Report);
  /** The name of the class. */
  readonly name: "PreflightError";
  /** The report, with at least one error. */
  readonly report: Report;
}

/**
 * The request of version 2 as a Standard Schema, for form libraries and routers.
 *
 * @example
 * import { checkoutSession } from "fintoc-preflight";
 *
 * const result = checkoutSession["~standard"].validate({ amount: 0, currency: "CLP", ui_mode: "embedded" });
 * console.log(result.issues?.[0].path); // [ 'amount' ]
 */
export declare const checkoutSession: RequestSchema<DraftOf<"v2">, RequestOf<"v2">>;

/** The request of version 1 as a Standard Schema. */
export declare const checkoutSessionV1: RequestSchema<DraftOf<"v1">, RequestOf<"v1">>;

/** A Standard Schema 1.1, https://standardschema.dev. */
export interface RequestSchema<Input, Output> {
  /** The members that libraries use. */
  readonly "~standard": {
    /** The version of the specification. */
    readonly version: 1;
    /** The name of this package. */
    readonly vendor: "fintoc-preflight";
    /** The types of input and output, for the compiler only. There is no such member at run time. */
    readonly types?:
      | {
          /** The type that is accepted. */
          readonly input: Input;
          /** The type of `value` in the result. */
          readonly output: Output;
        }
      | undefined;
    /** Validates a value. Never throws, and never returns a promise. */
    readonly validate: (value: unknown, options?: SchemaOptions) => SchemaResult<Output>;
    /** The JSON Schemas of input and output. */
    readonly jsonSchema: JsonSchemas;
  };
}

/** The JSON Schemas of a Standard Schema. Input and output are the same, because validation changes nothing. */
export interface JsonSchemas {
  /** Returns the JSON Schema of the input. Throws for an unknown dialect. */
  readonly input: (options: StandardJsonSchemaOptions) => Record<string, unknown>;
  /** Returns the JSON Schema of the output, which is that of the input. */
  readonly output: (options: StandardJsonSchemaOptions) => Record<string, unknown>;
}

/** Options of the JSON Schemas of a Standard Schema. */
export interface StandardJsonSchemaOptions {
  /** The dialect, one of `JsonSchemaTarget`. */
  readonly target: JsonSchemaTarget | (string & {});
  /** Ignored. */
  readonly libraryOptions?: Record<string, unknown> | undefined;
}

/** Options of a Standard Schema's `validate`. */
export interface SchemaOptions {
  /** The options of this package, except `version`. */
  readonly libraryOptions?: Record<string, unknown> | undefined;
}

/** The result of a Standard Schema: the request as it would be sent, or its issues. */
export type SchemaResult<Output> = SchemaSuccess<Output> | SchemaFailure;

/** The result for a request without errors. */
export interface SchemaSuccess<Output> {
  /** The request as it would be sent. */
  readonly value: Output;
  /** Always absent. */
  readonly issues?: undefined;
  /** The warnings of the report. */
  readonly warnings: readonly Violation[];
  /** The counts of violations that are not listed; absent if all are listed. */
  readonly omitted?: Omitted | undefined;
}

/** The result for a request with errors, or for a wrong option. */
export interface SchemaFailure {
  /** The errors of the report, or one issue that describes the wrong option. */
  readonly issues: readonly SchemaIssue[];
  /** The warnings of the report; absent if there is no report. */
  readonly warnings?: readonly Violation[];
  /** The counts of errors and warnings that are not listed; absent if all are listed. */
  readonly omitted?: Omitted | undefined;
}

/** A violation; or the reason why the request was not validated, such as a wrong option, with an empty `path`. */
export interface SchemaIssue extends Partial<Omit<Violation, "message" | "path">> {
  /** One sentence. */
  readonly message: string;
  /** The path: names and indexes; empty for the body itself. */
  readonly path: readonly (string | number)[];
}

/**
 * Returns a copy of a request with the suggestions of its report, and what was changed. Values on which two suggestions
 * disagree stay. Never changes the currency that an amount is in: `clp` becomes `CLP`, `COP` stays.
 *
 * A corrected name can reveal a problem with its value, so validate the copy again.
 *
 * @param value the request that was validated; it is not changed
 * @param report its report
 *
 * @example
 * import { applySuggestions, validate } from "fintoc-preflight";
 *
 * const request = { amount: "350000", currency: "clp", ui_mode: "embedded" };
 * const { value, applied } = applySuggestions(request, validate(request));
 * console.log(value); // { amount: 350000, currency: 'CLP', ui_mode: 'embedded' }
 * console.log(applied.map(({ param }) => param)); // [ 'amount', 'currency' ]
 */
export declare function applySuggestions(value: unknown, report: Report): Suggested;

/** The result of `applySuggestions`. */
export interface Suggested {
  /** The corrected request. What was not changed is shared with the original. */
  value: unknown;
  /** The suggestions that were applied, in this order. */
  applied: AppliedSuggestion[];
}

/** A suggestion that was applied. */
export interface AppliedSuggestion {
  /** The rule that made it. */
  rule: Violation["rule"];
  /** The path in the original: names and indexes. */
  path: (string | number)[];
  /** The path in Fintoc's form, such as `line_items[0].quantity`. */
  param: string;
  /** The new value or, for a wrong name, the new name. */
  suggestion: string | number | string[];
}

/** A currency that Fintoc supports, by its ISO 4217 code. */
export type Currency = "CLP" | "MXN";

/** The flow of a session. */
export type Flow = "payment" | "subscription" | "setup";

/** The flow of a session of version 1. */
export type FlowV1 = "payment";

/** The setting that lets a customer save their payment method. */
export type SavePaymentMethod = "enabled" | "disabled";

/** The place where the checkout is shown. */
export type UiMode = "hosted" | "embedded";

/** The type of a bank account. */
export type AccountType = "checking_account" | "sight_account";

/** A version of the Fintoc API, by the endpoint of its checkout sessions. */
export type Version = "v1" | "v2";

/** The severity of a violation: only errors make the request invalid. */
export type Level = "error" | "warning";

/** A level that a caller sets for a rule; written `allow`, `warn` or `deny`. */
export type LevelOverride = "allow" | "warn" | "deny";

/** A document that a rule cites, or the kind of reason for one that no document states. */
export type Reference = "create-v2" | "create-v1" | "object" | "guide" | "other" | "inference";

/** The id of a rule; stable. */
export type RuleId =
  | "json-syntax"
  | "body-size"
  | "not-serializable"
  | "lost-in-json"
  | "duplicate-key"
  | "type"
  | "required"
  | "empty-string"
  | "enum"
  | "unknown-field"
  | "email-format"
  | "email-domain"
  | "url-format"
  | "redirect-url-http"
  | "url-https"
  | "image-url-https"
  | "url-placeholder"
  | "expires-at-format"
  | "expires-at-rfc3339"
  | "expires-at-utc"
  | "tax-id-type"
  | "tax-id-format"
  | "rut-check-digit"
  | "holder-id-format"
  | "account-number-format"
  | "clabe-check-digit"
  | "account-type-unlisted"
  | "business-category"
  | "business-tax-id"
  | "id-prefix"
  | "id-form"
  | "product-name-size"
  | "metadata-count"
  | "metadata-key-size"
  | "metadata-value-size"
  | "metadata-flat"
  | "amount-positive"
  | "amount-limit"
  | "amount-int32"
  | "amount-or-line-items"
  | "amount-with-line-items"
  | "amount-required-in-subscription"
  | "line-items-required-in-subscription"
  | "amount-forbidden-in-setup"
  | "line-items-in-setup"
  | "line-items-empty"
  | "amount-equals-total"
  | "total-range"
  | "quantity-positive"
  | "interval-count-positive"
  | "recurring-only-in-subscription"
  | "recurring-expected"
  | "price-xor-price-data"
  | "product-xor-product-data"
  | "unit-amount-negative"
  | "unit-amount-zero"
  | "currency-matches-session"
  | "currency-case"
  | "customer-xor-customer-data"
  | "customer-identified"
  | "tax-id-complete"
  | "customer-required"
  | "subscription-only-in-setup"
  | "payment-method-types-for-flow"
  | "direct-debit-unlisted"
  | "payment-method-types-empty"
  | "payment-method-types-unique"
  | "type-currency"
  | "options-match-types"
  | "options-incomplete"
  | "recipient-account-complete"
  | "sender-account-form"
  | "institution-currency"
  | "card-type-unlisted"
  | "payment-method-needs-customer"
  | "payment-method-needs-bank-transfer"
  | "payment-method-in-subscription"
  | "payment-method-in-setup"
  | "save-payment-method-only-in-payment"
  | "save-payment-method-needs-customer"
  | "ui-mode-only-in-payment"
  | "redirect-urls-required"
  | "redirect-urls-expected"
  | "redirect-urls-together"
  | "expires-at-lead"
  | "expires-at-tight";

/** An error code, in Fintoc's own vocabulary. */
export type ErrorCode =
  | "currency_mismatch"
  | "empty_string"
  | "invalid_account_number"
  | "invalid_account_type"
  | "invalid_amount"
  | "invalid_array"
  | "invalid_boolean"
  | "invalid_business_profile_tax_id"
  | "invalid_currency"
  | "invalid_date"
  | "invalid_enum"
  | "invalid_expires_at"
  | "invalid_hash"
  | "invalid_holder_id"
  | "invalid_institution_id"
  | "invalid_integer"
  | "invalid_json"
  | "invalid_params"
  | "invalid_payment_recipient_account"
  | "invalid_positive_integer"
  | "invalid_string"
  | "invalid_string_size"
  | "missing_parameter"
  | "not_supported_currency"
  | "internal_server_error";

/** A type of tax identifier: one of these, or any other string. */
export type TaxIdType =
  | "cl_rut"
  | "mx_rfc"
  | (string & {});

/** A type of card: one of these, or any other string. */
export type CardType =
  | "credit"
  | "debit"
  | "prepaid"
  | (string & {});

/** The id of a financial institution: one of these, or any other string. The list is not complete. */
export type InstitutionId =
  | "cl_banco_bci"
  | "cl_banco_bice"
  | "cl_banco_consorcio"
  | "cl_banco_de_chile"
  | "cl_banco_estado"
  | "cl_banco_falabella"
  | "cl_banco_itau"
  | "cl_banco_santander"
  | "cl_banco_scotiabank"
  | "cl_banco_security"
  | "mx_banco_bbva"
  | (string & {});

/** The result of validating a request. */
export interface Report {
  /** True if there are no errors. There may be warnings. */
  valid: boolean;
  /** The violations that make the request invalid, in the order of its fields. */
  errors: Violation[];
  /** Violations that the API may accept, but a person should look at, in the order of the fields. */
  warnings: Violation[];
  /** The counts of violations beyond the limit, which are not listed; absent if all are listed. */
  omitted?: Omitted;
}

/** Counts of violations that a report does not list. */
export interface Omitted {
  /** The number of errors that are not listed. */
  errors: number;
  /** The number of warnings that are not listed. */
  warnings: number;
}

/** The members that violations of all rules have. */
export interface ViolationBase {
  /** `error` makes the request invalid, `warning` does not. */
  level: Level;
  /** The path: names and indexes, such as `["line_items", 0, "quantity"]`; empty for the body itself. */
  path: (string | number)[];
  /** The path in Fintoc's form, such as `line_items[0].quantity`; empty for the body itself. */
  param: string;
  /** One sentence on what is wrong and what is expected. */
  message: string;
  /**
   * The replacement for the value, or for the name with `unknown-field` and `options-match-types`. Absent unless it is
   * certain.
   */
  suggestion?: string | number | string[];
}

/** The facts of violations, by rule. A rule that is not in it has none. */
export interface FactsOf {
  /** Reported when the body is not one JSON text: bad syntax, bad UTF-8, a byte order mark, half of a surrogate pair, text after the value, a number beyond every 64-bit float, or nesting deeper than 127 levels; alone in its report. */
  "json-syntax": {
    fault: "end" | "unexpected" | "extra_comma" | "missing_comma" | "single_quote" | "unquoted_name" | "comment" | "word" | "control_character" | "escape" | "lone_surrogate" | "number_range" | "depth" | "trailing" | "byte_order_mark" | "encoding";
    line: number;
    column: number;
    body?: "session" | "event" | "api_error";
  };
  /** Reported when the body is longer than the limit, 1 MiB (1,048,576 bytes) unless an option sets it; checked before the syntax, and alone in its report. */
  "body-size": {
    limit: number;
    body?: "session" | "event" | "api_error";
  };
  /** Reported when the value cannot be sent as JSON: a cycle, a BigInt, a getter or toJSON that throws, nesting deeper than 127 levels, or a body of which JSON has no text; alone in its report. */
  "not-serializable": {
    cause: "undefined" | "function" | "symbol" | "cycle" | "bigint" | "getter" | "to_json" | "depth" | "not_text";
    is_documented: boolean;
    body?: "session" | "event" | "api_error";
  };
  /** Reported when JSON.stringify would leave a value out or change it: a function, a symbol, NaN or an infinity, an invalid Date, a Map or a Set, a Promise, `undefined` in an array, a FormData, URLSearchParams, Request or Response as the body; it hides nothing: what the text gives is reported too. */
  "lost-in-json": {
    cause: "function" | "symbol" | "undefined" | "not_finite" | "invalid_date" | "map" | "set" | "promise" | "form_data" | "url_search_params" | "request" | "response";
    is_documented: boolean;
  };
  /** Reported when a name occurs more than once in an object of the request or in metadata, but not inside `installments`, `direct_debit` or a value of metadata; the first value counts. */
  "duplicate-key": {
    is_documented: boolean;
    body?: "session" | "event" | "api_error";
  };
  /** Reported when a value is of another JSON type than its field takes, as is `null` in an array; an integer has no fraction and lies within ±(2^53 - 1). */
  "type": {
    expected: "integer" | "string" | "string_or_object" | "boolean" | "array" | "object";
    allowed?: string[];
    found: "null" | "boolean" | "number" | "string" | "array" | "object";
    has_decimals: boolean;
    correction?: "integer" | "instant" | "array";
    body?: "session" | "event" | "api_error";
  };
  /** Reported when a string is none of those that its field takes. */
  "enum": {
    allowed: string[];
    body?: "session" | "event" | "api_error";
  };
  /** Reported when a name is not in the documentation, at any depth, except inside metadata, `installments` and `direct_debit`. */
  "unknown-field": {
    elsewhere?: "version2" | "new_customer" | "inside" | "called" | "metadata" | "header" | "wrapper" | "old_name" | "duration";
    name?: string;
    objects?: string[];
  };
  /** Reported when `customer_email`, or the `email` of a new customer, is not an e-mail address as the HTML standard's `<input type=email>` has it; an internationalised domain is fine. */
  "email-format": {
    fault: "invisible" | "form";
  };
  /** Reported when `success_url`, `cancel_url` or `image_url` is not an absolute URL to which someone can be sent: it has no scheme or no `//`, a scheme such as `javascript` or `mailto`, white space, control or invisible characters, or, as `http` or `https`, a host or a port that cannot be. */
  "url-format": {
    fault: "space" | "invisible" | "no_scheme" | "host_without_scheme" | "unusable_scheme" | "no_slashes" | "host" | "port";
  };
  /** Reported when `expires_at` is no date-time that exists, as RFC 3339 or ISO 8601 has it, with `T` between date and time and without leap seconds; version 1 also takes a date `YYYY-MM-DD`, which is the midnight that ends that day in UTC. */
  "expires-at-format": {
    fault: "no_such_day" | "date_only" | "no_t" | "digits" | "time_range" | "form";
    takes_date: boolean;
  };
  /** Reported when the type of a `tax_id` is neither `cl_rut` nor `mx_rfc`. */
  "tax-id-type": {
    allowed: string[];
  };
  /** Reported when the value of a `cl_rut` is not a body of 1 to 8 digits, leading zeros aside, and a check character (dots, hyphens and spaces aside), or that of an `mx_rfc` is not 3 or 4 letters, a date `YYMMDD` and 3 letters or digits (hyphens and spaces aside). */
  "tax-id-format": {
    expected: "cl_rut" | "mx_rfc";
  };
  /** Reported when the check digit of a well-formed RUT is not that of its other digits (modulus 11). */
  "rut-check-digit": {
    is_zeros: boolean;
  };
  /** Reported when a `holder_id` is no RUT while the currency is CLP, or neither an RFC nor a CURP while it is MXN. */
  "holder-id-format": {
    currency: "CLP" | "MXN";
  };
  /** Reported when the `number` of an account holds anything but digits, or, unless the currency is MXN (a CLABE may), begins with a zero; with MXN, also digits that are neither 18 (a CLABE), nor 16 (a card), nor 10 (a telephone). */
  "account-number-format": {
    currency?: "CLP" | "MXN";
  };
  /** Reported when the `type` of an account is neither `checking_account` nor `sight_account`. */
  "account-type-unlisted": {
    allowed: string[];
  };
  /** Reported when `customer`, `payment_method`, `subscription`, or the `price` or `product` of an item begins with the prefix of another kind of object. */
  "id-prefix": {
    expected: string;
  };
  /** Reported when an id holds white space or `@`, or is the prefix of one and nothing else, and `id-prefix` does not report it; or an `institution_id` holds white space or a capital letter. */
  "id-form": {
    fault: "white_space" | "at" | "bare_prefix" | "capital";
  };
  /** Reported when the name of a product is over 100 characters long. */
  "product-name-size": {
    length: number;
    limit: number;
  };
  /** Reported when metadata has over 50 keys. */
  "metadata-count": {
    count: number;
    limit: number;
  };
  /** Reported when a key of metadata is over 40 characters long. */
  "metadata-key-size": {
    length: number;
    limit: number;
  };
  /** Reported when a string value of metadata is over 500 characters long. */
  "metadata-value-size": {
    length: number;
    limit: number;
  };
  /** Reported when `amount`, or the total of the items when it is absent, is less than 1. */
  "amount-positive": {
    amount: number;
  };
  /** Reported when `amount`, or the total of the items when it is absent, is 7,000,000 or more. */
  "amount-limit": {
    amount: number;
    limit: number;
  };
  /** Reported when `amount`, or the total of the items when it is absent, is over 2,147,483,647. */
  "amount-int32": {
    amount: number;
    limit: number;
  };
  /** Reported when `amount` is absent. */
  "amount-required-in-subscription": {
    total?: number;
  };
  /** Reported when `amount` is 1 or more and differs from the total of the items, the sum of `quantity` x `unit_amount`. */
  "amount-equals-total": {
    amount: number;
    total: number;
  };
  /** Reported when the `quantity` of an item is less than 1. */
  "quantity-positive": {
    quantity: number;
  };
  /** Reported when the `interval_count` of a `recurring` is less than 1. */
  "interval-count-positive": {
    interval_count: number;
  };
  /** Reported when `recurring` is present in the `price_data` of an item: only a subscription charges again. */
  "recurring-only-in-subscription": {
    flow: "payment" | "subscription" | "setup";
  };
  /** Reported when the `unit_amount` of an item is less than 0. */
  "unit-amount-negative": {
    unit_amount: number;
  };
  /** Reported when the currency of an item is not that of the session. */
  "currency-matches-session": {
    session: "CLP" | "MXN";
    item: "CLP" | "MXN";
  };
  /** Reported when a currency is `CLP` or `MXN` but for its case, which version 1 accepts. */
  "currency-case": {
    currency: "CLP" | "MXN";
  };
  /** Reported when `customer` and `customer_data` are both absent; in a setup `subscription` too, which has its customer. */
  "customer-required": {
    flow: "payment" | "subscription" | "setup";
    takes_data: boolean;
  };
  /** Reported when `subscription` is present: only a setup renews the payment method of a subscription. */
  "subscription-only-in-setup": {
    flow: "payment" | "subscription" | "setup";
  };
  /** Reported when an element of `payment_method_types` is not a type of the flow (payment: `card`, `bank_transfer`, `installments`; subscription: `card`, `pac`; setup: `card`, `bank_transfer`, `pac`; version 1: `bank_transfer`, `card`), or, while the flow is malformed, not a type of any flow; outside payments `direct_debit` has a rule of its own. */
  "payment-method-types-for-flow": {
    allowed: string[];
    flow?: "payment" | "subscription" | "setup";
    known_in?: "flows" | "older_version";
    flows?: string[];
  };
  /** Reported when an element of `payment_method_types` is `pac` or `installments` while the currency is MXN, or `direct_debit` while it is CLP; not an element that the flow does not take. */
  "type-currency": {
    method: string;
    currency: "CLP" | "MXN";
  };
  /** Reported when a key of `payment_method_options` is not in `payment_method_types`, or, when that is absent or an empty array, not a type of the flow (`direct_debit` is one in subscriptions and setups). */
  "options-match-types": {
    allowed: string[];
    flow?: "payment" | "subscription" | "setup";
    known_in?: "flows" | "older_version";
    flows?: string[];
    is_documented: boolean;
  };
  /** Reported when a `recipient_account` lacks one of its four fields (`type` only unless the currency is MXN); one that lacks all of them is reported once. */
  "recipient-account-complete": {
    is_empty: boolean;
  };
  /** Reported when `holder_id` or `institution_id` of a `sender_account` is a plain string that is not blank, the form of responses, or an object without `value`. */
  "sender-account-form": {
    is_plain: boolean;
  };
  /** Reported when an `institution_id` begins with `cl_` while the currency is MXN, or with `mx_` while it is CLP. */
  "institution-currency": {
    currency: "CLP" | "MXN";
  };
  /** Reported when an element of `card.types` is none of `credit`, `debit` and `prepaid`. */
  "card-type-unlisted": {
    allowed: string[];
  };
  /** Reported when `payment_method` is present and `customer` is absent. */
  "payment-method-needs-customer": {
    is_saved_method: boolean;
  };
  /** Reported when `payment_method` is present and `payment_method_types` is absent, or well-formed, not empty and other than exactly `["bank_transfer"]`. */
  "payment-method-needs-bank-transfer": {
    is_saved_method: boolean;
  };
  /** Reported when `payment_method` is present: it requires `bank_transfer`, which a subscription does not take. */
  "payment-method-in-subscription": {
    is_saved_method: boolean;
  };
  /** Reported when `payment_method` is present: a setup pays nothing. */
  "payment-method-in-setup": {
    is_saved_method: boolean;
  };
  /** Reported when `expires_at` is less than 10 minutes after now; in version 1, not after now. */
  "expires-at-lead": {
    minutes: number;
  };
}

/** The types of payment method by flow. `direct_debit`, which not every document lists, is a warning. */
export interface PaymentMethodTypes {
  /** Of a payment. */
  payment: "card" | "bank_transfer" | "installments";
  /** Of a subscription. */
  subscription: "card" | "pac" | "direct_debit";
  /** Of a setup. */
  setup: "card" | "bank_transfer" | "pac" | "direct_debit";
  /** Of version 1. */
  v1: "bank_transfer" | "card";
}

/** An unfinished request, such as the state of a form: every field is optional, and no rule applies. */
export namespace Draft {
  /** A request to create a checkout session with version 2 of the API. */
  export interface CheckoutSessionRequest {
    /**
     * The amount to pay, in the smallest unit of the currency: whole pesos for CLP, centavos for MXN; 1 or more. A
     * payment has `amount` or `line_items`; a subscription has both, with equal totals; a setup has neither.
     */
    amount?: Field<Integer>;
    /** The business on whose behalf a payment aggregator collects. */
    business_profile?: Field<BusinessProfile>;
    /** The URL to return to if the payment is not completed: absolute, over HTTPS. */
    cancel_url?: Field<Text>;
    /** The currency of every amount. Required. */
    currency?: Field<Currency>;
    /** The id of an existing customer, `cus_…`. Excludes `customer_data`. */
    customer?: Field<Text>;
    /** A customer to create. Excludes `customer`. */
    customer_data?: Field<CustomerData>;
    /** The e-mail address to send the receipt to. */
    customer_email?: Field<Text>;
    /**
     * The expiry of the session: an RFC 3339 date-time in UTC, 10 minutes or more ahead. 24 hours ahead by
     * default.
     */
    expires_at?: Field<Text>;
    /** The flow of the session; `payment` by default. */
    flow?: Field<Flow>;
    /** The items to pay for. Required in a subscription. */
    line_items?: Field<readonly Field<LineItem>[]>;
    /** Data of the merchant's own, stored with the session. */
    metadata?: Field<Metadata>;
    /**
     * The id of a saved payment method to pay with, `pm_…`. Requires `customer`, and `payment_method_types` of
     * `["bank_transfer"]`.
     */
    payment_method?: Field<Text>;
    /** The options of the payment methods, by type of method. Each type must be in `payment_method_types`. */
    payment_method_options?: Field<PaymentMethodOptions>;
    /**
     * The payment methods to offer. Payment: `card`, `bank_transfer`, `installments`; subscription: `card`, `pac`;
     * setup: `card`, `bank_transfer`, `pac`. All that the organisation has enabled by default.
     */
    payment_method_types?: Field<readonly Field<Text>[]>;
    /** `enabled` to let the customer save their payment method. Payments only; `enabled` requires a customer. */
    save_payment_method?: Field<SavePaymentMethod>;
    /** The id of the subscription whose payment method a setup renews, `sub_…`. Setups only. */
    subscription?: Field<Text>;
    /** The URL to return to after payment: absolute, over HTTPS. */
    success_url?: Field<Text>;
    /** The place to show the checkout in: Fintoc's page or the merchant's. Payments only. */
    ui_mode?: Field<UiMode>;
  }

  /** A request to create a checkout session with version 1 of the API. */
  export interface CheckoutSessionRequestV1 {
    /** The amount to pay, in the smallest unit of the currency: 1 to 6,999,999. Excludes `line_items`. */
    amount?: Field<Integer>;
    /** The business on whose behalf a payment aggregator collects. */
    business_profile?: Field<BusinessProfile>;
    /** The URL to return to if the customer gives up: absolute, over HTTPS. */
    cancel_url?: Field<Text>;
    /** The currency of every amount. Required. Version 1 accepts lower case too. */
    currency?: Field<Currency>;
    /** The customer who pays. */
    customer?: Field<CustomerData>;
    /** The e-mail address to notify of refunds. */
    customer_email?: Field<Text>;
    /** The expiry of the session: an RFC 3339 date-time, or a date `YYYY-MM-DD` for the end of that day in UTC. */
    expires_at?: Field<Text>;
    /** The flow of the session. Version 1 has only `payment`. */
    flow?: Field<FlowV1>;
    /** The items to pay for. Excludes `amount`. */
    line_items?: Field<readonly Field<LineItem>[]>;
    /** Data of the merchant's own, stored with the session. */
    metadata?: Field<Metadata>;
    /** The options of the payment methods, by type of method. */
    payment_method_options?: Field<PaymentMethodOptionsV1>;
    /** The payment methods to offer: `bank_transfer`, `card`. */
    payment_method_types?: Field<readonly Field<Text>[]>;
    /** The URL to return to after payment: absolute, over HTTPS. */
    success_url?: Field<Text>;
  }

  /** The business on whose behalf a payment aggregator collects. */
  export interface BusinessProfile {
    /** The category of the business. In Chile, the 6-digit activity code of the tax service. */
    category?: Field<Text>;
    /** The name that the customer sees as the recipient. */
    name?: Field<Text>;
    /** The tax identifier of the business. In Chile, a RUT. */
    tax_id?: Field<Text>;
  }

  /** A new customer: `customer_data` in version 2, `customer` in version 1. */
  export interface CustomerData {
    /** The tax identifier. */
    tax_id?: Field<TaxId>;
    /** The full name of the person or business. */
    name?: Field<Text>;
    /** The e-mail address. */
    email?: Field<Text>;
    /** Data of the merchant's own, stored with the customer. */
    metadata?: Field<Metadata>;
  }

  /** A tax identifier. Both fields are required. */
  export interface TaxId {
    /** The kind of identifier: `cl_rut` for a Chilean RUT, `mx_rfc` for a Mexican RFC. */
    type?: Field<TaxIdType>;
    /** The identifier: a RUT such as `11.111.111-1`, an RFC such as `GODE561231GR8`. */
    value?: Field<Text>;
  }

  /** One item that the customer pays for. */
  export interface LineItem {
    /** The number of units; 1 or more. */
    quantity?: Field<Integer>;
    /** The price of one unit, and the product. Required unless `price` is given. */
    price_data?: Field<PriceData>;
    /** The id of a price created in Fintoc, `price_…`. */
    price?: Field<Text>;
  }

  /** The price of one unit of an item, and its product. */
  export interface PriceData {
    /** The currency. Must be that of the session. */
    currency?: Field<Currency>;
    /** The price of one unit, in the smallest unit of the currency: whole pesos for CLP, centavos for MXN. */
    unit_amount?: Field<Integer>;
    /** The product to sell. Required unless `product` is given. */
    product_data?: Field<ProductData>;
    /** The id of a product created in Fintoc, `prod_…`. */
    product?: Field<Text>;
    /** The billing interval of a subscription. */
    recurring?: Field<Recurring>;
  }

  /** A product to sell. */
  export interface ProductData {
    /** The name that the customer sees. */
    name?: Field<Text>;
    /** The URL of an image, over HTTPS. */
    image_url?: Field<Text>;
  }

  /** A billing interval: the price is charged every `interval_count` units of `interval`. */
  export interface Recurring {
    /** The unit of time, such as `month`. */
    interval?: Field<Text>;
    /** The number of units of time between two charges. */
    interval_count?: Field<Integer>;
  }

  /** The options of the payment methods, by the type of the method. */
  export interface PaymentMethodOptions {
    /** The options of bank transfers. */
    bank_transfer?: Field<BankTransferOptions>;
    /** The options of cards. */
    card?: Field<CardOptions>;
    /** The options of automatic debit in Chile (PAC). */
    pac?: Field<PacOptions>;
    /** The options of payment by installments, which the documentation does not describe. */
    installments?: Field<AnyObject>;
    /** The options of direct debit in Mexico, which the documentation does not describe. */
    direct_debit?: Field<AnyObject>;
  }

  /** The options of the payment methods of version 1. */
  export interface PaymentMethodOptionsV1 {
    /** The options of bank transfers. */
    bank_transfer?: Field<BankTransferOptions>;
    /** The options of cards. */
    card?: Field<CardOptions>;
  }

  /** The options of bank transfers. */
  export interface BankTransferOptions {
    /** The account that receives the payment. */
    recipient_account?: Field<RecipientAccount>;
    /** The account that the customer pays from. */
    sender_account?: Field<SenderAccount>;
  }

  /** The options of cards. */
  export interface CardOptions {
    /** The types of card that are accepted: `credit`, `debit`, `prepaid`. */
    types?: Field<readonly Field<CardType>[]>;
  }

  /** The options of automatic debit in Chile (PAC). */
  export interface PacOptions {
    /** The account that is debited. */
    sender_account?: Field<SenderAccount>;
  }

  /** The account that receives a bank transfer. */
  export interface RecipientAccount {
    /** The tax identifier of the owner: in Chile a RUT, in Mexico an RFC or a CURP. */
    holder_id?: Field<Text>;
    /** The bank, such as `cl_banco_de_chile`. */
    institution_id?: Field<InstitutionId>;
    /** The account number: digits, without hyphens or leading zeros. */
    number?: Field<Text>;
    /** The account type: `checking_account` or `sight_account`. */
    type?: Field<AccountType | (string & {})>;
  }

  /** The account that the customer pays from. Fields that are given are pre-selected. */
  export interface SenderAccount {
    /** The tax identifier of the owner: in Chile a RUT, in Mexico an RFC or a CURP. */
    holder_id?: Field<SenderField>;
    /** The bank, such as `cl_banco_estado`. */
    institution_id?: Field<SenderField<InstitutionId>>;
    /** The account number: digits, without hyphens or leading zeros. */
    number?: Field<Text>;
    /** The account type: `checking_account` or `sight_account`. */
    type?: Field<AccountType | (string & {})>;
  }

  /** A field of a sender account: an object in requests, a plain string in responses. */
  export type SenderField<T = Text> = T | Preset<T>;

  /** A value that is pre-selected for the customer. */
  export interface Preset<T = Text> {
    /** The value. */
    value?: Field<T>;
    /** True if the customer may change it. */
    editable?: Field<boolean>;
  }
}

export {};
