import * as z from "zod/mini";

import { CURRENCIES, FLOWS, REDIRECT, SAVE_PAYMENT_METHOD, TEXT, UI_MODES, checkSession } from "./session.js";

const text = z.string().check(z.regex(TEXT));
const currency = z.enum(CURRENCIES);
const redirect = z.url().check(z.regex(REDIRECT));
const metadata = z.record(z.string(), z.unknown());

const party = z.union([text, z.object({ value: z.nullish(text), editable: z.nullish(z.boolean()) })]);
const senderAccount = z.object({
  holder_id: z.nullish(party),
  institution_id: z.nullish(party),
  number: z.nullish(text),
  type: z.nullish(text),
});
const recipientAccount = z.object({
  holder_id: z.nullish(text),
  institution_id: z.nullish(text),
  number: z.nullish(text),
  type: z.nullish(text),
});

const productData = z.object({ name: text, image_url: z.nullish(z.url({ protocol: /^https$/ })) });
const priceData = z.object({
  currency,
  unit_amount: z.int().check(z.gte(0)),
  product_data: z.nullish(productData),
  product: z.nullish(text),
  recurring: z.nullish(z.object({ interval: z.nullish(text), interval_count: z.nullish(z.int().check(z.gte(1))) })),
});
const lineItem = z.object({
  quantity: z.int().check(z.gte(1)),
  price_data: z.nullish(priceData),
  price: z.nullish(text),
});

const schema = z
  .object({
    amount: z.nullish(z.int().check(z.gte(1))),
    business_profile: z.nullish(
      z.object({ category: z.nullish(text), name: z.nullish(text), tax_id: z.nullish(text) }),
    ),
    cancel_url: z.nullish(redirect),
    currency,
    customer: z.nullish(text),
    customer_data: z.nullish(
      z.object({
        tax_id: z.nullish(z.object({ type: text, value: text })),
        name: z.nullish(text),
        email: z.nullish(z.email()),
        metadata: z.nullish(metadata),
      }),
    ),
    customer_email: z.nullish(z.email()),
    expires_at: z.nullish(z.iso.datetime({ offset: true, local: true })),
    flow: z.nullish(z.enum(FLOWS)),
    line_items: z.nullish(z.array(lineItem)),
    metadata: z.nullish(metadata),
    payment_method: z.nullish(text),
    payment_method_options: z.nullish(
      z.looseObject({
        bank_transfer: z.nullish(
          z.object({ recipient_account: z.nullish(recipientAccount), sender_account: z.nullish(senderAccount) }),
        ),
        card: z.nullish(z.object({ types: z.nullish(z.array(text)) })),
        pac: z.nullish(z.object({ sender_account: z.nullish(senderAccount) })),
      }),
    ),
    payment_method_types: z.nullish(z.array(text).check(z.minLength(1))),
    save_payment_method: z.nullish(z.enum(SAVE_PAYMENT_METHOD)),
    subscription: z.nullish(text),
    success_url: z.nullish(redirect),
    ui_mode: z.nullish(z.enum(UI_MODES)),
  })
  .check(({ value, issues }) => {
    checkSession(value, (path, message) => issues.push({ code: "custom", input: value, path, message }));
  });

export const check = (value) => schema.safeParse(value);

export const pathsOf = (result) => (result.success ? [] : result.error.issues.map(({ path }) => path));
