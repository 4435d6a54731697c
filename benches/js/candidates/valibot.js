import * as v from "valibot";

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

const text = v.pipe(v.string(), v.regex(TEXT));
const email = v.pipe(v.string(), v.email());
const url = v.pipe(v.string(), v.url(), v.regex(REDIRECT));
const integer = v.pipe(v.number(), v.safeInteger());
const currency = v.picklist(CURRENCIES);
const metadata = v.record(v.string(), v.unknown());

const party = v.union([text, v.object({ value: v.nullish(text), editable: v.nullish(v.boolean()) })]);
const senderAccount = v.object({
  holder_id: v.nullish(party),
  institution_id: v.nullish(party),
  number: v.nullish(text),
  type: v.nullish(text),
});
const recipientAccount = v.object({
  holder_id: v.nullish(text),
  institution_id: v.nullish(text),
  number: v.nullish(text),
  type: v.nullish(text),
});

const productData = v.object({ name: text, image_url: v.nullish(v.pipe(v.string(), v.url(), v.regex(HTTPS))) });
const priceData = v.object({
  currency,
  unit_amount: v.pipe(integer, v.minValue(0)),
  product_data: v.nullish(productData),
  product: v.nullish(text),
  recurring: v.nullish(v.object({ interval: v.nullish(text), interval_count: v.nullish(v.pipe(integer, v.minValue(1))) })),
});
const lineItem = v.object({
  quantity: v.pipe(integer, v.minValue(1)),
  price_data: v.nullish(priceData),
  price: v.nullish(text),
});

/** Returns an issue in valibot's form, whose path has the value at each step. */
const issueAt = (input, keys, message) => {
  const path = [];
  let value = input;
  for (const key of keys) {
    const item = { type: "unknown", origin: "value", input: value, key, value: value?.[key] };
    path.push(item);
    value = item.value;
  }
  return { message, input: value, path };
};

const schema = v.pipe(
  v.object({
    amount: v.nullish(v.pipe(integer, v.minValue(1))),
    business_profile: v.nullish(
      v.object({ category: v.nullish(text), name: v.nullish(text), tax_id: v.nullish(text) }),
    ),
    cancel_url: v.nullish(url),
    currency,
    customer: v.nullish(text),
    customer_data: v.nullish(
      v.object({
        tax_id: v.nullish(v.object({ type: text, value: text })),
        name: v.nullish(text),
        email: v.nullish(email),
        metadata: v.nullish(metadata),
      }),
    ),
    customer_email: v.nullish(email),
    expires_at: v.nullish(v.pipe(v.string(), v.isoTimestamp())),
    flow: v.nullish(v.picklist(FLOWS)),
    line_items: v.nullish(v.array(lineItem)),
    metadata: v.nullish(metadata),
    payment_method: v.nullish(text),
    payment_method_options: v.nullish(
      v.looseObject({
        bank_transfer: v.nullish(
          v.object({ recipient_account: v.nullish(recipientAccount), sender_account: v.nullish(senderAccount) }),
        ),
        card: v.nullish(v.object({ types: v.nullish(v.array(text)) })),
        pac: v.nullish(v.object({ sender_account: v.nullish(senderAccount) })),
      }),
    ),
    payment_method_types: v.nullish(v.pipe(v.array(text), v.minLength(1))),
    save_payment_method: v.nullish(v.picklist(SAVE_PAYMENT_METHOD)),
    subscription: v.nullish(text),
    success_url: v.nullish(url),
    ui_mode: v.nullish(v.picklist(UI_MODES)),
  }),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    checkSession(dataset.value, (path, message) => addIssue(issueAt(dataset.value, path, message)));
  }),
);

export const check = (value) => v.safeParse(schema, value);

export const pathsOf = ({ issues = [] }) => issues.map(({ path = [] }) => path.map(({ key }) => key));
