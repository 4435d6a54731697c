// Requests that must not compile. Beside each mark is a part of the compiler's message.

import type { CheckoutSessionRequest, CheckoutSessionRequestV1, PaymentRequest } from "fintoc-preflight";

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
// @ts-expect-error Type '"refund"' is not assignable to type
v2({ ...payment, flow: "refund" });
// @ts-expect-error Type 'null' is not assignable to type 'Currency'
v2({ ...setup, currency: null });
// @ts-expect-error Type '"clp"' is not assignable to type 'Currency'. Did you mean '"CLP"'?
v2({ amount: 1980, currency: "clp", ...urls });
// @ts-expect-error Property 'currency' is missing
v2({ amount: 1980, ...urls });
// @ts-expect-error Property 'amount' is missing
v2({ currency: "CLP", ...urls });
// @ts-expect-error Property 'line_items' is missing
v2({ ...payment, amount: null });
// @ts-expect-error Property 'cancel_url' is missing
v2({ amount: 1980, currency: "CLP", success_url: "https://merchant.com/success" });
// @ts-expect-error the following properties from type 'Redirected': cancel_url, success_url
v2({ amount: 1980, currency: "CLP", ui_mode: "hosted" });
// @ts-expect-error Property 'amount' is missing
v2({ flow: "subscription", currency: "CLP", line_items });
// @ts-expect-error Property 'line_items' is missing
v2({ flow: "subscription", currency: "CLP", amount: 1980 });
// @ts-expect-error Type 'number' is not assignable to type 'Absent'
v2({ flow: "setup", currency: "CLP", amount: 1980 });

// The types of payment method, and their options.
// @ts-expect-error Type '"pac"' is not assignable to type
v2({ ...payment, payment_method_types: ["pac"] });
// @ts-expect-error Type '"pac"' is not assignable to type
v2({ ...payment, flow: "payment", payment_method_types: ["card", "pac"] });
// @ts-expect-error Type '"direct_debit"' is not assignable to type
v2({ ...payment, payment_method_types: ["direct_debit"] });
// @ts-expect-error Type '"payment_intent"' is not assignable to type
v2({ ...payment, payment_method_types: ["payment_intent"] });
// @ts-expect-error Type '"bank_transfer"' is not assignable to type
v2({ ...subscription, line_items, payment_method_types: ["bank_transfer"] });
// @ts-expect-error Type '"installments"' is not assignable to type
v2({ ...setup, payment_method_types: ["installments"] });
// @ts-expect-error The types of 'payment_method_options.pac' are incompatible
v2({ ...payment, payment_method_options: { card: {}, pac: {} } });
// @ts-expect-error Type '{}' is not assignable to type 'Absent'
v2({ ...subscription, line_items, payment_method_options: { bank_transfer: {} } });
// @ts-expect-error 'receiver_account' does not exist in type 'BankTransferOptions'
v2({ ...payment, payment_method_options: { bank_transfer: { receiver_account: {} } } });

// The customer, and what needs one.
// @ts-expect-error Types of property 'customer_data' are incompatible
v2({ ...payment, customer: "cus_1", customer_data: { email: "ana@example.com" } });
// @ts-expect-error Types of property 'customer_data' are incompatible
v2({ ...setup, customer: "cus_1", customer_data: { email: "ana@example.com" } });
// @ts-expect-error Type '{ name: string; }' is not assignable to type 'string'
v2({ ...payment, customer: { name: "Ana" } });
// @ts-expect-error Property 'email' is missing
v2({ ...payment, customer_data: { name: "Ana" } });
// @ts-expect-error Property 'value' is missing
v2({ ...payment, customer_data: { tax_id: { type: "cl_rut" } } });
// @ts-expect-error Property 'type' is missing
v2({ ...payment, customer_data: { email: "ana@example.com", tax_id: { value: "11.111.111-1" } } });
// @ts-expect-error Property 'customer_data' is missing
v2({ ...payment, save_payment_method: "enabled" });
// @ts-expect-error Type 'string' is not assignable to type
v2({ flow: "setup", currency: "CLP", customer: "cus_1", save_payment_method: "disabled" });
// @ts-expect-error Type 'string' is not assignable to type
v2({ flow: "subscription", amount: 1980, currency: "CLP", line_items, customer: "cus_1", save_payment_method: "enabled" });
// @ts-expect-error Property 'customer' is missing in type
v2({ ...payment, payment_method: "pm_1", payment_method_types: ["bank_transfer"] });
// @ts-expect-error Property 'payment_method_types' is missing
v2({ ...payment, customer: "cus_1", payment_method: "pm_1" });
// @ts-expect-error Type '"card"' is not assignable to type '"bank_transfer"'
v2({ ...payment, customer: "cus_1", payment_method: "pm_1", payment_method_types: ["card"] });
// @ts-expect-error Types of property 'payment_method' are incompatible
v2({ flow: "subscription", amount: 1980, currency: "CLP", line_items, customer: "cus_1", payment_method: "pm_1" });

