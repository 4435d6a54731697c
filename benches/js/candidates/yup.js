import { ValidationError, array, boolean, mixed, number, object, string } from "yup";

import {
  CURRENCIES,
  FLOWS,
  HTTPS,
  REDIRECT,
  SAVE_PAYMENT_METHOD,
  TEXT,
  UI_MODES,
  checkSession,
} from "./session.js";

const text = () => string().matches(TEXT);
const optionalText = () => text().nullable();
const integer = () => number().integer().min(Number.MIN_SAFE_INTEGER).max(Number.MAX_SAFE_INTEGER);
const word = (words) =>
  string()
    .oneOf([...words, null])
    .nullable();
const optional = (shape) => object(shape).default(undefined).nullable();

const form = object({ value: optionalText(), editable: boolean().nullable() });
const party = () =>
  mixed((value) => typeof value === "string" || form.isType(value))
    .nullable()
    .test("party", (value) => value === undefined || value === null || isParty(value));
const isParty = (value) => (typeof value === "string" ? TEXT.test(value) : form.isValidSync(value, { strict: true }));
const account = (holder) =>
  optional({ holder_id: holder(), institution_id: holder(), number: optionalText(), type: optionalText() });

const productData = optional({ name: text().required(), image_url: string().url().matches(HTTPS).nullable() });
const priceData = optional({
  currency: string().oneOf(CURRENCIES).required(),
  unit_amount: integer().min(0).required(),
  product_data: productData,
  product: optionalText(),
  recurring: optional({ interval: optionalText(), interval_count: integer().min(1).nullable() }),
});
const lineItem = object({ quantity: integer().min(1).required(), price_data: priceData, price: optionalText() });

const schema = object({
  amount: integer().min(1).nullable(),
  business_profile: optional({ category: optionalText(), name: optionalText(), tax_id: optionalText() }),
  cancel_url: string().url().matches(REDIRECT).nullable(),
  currency: string().oneOf(CURRENCIES).required(),
  customer: optionalText(),
  customer_data: optional({
    tax_id: optional({ type: text().required(), value: text().required() }),
    name: optionalText(),
    email: string().email().nullable(),
    metadata: optional({}),
  }),
  customer_email: string().email().nullable(),
  expires_at: string().datetime({ allowOffset: true }).nullable(),
  flow: word(FLOWS),
  line_items: array(lineItem.required()).nullable(),
  metadata: optional({}),
  payment_method: optionalText(),
  payment_method_options: optional({
    bank_transfer: optional({ recipient_account: account(optionalText), sender_account: account(party) }),
    card: optional({ types: array(text().required()).nullable() }),
    pac: optional({ sender_account: account(party) }),
  }),
  payment_method_types: array(text().required()).min(1).nullable(),
  save_payment_method: word(SAVE_PAYMENT_METHOD),
  subscription: optionalText(),
  success_url: string().url().matches(REDIRECT).nullable(),
  ui_mode: word(UI_MODES),
}).test("session", (request, { createError }) => {
  const errors = [];
  checkSession(request, (path, message) => errors.push(createError({ path: path.join("."), message })));
  return errors.length === 0 || new ValidationError(errors);
});

export function check(value) {
  try {
    schema.validateSync(value, { strict: true, abortEarly: false });
    return [];
  } catch (error) {
    return error.inner;
  }
}

export const pathsOf = (errors) => errors.map(({ path }) => (path ? path.match(/[^.[\]"]+/g).map(keyOf) : []));

const keyOf = (key) => (/^\d+$/.test(key) ? Number(key) : key);
