// The requests as the rules want them, composed from the declarations of the core. A type refuses only what is an error:
// whatever is valid compiles, with or without warnings.
//
// When a value fits no member of a union, the compiler explains why it does not fit the last one: the last by name, and
// before TypeScript 7 by place. So the most usual members come last by both.

/** What may be left out: `null` and `undefined` count as absent. */
type Field<T> = T | Absent;

/** What must be left out. */
type Absent = null | undefined;

/** A whole number within ±(2^53 - 1). */
type Integer = number;

type Text = string;

type AnyObject = { [name: string]: unknown };

/** Names and values of the merchant's own: strings, numbers and booleans. */
type Metadata = AnyObject;

/** A request to create a checkout session with version 2 of the API, by its `flow`; a payment when it has none. */
export type CheckoutSessionRequest = SetupRequest | SubscriptionRequest | PaymentRequest;

/** Saves a payment method for later, and collects nothing. */
export type SetupRequest = SetupFields & Customer;

/** Starts a subscription to `line_items`, whose total is the `amount`. */
export type SubscriptionRequest = SubscriptionFields & Customer;

/** Collects one payment: of an `amount`, of the total of `line_items`, or of both when they agree. */
export type PaymentRequest = PaymentFields & (AmountFromItems | AmountGiven) & (Embedded | Redirected) & Customer;

interface Fields<F extends Flow> extends Omit<Draft.CheckoutSessionRequest, keyof CustomerFields> {
  currency: Currency;
  line_items?: Field<LineItem[]>;
  payment_method_options?: Field<PaymentMethodOptions<F>>;
  payment_method_types?: Field<PaymentMethodTypes[F][]>;
}

interface SetupFields extends Fields<"setup"> {
  flow: "setup";
  /** Not in a setup. */
  amount?: Absent;
  /** Not in a setup. */
  save_payment_method?: Absent;
}

interface SubscriptionFields extends Fields<"subscription"> {
  flow: "subscription";
  amount: Integer;
  line_items: LineItem[];
  /** Not in a subscription. */
  payment_method?: Absent;
  /** Not in a subscription. */
  save_payment_method?: Absent;
}

interface PaymentFields extends Fields<"payment"> {
  flow?: Field<"payment">;
}

interface AmountFromItems {
  line_items: LineItem[];
}

interface AmountGiven {
  amount: Integer;
}

/** The customer stays in the merchant's own page. */
interface Embedded {
  ui_mode: "embedded";
}

/** The customer is sent to a page of Fintoc's, and back. */
interface Redirected {
  cancel_url: Text;
  success_url: Text;
}

type Customer = BySavedMethod | CustomerSaves | NewCustomerSaves | WithCustomer | WithCustomerData;

type CustomerFields = Pick<Draft.CheckoutSessionRequest, "customer" | "customer_data" | "payment_method">;

/** A customer that exists pays with what they saved. */
interface BySavedMethod extends CustomerFields {
  customer: Text;
  /** Not beside `customer`. */
  customer_data?: Absent;
  /** Only `["bank_transfer"]` beside `payment_method`. */
  payment_method_types: ["bank_transfer"];
}

/** A customer that exists may save how they pay. */
interface CustomerSaves extends CustomerFields {
  customer: Text;
  /** Not beside `customer`. */
  customer_data?: Absent;
  payment_method?: Absent;
}

/** A new customer may save how they pay. */
interface NewCustomerSaves extends CustomerFields {
  /** Not beside `customer_data`. */
  customer?: Absent;
  customer_data: CustomerData;
  /** Not without `customer`. */
  payment_method?: Absent;
}

/** A customer that exists, if any. */
interface WithCustomer extends CustomerFields {
  /** Not beside `customer`. */
  customer_data?: Absent;
  payment_method?: Absent;
  /** Not `enabled` without a customer. */
  save_payment_method?: Field<"disabled">;
}

/** A new customer, if any. */
interface WithCustomerData extends CustomerFields {
  /** Not beside `customer_data`. */
  customer?: Absent;
  customer_data?: Field<CustomerData>;
  /** Not without `customer`. */
  payment_method?: Absent;
  /** Not `enabled` without a customer. */
  save_payment_method?: Field<"disabled">;
}

/** The options of the payment methods of a flow, by the type of the method. */
export type PaymentMethodOptions<F extends Flow = Flow> = {
  [type in keyof Draft.PaymentMethodOptions]: type extends PaymentMethodTypes[F] ? Draft.PaymentMethodOptions[type] : Absent;
};

/** A new customer: with an `email` or a `tax_id`. */
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
  type: "cl_rut" | "mx_rfc" | (string & {});
  value: Text;
}

/** One item that the customer pays for: described by `price_data`, or known to Fintoc by its `price`. */
export type LineItem<C = Currency> = ItemByPrice<C> | ItemWithPriceData<C>;

interface Item<C> extends Omit<Draft.LineItem, "price_data"> {
  quantity: Integer;
  /** The price of one unit and what it is. Needed unless `price` is there. */
  price_data?: Field<PriceData<C>>;
}

interface ItemByPrice<C> extends Item<C> {
  price: Text;
}

interface ItemWithPriceData<C> extends Item<C> {
  price_data: PriceData<C>;
}

/** The price of an item: of a `product` that Fintoc knows, or of what `product_data` describes. */
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

/** What is sold. */
export interface ProductData extends Draft.ProductData {
  name: Text;
}

/** A request to create a checkout session with version 1 of the API: of an `amount`, or of `line_items`. */
export type CheckoutSessionRequestV1 = FieldsV1 & (ItemsOnly | NoItems);

/** Version 1 takes lower case too. */
export type CurrencyV1 = Currency | Lowercase<Currency>;

interface FieldsV1 extends Omit<Draft.CheckoutSessionRequestV1, "currency" | "line_items"> {
  /** The currency of every amount. */
  currency: CurrencyV1;
  customer?: Field<NewCustomer>;
  payment_method_types?: Field<PaymentMethodTypes["v1"][]>;
}

interface ItemsOnly {
  /** Not beside `line_items`. */
  amount?: Absent;
  /** What the customer pays for. */
  line_items: LineItem<CurrencyV1>[];
}

interface NoItems {
  amount: Integer;
  /** Not beside `amount`. */
  line_items?: Field<[]>;
}
