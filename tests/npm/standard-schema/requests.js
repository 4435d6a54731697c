/** A request without violations, and a copy with two independent ones. */

import { validate } from "fintoc-preflight";

/** @import { Draft } from "fintoc-preflight" */

/** @type {Draft.CheckoutSessionRequest} */
export const right = {
  amount: 1980,
  currency: "CLP",
  success_url: "https://merchant.com/success",
  cancel_url: "https://merchant.com/cancel",
  customer_email: "ana@example.com",
  line_items: [{ quantity: 2, price_data: { currency: "CLP", unit_amount: 990, product_data: { name: "Pan" } } }],
};

/** The amount is not the total of the items, and the e-mail address has no `@`. @type {Draft.CheckoutSessionRequest} */
export const wrong = { ...right, amount: 1000, customer_email: "ana.example.com" };

/** The messages by field. */
export const messages = Object.fromEntries(validate(wrong).errors.map(({ param, message }) => [param, message]));

/** The Spanish messages by field. */
export const spanishMessages = Object.fromEntries(validate(wrong, { locale: "es" }).errors.map(({ param, message }) => [param, message]));
