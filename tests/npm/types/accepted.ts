// Requests that must compile.

import type {
  CheckoutSessionRequest,
  CheckoutSessionRequestV1,
  CustomerData,
  LineItem,
  PaymentRequest,
  RequestByFlow,
  SetupRequest,
  SubscriptionRequest,
} from "fintoc-preflight";

declare const v2: (request: CheckoutSessionRequest) => void;
declare const v1: (request: CheckoutSessionRequestV1) => void;

const urls = { success_url: "https://merchant.com/success", cancel_url: "https://merchant.com/cancel" };
const item: LineItem = {
  quantity: 2,
  price_data: { currency: "CLP", unit_amount: 990, product_data: { name: "Pan", image_url: "https://merchant.com/pan.png" } },
};
const customer_data: CustomerData = { email: "ana@example.com" };

// Payments: of an amount, of items, or of both; on a page of Fintoc's, or embedded.
v2({ amount: 350_000, currency: "CLP", ...urls });
v2({ flow: "payment", amount: 350_000, currency: "MXN", ...urls });
v2({ line_items: [item], currency: "CLP", ...urls });
v2({ amount: 1980, line_items: [item], currency: "CLP", ...urls });
v2({ amount: 350_000, currency: "CLP", ui_mode: "embedded" });
v2({ amount: 350_000, currency: "CLP", ui_mode: "embedded", success_url: "https://merchant.com/success" });
v2({ amount: 350_000, currency: "CLP", ui_mode: "hosted", ...urls });

// Subscriptions and setups; a redirect that is missing there, and a page, are only warnings.
v2({ flow: "subscription", amount: 1980, line_items: [item], currency: "CLP", customer: "cus_1", ...urls });
v2({ flow: "subscription", amount: 1980, line_items: [item], currency: "CLP" });
v2({ flow: "subscription", amount: 1980, line_items: [item], currency: "CLP", payment_method_types: ["card", "pac"] });
v2({ flow: "subscription", amount: 1980, line_items: [item], currency: "MXN", payment_method_types: ["direct_debit"] });
v2({ flow: "setup", currency: "CLP", customer: "cus_1", ...urls });
v2({ flow: "setup", currency: "CLP", customer_data });
v2({ flow: "setup", currency: "CLP", payment_method_types: ["card", "bank_transfer", "pac", "direct_debit"] });
v2({ flow: "setup", currency: "CLP", line_items: [item], ui_mode: "embedded" });
v2({ flow: "setup", currency: "CLP", customer: "cus_1", payment_method: "pm_1", payment_method_types: ["bank_transfer"] });

// A setup may renew the payment method of a subscription; elsewhere its id is only a warning.
v2({ flow: "setup", currency: "CLP", subscription: "sub_1", ...urls });
v2({ flow: "subscription", amount: 1980, line_items: [item], currency: "CLP", subscription: "sub_1" });
v2({ amount: 350_000, currency: "CLP", ...urls, subscription: "sub_1" });
v2({ amount: 350_000, currency: "CLP", ...urls, subscription: null });

// Customers, and how they pay.
v2({ amount: 350_000, currency: "CLP", ...urls, customer_data: { tax_id: { type: "cl_rut", value: "11.111.111-1" } } });
v2({ amount: 350_000, currency: "CLP", ...urls, customer_data: { tax_id: { type: "pe_ruc", value: "20100070970" } } });
v2({ amount: 350_000, currency: "CLP", ...urls, customer_data: { email: "ana@example.com", metadata: { tier: 2 } } });
v2({ amount: 350_000, currency: "CLP", ...urls, payment_method_types: ["card", "bank_transfer", "installments"] });
v2({ amount: 350_000, currency: "CLP", ...urls, customer: "cus_1", payment_method: "pm_1", payment_method_types: ["bank_transfer"] });
v2({ amount: 350_000, currency: "CLP", ...urls, customer: "cus_1", save_payment_method: "enabled" });
v2({ amount: 350_000, currency: "CLP", ...urls, customer_data, save_payment_method: "enabled" });
v2({ amount: 350_000, currency: "CLP", ...urls, save_payment_method: "disabled" });
v2({
  amount: 350_000,
  currency: "CLP",
  ...urls,
  payment_method_types: ["bank_transfer", "card"],
  payment_method_options: {
    bank_transfer: {
      recipient_account: {
        holder_id: "77143385-5",
        institution_id: "cl_banco_de_chile",
        number: "813990168",
        type: "checking_account",
      },
      sender_account: { institution_id: { value: "cl_banco_estado", editable: false }, holder_id: "11.111.111-1" },
    },
    card: { types: ["credit", "debit", "prepaid", "gift"] },
  },
  business_profile: { category: "123456", name: "Panadería", tax_id: "77.498.112-8" },
  customer_email: "ana@example.com",
  expires_at: new Date(0).toISOString(),
  metadata: { order: "987654321", paid: false },
});

