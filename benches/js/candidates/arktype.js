import { type } from "arktype";

import { REDIRECT, checkSession } from "./session.js";

const redirect = type("string.url").and(type(REDIRECT)).or("null");

const party = type("/\\S/").or({ "value?": "/\\S/ | null", "editable?": "boolean | null" });
const senderAccount = type({
  "holder_id?": party.or("null"),
  "institution_id?": party.or("null"),
  "number?": "/\\S/ | null",
  "type?": "/\\S/ | null",
});
const recipientAccount = type({
  "holder_id?": "/\\S/ | null",
  "institution_id?": "/\\S/ | null",
  "number?": "/\\S/ | null",
  "type?": "/\\S/ | null",
});

const productData = type({ name: "/\\S/", "image_url?": "(string.url & /^https:/) | null" });
const priceData = type({
  currency: "'CLP' | 'MXN'",
  unit_amount: "number.safe % 1 >= 0",
  "product_data?": productData.or("null"),
  "product?": "/\\S/ | null",
  "recurring?": type({ "interval?": "/\\S/ | null", "interval_count?": "(number.safe % 1 >= 1) | null" }).or("null"),
});
const lineItem = type({
  quantity: "number.safe % 1 >= 1",
  "price_data?": priceData.or("null"),
  "price?": "/\\S/ | null",
});

const schema = type({
  "amount?": "(number.safe % 1 >= 1) | null",
  "business_profile?": type({
    "category?": "/\\S/ | null",
    "name?": "/\\S/ | null",
    "tax_id?": "/\\S/ | null",
  }).or("null"),
  "cancel_url?": redirect,
  currency: "'CLP' | 'MXN'",
  "customer?": "/\\S/ | null",
  "customer_data?": type({
    "tax_id?": type({ type: "/\\S/", value: "/\\S/" }).or("null"),
    "name?": "/\\S/ | null",
    "email?": "string.email | null",
    "metadata?": "Record<string, unknown> | null",
  }).or("null"),
  "customer_email?": "string.email | null",
  "expires_at?": "string.date.iso | null",
  "flow?": "'payment' | 'subscription' | 'setup' | null",
  "line_items?": lineItem.array().or("null"),
  "metadata?": "Record<string, unknown> | null",
  "payment_method?": "/\\S/ | null",
  "payment_method_options?": type({
    "bank_transfer?": type({
      "recipient_account?": recipientAccount.or("null"),
      "sender_account?": senderAccount.or("null"),
    }).or("null"),
    "card?": type({ "types?": "/\\S/[] | null" }).or("null"),
    "pac?": type({ "sender_account?": senderAccount.or("null") }).or("null"),
  }).or("null"),
  "payment_method_types?": "(/\\S/[] >= 1) | null",
  "save_payment_method?": "'enabled' | 'disabled' | null",
  "subscription?": "/\\S/ | null",
  "success_url?": redirect,
  "ui_mode?": "'hosted' | 'embedded' | null",
}).narrow((request, context) => {
  let isValid = true;
  checkSession(request, (path, problem) => {
    isValid = context.reject({ path, problem });
  });
  return isValid;
});

export const check = (value) => schema(value);

export const pathsOf = (result) => (result instanceof type.errors ? [...result].map(({ path }) => [...path]) : []);
