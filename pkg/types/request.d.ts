// Types of valid requests, composed from the declarations that the core generates. They reject only errors: a request
// with warnings compiles.
//
// If a value matches no member of a union, the compiler explains the mismatch with the last member, in alphabetical order
// or, before TypeScript 7, in source order. So the most frequent member is last in both orders.

/** An optional value: `null` and `undefined` count as absent. */
type Field<T> = T | Absent;

/** The type of a field that must be absent. */
type Absent = null | undefined;

/** A whole number within ±(2^53 - 1). */
type Integer = number;

type Text = string;

type AnyObject = { [name: string]: unknown };

/** The merchant's own names and values: strings, numbers and booleans. */
type Metadata = AnyObject;

/** A request to create a checkout session with version 2 of the API, a union by `flow`. The default flow is `payment`. */
export type CheckoutSessionRequest = SetupRequest | SubscriptionRequest | PaymentRequest;

/** Saves a payment method for later, without a payment. */
export type SetupRequest = SetupFields & Customer;

/** Starts a subscription to `line_items`, whose total is the `amount`. */
export type SubscriptionRequest = SubscriptionFields & Customer;

/** Collects one payment of `amount`, or of the total of `line_items`; if both are present, they must be equal. */
export type PaymentRequest = PaymentFields & (AmountFromItems | AmountGiven) & (Embedded | Redirected) & Customer;

interface Fields<F extends Flow> extends Omit<Draft.CheckoutSessionRequest, keyof CustomerFields> {
  currency: Currency;
  line_items?: Field<LineItem[]>;
  payment_method_options?: Field<PaymentMethodOptions<F>>;
  payment_method_types?: Field<PaymentMethodTypes[F][]>;
}

interface SetupFields extends Fields<"setup"> {
  flow: "setup";
  /** Forbidden in a setup. */
  amount?: Absent;
  /** Forbidden in a setup. */
  save_payment_method?: Absent;
}

interface SubscriptionFields extends Fields<"subscription"> {
  flow: "subscription";
  amount: Integer;
  line_items: LineItem[];
  /** Forbidden in a subscription. */
  payment_method?: Absent;
  /** Forbidden in a subscription. */
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

/** The customer pays in a widget on the merchant's page. */
interface Embedded {
  ui_mode: "embedded";
}

/** The customer pays on a page of Fintoc's, and is redirected back. */
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
  payment_method_types: ["bank_transfer"];
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
export type PaymentMethodOptions<F extends Flow = Flow> = {
  [type in keyof Draft.PaymentMethodOptions]: type extends PaymentMethodTypes[F] ? Draft.PaymentMethodOptions[type] : Absent;
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
  type: "cl_rut" | "mx_rfc" | (string & {});
  value: Text;
}

/** An item that the customer pays for: described by `price_data`, or registered with Fintoc as a `price`. */
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

/** A request to create a checkout session with version 1 of the API, with either `amount` or `line_items`. */
export type CheckoutSessionRequestV1 = FieldsV1 & (ItemsOnly | NoItems);

/** A currency in version 1, which also accepts lower case. */
export type CurrencyV1 = Currency | Lowercase<Currency>;

interface FieldsV1 extends Omit<Draft.CheckoutSessionRequestV1, "currency" | "line_items"> {
  /** The currency of every amount. */
  currency: CurrencyV1;
  customer?: Field<NewCustomer>;
  payment_method_types?: Field<PaymentMethodTypes["v1"][]>;
}

interface ItemsOnly {
  /** Forbidden beside `line_items`. */
  amount?: Absent;
  /** The items that the customer pays for. */
  line_items: LineItem<CurrencyV1>[];
}

interface NoItems {
  amount: Integer;
  /** Forbidden beside `amount`. */
  line_items?: Field<[]>;
}