// The type of an account: a documented string, or another.
declare const accountType: string;
v2({
  amount: 350_000,
  currency: "CLP",
  ...urls,
  payment_method_options: {
    bank_transfer: { recipient_account: { type: "cuenta_rut" }, sender_account: { type: "sight_account" } },
  },
});
v2({ amount: 350_000, currency: "CLP", ...urls, payment_method_options: { bank_transfer: { recipient_account: { type: accountType } } } });
v1({ amount: 1000, currency: "CLP", payment_method_options: { bank_transfer: { sender_account: { type: null } } } });

// Items that are registered with Fintoc.
v2({ line_items: [{ quantity: 1, price: "price_1" }], currency: "CLP", ...urls });
v2({ line_items: [{ quantity: 1, price_data: { currency: "CLP", unit_amount: 990, product: "prod_1" } }], currency: "CLP", ...urls });

// Optional fields: missing, `undefined` or `null`.
declare const id: string | undefined;
declare const id_or_null: string | null;
declare const data: CustomerData | undefined;
declare const amount: number | undefined;
declare const is_on: boolean;
v2({ amount: 350_000, currency: "CLP", ...urls, customer: id });
v2({ amount: 350_000, currency: "CLP", ...urls, customer_data: data });
v2({ amount: 350_000, currency: "CLP", ...urls, customer: "cus_1", customer_data: null });
v2({ amount: 350_000, currency: is_on ? "CLP" : "MXN", ...urls, ui_mode: is_on ? "embedded" : undefined });
v2({ amount, line_items: [item], currency: "CLP", ...urls, expires_at: id_or_null });
v2({ amount: 350_000, currency: "CLP", ...urls, customer_data, save_payment_method: is_on ? "enabled" : "disabled" });
v2({ amount: 350_000, currency: "CLP", ...urls, customer: "cus_1", payment_method: id_or_null, payment_method_types: ["bank_transfer"] });
v2({ amount: 350_000, currency: "CLP", ...urls, payment_method_types: is_on ? ["card"] : ["bank_transfer", "installments"] });

// Step by step.
const payment: PaymentRequest = { amount: 350_000, currency: "CLP", ...urls };
payment.metadata = { order: "987654321" };
payment.payment_method_types = ["card"];
v2(payment);

// Each flow is known by its name.
export function describe(request: RequestByFlow): string {
  switch (request.flow) {
    case "setup": {
      const setup: SetupRequest = request;
      return `saves a payment method of ${setup.customer ?? "somebody"}`;
    }
    case "subscription": {
      const subscription: SubscriptionRequest = request;
      return `collects ${subscription.amount} again and again, for ${subscription.line_items.length} items`;
    }
    default:
      return `collects ${request.amount ?? request.line_items?.length} once`;
  }
}

export function amountOf(request: CheckoutSessionRequest): number | null | undefined {
  if (request.flow === "setup") return same<SetupRequest>(request) && 0;
  return request.flow === "subscription" ? request.amount + 0 * request.line_items.length : request.amount;
}
declare function same<T>(value: T): T;

// A flow that is a variable, with what a payment and a subscription both require.
declare const flow: "payment" | "subscription";
declare const flow_or_none: "payment" | "subscription" | undefined;
v2({ flow, amount: 1980, line_items: [item], currency: "CLP", ...urls });
v2({ flow, amount: 1980, line_items: [item], currency: "CLP", ui_mode: "embedded", customer: "cus_1" });
v2({ flow, amount: 1980, line_items: [item], currency: "CLP", ...urls, customer_data, payment_method_types: ["card"] });
v2({ flow: flow_or_none, amount: 1980, line_items: [item], currency: "CLP", ...urls, payment_method_options: { card: {} } });

