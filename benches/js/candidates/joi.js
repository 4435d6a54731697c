import Joi from "joi";

import { CURRENCIES, FLOWS, REDIRECT, SAVE_PAYMENT_METHOD, TEXT, UI_MODES, checkSession } from "./session.js";

const text = Joi.string().pattern(TEXT);
const url = Joi.string().uri().pattern(REDIRECT);
const email = Joi.string().email({ tlds: false });
const integer = Joi.number().integer();
const metadata = Joi.object();
const optional = (schema) => schema.allow(null);
const object = (keys) => Joi.object(keys).unknown();
const word = (words) => Joi.valid(...words);

const party = Joi.alternatives(text, object({ value: optional(text), editable: optional(Joi.boolean()) }));
const account = (holder) =>
  object({
    holder_id: optional(holder),
    institution_id: optional(holder),
    number: optional(text),
    type: optional(text),
  });

const productData = object({ name: text.required(), image_url: optional(Joi.string().uri({ scheme: "https" })) });
const priceData = object({
  currency: word(CURRENCIES).required(),
  unit_amount: integer.min(0).required(),
  product_data: optional(productData),
  product: optional(text),
  recurring: optional(object({ interval: optional(text), interval_count: optional(integer.min(1)) })),
});
const lineItem = object({
  quantity: integer.min(1).required(),
  price_data: optional(priceData),
  price: optional(text),
});

const schema = object({
  amount: optional(integer.min(1)),
  business_profile: optional(object({ category: optional(text), name: optional(text), tax_id: optional(text) })),
  cancel_url: optional(url),
  currency: word(CURRENCIES).required(),
  customer: optional(text),
  customer_data: optional(
    object({
      tax_id: optional(object({ type: text.required(), value: text.required() })),
      name: optional(text),
      email: optional(email),
      metadata: optional(metadata),
    }),
  ),
  customer_email: optional(email),
  expires_at: optional(Joi.string().isoDate()),
  flow: optional(word(FLOWS)),
  line_items: optional(Joi.array().items(lineItem)),
  metadata: optional(metadata),
  payment_method: optional(text),
  payment_method_options: optional(
    object({
      bank_transfer: optional(
        object({ recipient_account: optional(account(text)), sender_account: optional(account(party)) }),
      ),
      card: optional(object({ types: optional(Joi.array().items(text)) })),
      pac: optional(object({ sender_account: optional(account(party)) })),
    }),
  ),
  payment_method_types: optional(Joi.array().items(text).min(1)),
  save_payment_method: optional(word(SAVE_PAYMENT_METHOD)),
  subscription: optional(text),
  success_url: optional(url),
  ui_mode: optional(word(UI_MODES)),
}).custom((request, { error, errorsArray, state }) => {
  const errors = errorsArray();
  checkSession(request, (path, message) => {
    errors.push(error("any.custom", { error: { message } }, state.localize(path, [], null)));
  });
  return errors.length > 0 ? errors : request;
});

export const check = (value) => schema.validate(value, { abortEarly: false, convert: false });

export const pathsOf = ({ error }) => (error ? error.details.map(({ path }) => path) : []);