// Values and names.
// @ts-expect-error Type 'string' is not assignable to type 'number'
v2({ ...payment, amount: "1980" });
// @ts-expect-error Type 'Date' is not assignable to type 'Field<string>'
v2({ ...payment, expires_at: new Date(0) });
// @ts-expect-error Did you mean to write 'customer_email'?
v2({ ...payment, customer_mail: "ana@example.com" });
// @ts-expect-error Did you mean to write 'payment_method_types'?
v2({ ...payment, payment_methods_types: ["card"] });
// @ts-expect-error Property 'quantity' is missing
v2({ ...payment, line_items: [{ price_data }] });
// @ts-expect-error Property 'price_data' is missing
v2({ ...payment, line_items: [{ quantity: 1 }] });
// @ts-expect-error Property 'unit_amount' is missing
v2({ ...payment, line_items: [{ quantity: 1, price_data: { currency: "CLP", product_data: { name: "Pan" } } }] });
// @ts-expect-error Property 'product_data' is missing
v2({ ...payment, line_items: [{ quantity: 1, price_data: { currency: "CLP", unit_amount: 990 } }] });
// @ts-expect-error Property 'name' is missing
v2({ ...payment, line_items: [{ quantity: 1, price_data: { ...price_data, product_data: {} } }] });
// @ts-expect-error Type 'null' is not assignable to type 'LineItem
v2({ ...payment, line_items: [null] });
// @ts-expect-error Type 'number' is not assignable to type
v2({ ...setup, subscription: 1 });
// @ts-expect-error Type 'number' is not assignable to type
v2({ ...payment, payment_method_options: { bank_transfer: { recipient_account: { type: 1 } } } });

// Arrays that are empty; in a payment, an amount is missing then.
// @ts-expect-error Property 'amount' is missing
v2({ currency: "CLP", ...urls, line_items: [] });
// @ts-expect-error Property 'amount' is missing
v2({ currency: "CLP", ...urls, line_items: [] as const });
// @ts-expect-error Type 'never[]' is not assignable to type
v2({ ...payment, amount: undefined, line_items: [] });
// @ts-expect-error Type 'never[]' is not assignable to type
v2({ flow: "subscription", amount: 1980, currency: "CLP", line_items: [] });
// @ts-expect-error Type 'never[]' is not assignable to type
v2({ ...payment, payment_method_types: [] });
// @ts-expect-error Type 'never[]' is not assignable to type
v2({ ...setup, payment_method_types: [] });

// Items in another currency than the session's, if its type says which one it is.
const clp = <R extends CheckoutSessionRequest<"CLP">>(request: R) => v2(request);
clp({ currency: "CLP", ...urls, line_items });
// @ts-expect-error Type '"MXN"' is not assignable to type '"CLP"'
clp({ currency: "CLP", ...urls, line_items: [{ quantity: 1, price_data: { ...price_data, currency: "MXN" } }] });
// @ts-expect-error Type '"CLP"' is not assignable to type '"MXN"'
const mxn: PaymentRequest<"MXN"> = { currency: "MXN", ...urls, line_items };

// A flow that is a variable, without what both flows require.
declare const flow: "payment" | "subscription";
// @ts-expect-error is not assignable to type
v2({ ...payment, flow });
// @ts-expect-error is not assignable to type
v2({ currency: "CLP", ...urls, flow, line_items });
// @ts-expect-error is not assignable to type
v2({ ...payment, flow, line_items, payment_method_types: ["bank_transfer"] });
// @ts-expect-error is not assignable to type
v2({ ...payment, flow, line_items, customer: "cus_1", save_payment_method: "enabled" });

// Metadata that is no object.
// @ts-expect-error is not assignable to type
v2({ ...payment, metadata: ["order"] });
// @ts-expect-error is not assignable to type
v2({ ...payment, metadata: new Date(0) });
// @ts-expect-error is not assignable to type
v2({ ...payment, metadata: new Map([["order", "1"]]) });
// @ts-expect-error Type 'string' is not assignable to type
v2({ ...payment, metadata: "order" });

// Version 1.
// @ts-expect-error Type 'never[]' is not assignable to type
v1({ currency: "CLP", line_items: [] });
// @ts-expect-error Type 'never[]' is not assignable to type
v1({ amount: 1980, currency: "CLP", payment_method_types: [] });
// @ts-expect-error 'subscription' does not exist in type
v1({ amount: 1980, currency: "CLP", subscription: "sub_1" });
// @ts-expect-error Types of property 'line_items' are incompatible
v1({ amount: 1980, currency: "CLP", line_items });
// @ts-expect-error Property 'amount' is missing
v1({ currency: "CLP" });
// @ts-expect-error Type '"Clp"' is not assignable to type 'CurrencyV1'. Did you mean '"clp"'?
v1({ amount: 1980, currency: "Clp" });
// @ts-expect-error Type '"subscription"' is not assignable to type 'Field<"payment">'
v1({ amount: 1980, currency: "CLP", flow: "subscription" });
// @ts-expect-error Type '"installments"' is not assignable to type
v1({ amount: 1980, currency: "CLP", payment_method_types: ["installments"] });
// @ts-expect-error Type 'string' has no properties in common with type
v1({ amount: 1980, currency: "CLP", customer: "cus_1" });
// @ts-expect-error 'customer_data' does not exist in type
v1({ amount: 1980, currency: "CLP", customer_data: { email: "ana@example.com" } });
export { mxn };