// Constants, and arrays that nobody may change.
const constant = {
  amount: 1980,
  currency: "CLP",
  ...urls,
  line_items: [{ quantity: 2, price_data: { currency: "CLP", unit_amount: 990, product_data: { name: "Pan" } } }],
  payment_method_types: ["card", "bank_transfer"],
  payment_method_options: { card: { types: ["credit", "debit"] } },
} as const;
const constantV1 = { currency: "clp", line_items: [{ quantity: 1, price: "price_1" }], payment_method_types: ["card"] } as const;
v2(constant);
v2({ flow: "subscription", amount: 1980, currency: "CLP", line_items: constant.line_items, payment_method_types: ["pac"] as const });
v2({ amount: 1, currency: "CLP", ...urls, customer: "cus_1", payment_method: "pm_1", payment_method_types: ["bank_transfer"] as const });
v1(constantV1);
declare const readonly_items: readonly LineItem[];
declare const items: LineItem[];
declare const types: readonly ("card" | "bank_transfer")[];
v2({ line_items: readonly_items, currency: "CLP", ...urls, payment_method_types: types });
v2({ flow: "subscription", amount: 1980, line_items: readonly_items, currency: "CLP" });
v2({ line_items: items, currency: "MXN", ...urls });
v2({ line_items: items.filter(({ quantity }) => quantity > 0), currency: "MXN", ...urls });
v2({ line_items: ["Pan", "Té"].map((name) => ({ ...item, price_data: { currency: "CLP", unit_amount: 990, product_data: { name } } })), currency: "CLP", ...urls });
v1({ line_items: items, currency: "CLP" });

// No items beside an amount are only a warning.
v2({ amount: 1980, line_items: [], currency: "CLP", ...urls });
v2({ flow: "setup", currency: "CLP", line_items: [] });
v1({ amount: 1980, currency: "CLP", line_items: [] as const });

// Metadata and options of any type that has names.
interface Metadata {
  order_id: string;
  attempts?: number;
}
class Order {
  constructor(readonly id: string) {}
}
declare const metadata: Metadata;
declare const either: Metadata | undefined;
v2({ amount: 1980, currency: "CLP", ...urls, metadata, customer_data: { email: "ana@example.com", metadata } });
v2({ amount: 1980, currency: "CLP", ...urls, metadata: new Order("1") });
v2({ amount: 1980, currency: "CLP", ...urls, metadata: either, payment_method_options: { installments: metadata } });
v1({ amount: 1980, currency: "CLP", metadata });

// Strings of open vocabularies: a documented one, or another.
declare const text: string;
v2({
  amount: 1980,
  currency: "CLP",
  ...urls,
  customer_data: { tax_id: { type: text, value: "11.111.111-1" } },
  payment_method_options: {
    bank_transfer: {
      recipient_account: { institution_id: text },
      sender_account: { institution_id: { value: text }, holder_id: { value: text, editable: true } },
    },
    card: { types: [text] },
  },
});

// A currency that is a variable, also of the items.
declare const currency: "CLP" | "MXN";
v2({ currency, line_items: [{ quantity: 1, price_data: { currency, unit_amount: 990, product_data: { name: "Pan" } } }], ...urls });
const pesos: CheckoutSessionRequest<"CLP"> = { currency: "CLP", line_items: [{ quantity: 1, price: "price_1" }], ...urls };
v2(pesos);

// Version 1.
v1({ amount: 1000, currency: "CLP" });
v1({ amount: 1000, currency: "clp", flow: "payment", payment_method_types: ["bank_transfer", "card"] });
v1({ currency: "mxn", line_items: [{ quantity: 1, price_data: { currency: "mxn", unit_amount: 990, product_data: { name: "Pan" } } }] });
v1({ amount: 1000, currency: "CLP", customer: { name: "Ana", tax_id: { type: "cl_rut", value: "11.111.111-1" } } });
v1({ amount: 1000, currency: "CLP", customer: { name: "Ana" }, line_items: [] });
v1({ amount: 1000, currency: "CLP", payment_method_options: { card: { types: ["credit"] } }, ...urls });
