/** A request in which everything is right, and the same with two mistakes that have nothing to do with each other. */

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

/** The amount is not the total of the items; and the e-mail address is none. @type {Draft.CheckoutSessionRequest} */
export const wrong = { ...right, amount: 1000, customer_email: "ana.example.com" };

/** The messages, by field. */
export const said = Object.fromEntries(validate(wrong).errors.map(({ param, message }) => [param, message]));

/** The same in Spanish. */
export const dicho = Object.fromEntries(validate(wrong, { locale: "es" }).errors.map(({ param, message }) => [param, message]));
