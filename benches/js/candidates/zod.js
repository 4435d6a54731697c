import * as z from "zod";

import { CURRENCIES, FLOWS, REDIRECT, SAVE_PAYMENT_METHOD, TEXT, UI_MODES, checkSession } from "./session.js";

const text = z.string().regex(TEXT);
const currency = z.enum(CURRENCIES);
const redirect = z.url().regex(REDIRECT);
const metadata = z.record(z.string(), z.unknown());

const party = z.union([text, z.object({ value: text.nullish(), editable: z.boolean().nullish() })]);
const senderAccount = z.object({
  holder_id: party.nullish(),
  institution_id: party.nullish(),
  number: text.nullish(),
  type: text.nullish(),
});
const recipientAccount = z.object({
  holder_id: text.nullish(),
  institution_id: text.nullish(),
  number: text.nullish(),
  type: text.nullish(),
});

const productData = z.object({ name: text, image_url: z.url({ protocol: /^https$/ }).nullish() });
const priceData = z.object({
  currency,
  unit_amount: z.int().min(0),
  product_data: productData.nullish(),
  product: text.nullish(),
  recurring: z.object({ interval: text.nullish(), interval_count: z.int().min(1).nullish() }).nullish(),
});
const lineItem = z.object({ quantity: z.int().min(1), price_data: priceData.nullish(), price: text.nullish() });

const schema = z
  .object({
    amount: z.int().min(1).nullish(),
    business_profile: z.object({ category: text.nullish(), name: text.nullish(), tax_id: text.nullish() }).nullish(),
    cancel_url: redirect.nullish(),
    currency,
    customer: text.nullish(),
    customer_data: z
      .object({
        tax_id: z.object({ type: text, value: text }).nullish(),
        name: text.nullish(),
        email: z.email().nullish(),
        metadata: metadata.nullish(),
      })
      .nullish(),
    customer_email: z.email().nullish(),
    expires_at: z.iso.datetime({ offset: true, local: true }).nullish(),
    flow: z.enum(FLOWS).nullish(),
    line_items: z.array(lineItem).nullish(),
    metadata: metadata.nullish(),
    payment_method: text.nullish(),
    payment_method_options: z
      .looseObject({
        bank_transfer: z
          .object({ recipient_account: recipientAccount.nullish(), sender_account: senderAccount.nullish() })
          .nullish(),
        card: z.object({ types: z.array(text).nullish() }).nullish(),
        pac: z.object({ sender_account: senderAccount.nullish() }).nullish(),
      })
      .nullish(),
    payment_method_types: z.array(text).min(1).nullish(),
    save_payment_method: z.enum(SAVE_PAYMENT_METHOD).nullish(),
    subscription: text.nullish(),
    success_url: redirect.nullish(),
    ui_mode: z.enum(UI_MODES).nullish(),
  })
  .superRefine((request, context) => {
    checkSession(request, (path, message) => context.addIssue({ code: "custom", path, message }));
  });

export const check = (value) => schema.safeParse(value);

export const pathsOf = (result) => (result.success ? [] : result.error.issues.map(({ path }) => path));
