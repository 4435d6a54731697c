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
