// Requests that must compile.

import type {
  CheckoutSessionRequest,
  CheckoutSessionRequestV1,
  CustomerData,
  LineItem,
  PaymentRequest,
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
export function describe(request: CheckoutSessionRequest): string {
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

// Version 1.
v1({ amount: 1000, currency: "CLP" });
v1({ amount: 1000, currency: "clp", flow: "payment", payment_method_types: ["bank_transfer", "card"] });
v1({ currency: "mxn", line_items: [{ quantity: 1, price_data: { currency: "mxn", unit_amount: 990, product_data: { name: "Pan" } } }] });
v1({ amount: 1000, currency: "CLP", customer: { name: "Ana", tax_id: { type: "cl_rut", value: "11.111.111-1" } } });
v1({ amount: 1000, currency: "CLP", customer: { name: "Ana" }, line_items: [] });
v1({ amount: 1000, currency: "CLP", payment_method_options: { card: { types: ["credit"] } }, ...urls });
