import Type from "typebox";
import { Compile } from "typebox/compile";

import { CURRENCIES, FLOWS, REDIRECT, SAVE_PAYMENT_METHOD, UI_MODES, checkSession } from "./session.js";

const optional = (schema) => Type.Optional(Type.Union([schema, Type.Null()]));
const word = (words) => Type.Union(words.map((each) => Type.Literal(each)));
const integer = (minimum) => Type.Integer({ minimum, maximum: Number.MAX_SAFE_INTEGER });

const text = Type.String({ pattern: "\\S" });
const url = Type.String({ format: "uri", pattern: REDIRECT.source });
const email = Type.String({ format: "email" });
const metadata = Type.Record(Type.String(), Type.Unknown());

const party = Type.Union([text, Type.Object({ value: optional(text), editable: optional(Type.Boolean()) })]);
const account = (holder) =>
  Type.Object({
    holder_id: optional(holder),
    institution_id: optional(holder),
    number: optional(text),
    type: optional(text),
  });

const productData = Type.Object({
  name: text,
  image_url: optional(Type.String({ format: "uri", pattern: "^https:" })),
});
const priceData = Type.Object({
  currency: word(CURRENCIES),
  unit_amount: integer(0),
  product_data: optional(productData),
  product: optional(text),
  recurring: optional(Type.Object({ interval: optional(text), interval_count: optional(integer(1)) })),
});
const lineItem = Type.Object({ quantity: integer(1), price_data: optional(priceData), price: optional(text) });

const schema = Compile(
  Type.Object({
    amount: optional(integer(1)),
    business_profile: optional(Type.Object({ category: optional(text), name: optional(text), tax_id: optional(text) })),
    cancel_url: optional(url),
    currency: word(CURRENCIES),
    customer: optional(text),
    customer_data: optional(
      Type.Object({
        tax_id: optional(Type.Object({ type: text, value: text })),
        name: optional(text),
        email: optional(email),
        metadata: optional(metadata),
      }),
    ),
    customer_email: optional(email),
    expires_at: optional(Type.String({ format: "date-time" })),
    flow: optional(word(FLOWS)),
    line_items: optional(Type.Array(lineItem)),
    metadata: optional(metadata),
    payment_method: optional(text),
    payment_method_options: optional(
      Type.Object({
        bank_transfer: optional(
          Type.Object({ recipient_account: optional(account(text)), sender_account: optional(account(party)) }),
        ),
        card: optional(Type.Object({ types: optional(Type.Array(text)) })),
        pac: optional(Type.Object({ sender_account: optional(account(party)) })),
      }),
    ),
    payment_method_types: optional(Type.Array(text, { minItems: 1 })),
    save_payment_method: optional(word(SAVE_PAYMENT_METHOD)),
    subscription: optional(text),
    success_url: optional(url),
    ui_mode: optional(word(UI_MODES)),
  }),
);

/** Checks the rules between fields separately, because a refinement of typebox's cannot report a path. */
export function check(request) {
  const issues = schema.Check(request) ? [] : schema.Errors(request);
  checkSession(request, (path, message) => issues.push({ instancePath: `/${path.join("/")}`, message, params: {} }));
  return issues;
}

export const pathsOf = (issues) =>
  issues.flatMap(({ instancePath, params: { requiredProperties = [undefined] } }) =>
    requiredProperties.map((name) => pathOf(name === undefined ? instancePath : `${instancePath}/${name}`)),
  );

const pathOf = (pointer) =>
  pointer
    .split("/")
    .slice(1)
    .map((key) => (/^\d+$/.test(key) ? Number(key) : key));
