// Requests that must not compile. Beside each mark is a part of the compiler's message.

import type { CheckoutSessionRequest, CheckoutSessionRequestV1 } from "fintoc-preflight";

declare const v2: (request: CheckoutSessionRequest) => void;
declare const v1: (request: CheckoutSessionRequestV1) => void;

const urls = { success_url: "https://merchant.com/success", cancel_url: "https://merchant.com/cancel" };
const price_data = { currency: "CLP", unit_amount: 990, product_data: { name: "Pan" } } as const;
const line_items = [{ quantity: 2, price_data }];
const payment = { amount: 1980, currency: "CLP", ...urls } as const;
const subscription = { flow: "subscription", amount: 1980, currency: "CLP", line_items } as const;
const setup = { flow: "setup", currency: "CLP" } as const;
v2(payment);
v2({ ...subscription, line_items });
v2(setup);

// The flow, and what it needs.
//
v2({ ...payment, flow: "refund" });
//
v2({ ...setup, currency: null });
//
v2({ amount: 1980, currency: "clp", ...urls });
//
v2({ amount: 1980, ...urls });
//
v2({ currency: "CLP", ...urls });
//
v2({ ...payment, amount: null });
//
v2({ amount: 1980, currency: "CLP", success_url: "https://merchant.com/success" });
//
v2({ amount: 1980, currency: "CLP", ui_mode: "hosted" });
//
v2({ flow: "subscription", currency: "CLP", line_items });
//
v2({ flow: "subscription", currency: "CLP", amount: 1980 });
//
v2({ flow: "setup", currency: "CLP", amount: 1980 });

// The types of payment method, and their options.
//
v2({ ...payment, payment_method_types: ["pac"] });
//
v2({ ...payment, flow: "payment", payment_method_types: ["card", "pac"] });
//
v2({ ...payment, payment_method_types: ["direct_debit"] });
//
v2({ ...payment, payment_method_types: ["payment_intent"] });
//
v2({ ...subscription, line_items, payment_method_types: ["bank_transfer"] });
//
v2({ ...setup, payment_method_types: ["installments"] });
//
v2({ ...payment, payment_method_options: { card: {}, pac: {} } });
//
v2({ ...subscription, line_items, payment_method_options: { bank_transfer: {} } });
//
v2({ ...payment, payment_method_options: { bank_transfer: { receiver_account: {} } } });

// The customer, and what needs one.
//
v2({ ...payment, customer: "cus_1", customer_data: { email: "ana@example.com" } });
//
v2({ ...setup, customer: "cus_1", customer_data: { email: "ana@example.com" } });
//
v2({ ...payment, customer: { name: "Ana" } });
//
v2({ ...payment, customer_data: { name: "Ana" } });
//
v2({ ...payment, customer_data: { tax_id: { type: "cl_rut" } } });
//
v2({ ...payment, customer_data: { email: "ana@example.com", tax_id: { value: "11.111.111-1" } } });
//
v2({ ...payment, save_payment_method: "enabled" });
//
v2({ flow: "setup", currency: "CLP", customer: "cus_1", save_payment_method: "disabled" });
//
v2({ flow: "subscription", amount: 1980, currency: "CLP", line_items, customer: "cus_1", save_payment_method: "enabled" });
//
v2({ ...payment, payment_method: "pm_1", payment_method_types: ["bank_transfer"] });
//
v2({ ...payment, customer: "cus_1", payment_method: "pm_1" });
//
v2({ ...payment, customer: "cus_1", payment_method: "pm_1", payment_method_types: ["card"] });
//
v2({ flow: "subscription", amount: 1980, currency: "CLP", line_items, customer: "cus_1", payment_method: "pm_1" });

// Values and names.
//
v2({ ...payment, amount: "1980" });
//
v2({ ...payment, expires_at: new Date(0) });
//
v2({ ...payment, customer_mail: "ana@example.com" });
//
v2({ ...payment, payment_methods_types: ["card"] });
//
v2({ ...payment, line_items: [{ price_data }] });
//
v2({ ...payment, line_items: [{ quantity: 1 }] });
//
v2({ ...payment, line_items: [{ quantity: 1, price_data: { currency: "CLP", product_data: { name: "Pan" } } }] });
//
v2({ ...payment, line_items: [{ quantity: 1, price_data: { currency: "CLP", unit_amount: 990 } }] });
//
v2({ ...payment, line_items: [{ quantity: 1, price_data: { ...price_data, product_data: {} } }] });
//
v2({ ...payment, line_items: [null] });
//
v2({ ...setup, subscription: 1 });
//
v2({ ...payment, payment_method_options: { bank_transfer: { recipient_account: { type: 1 } } } });

// Version 1.
//
v1({ amount: 1980, currency: "CLP", subscription: "sub_1" });
//
v1({ amount: 1980, currency: "CLP", line_items });
//
v1({ currency: "CLP" });
//
v1({ amount: 1980, currency: "Clp" });
//
v1({ amount: 1980, currency: "CLP", flow: "subscription" });
//
v1({ amount: 1980, currency: "CLP", payment_method_types: ["installments"] });
//
v1({ amount: 1980, currency: "CLP", customer: "cus_1" });
//
v1({ amount: 1980, currency: "CLP", customer_data: { email: "ana@example.com" } });
