import Ajv from "ajv";

import { CURRENCIES, FLOWS, REDIRECT, SAVE_PAYMENT_METHOD, UI_MODES, checkSession } from "./session.js";
import { DATE_TIME, EMAIL, URL_FORM } from "./forms.js";

const ajv = new Ajv({ allErrors: true });
ajv.addFormat("email", EMAIL);
ajv.addFormat("url", URL_FORM);
ajv.addFormat("date-time", DATE_TIME);
ajv.addKeyword({ keyword: "session", type: "object", schema: false, errors: "full", validate: session });

/** A keyword for the rules between fields. */
function session(request, { instancePath }) {
  session.errors = [];
  checkSession(request, (path, message) => {
    session.errors.push({ keyword: "session", instancePath: `${instancePath}/${path.join("/")}`, message, params: {} });
  });
  return session.errors.length === 0;
}

const optional = (schema) => ({ ...schema, nullable: true });
const object = (properties, required = []) => ({ type: "object", properties, required });
const word = (words) => ({ type: "string", enum: words });
const optionalWord = (words) => ({ type: "string", nullable: true, enum: [...words, null] });

const text = { type: "string", pattern: "\\S" };
const url = { type: "string", format: "url" };
const redirect = { ...url, pattern: REDIRECT.source };
const email = { type: "string", format: "email" };
const integer = { type: "integer", minimum: -Number.MAX_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER };
const metadata = { type: "object" };

const party = {
  anyOf: [text, object({ value: optional(text), editable: { type: "boolean", nullable: true } }), { type: "null" }],
};
const account = (holder) =>
  object({ holder_id: holder, institution_id: holder, number: optional(text), type: optional(text) });
const senderAccount = account(party);
const recipientAccount = account(optional(text));

const productData = object({ name: text, image_url: optional({ ...url, pattern: "^https:" }) }, ["name"]);
const priceData = object(
  {
    currency: word(CURRENCIES),
    unit_amount: { ...integer, minimum: 0 },
    product_data: optional(productData),
    product: optional(text),
    recurring: optional(object({ interval: optional(text), interval_count: optional({ ...integer, minimum: 1 }) })),
  },
  ["currency", "unit_amount"],
);
const lineItem = object(
  { quantity: { ...integer, minimum: 1 }, price_data: optional(priceData), price: optional(text) },
  ["quantity"],
);

const validate = ajv.compile({
  ...object(
    {
      amount: optional({ ...integer, minimum: 1 }),
      business_profile: optional(object({ category: optional(text), name: optional(text), tax_id: optional(text) })),
      cancel_url: optional(redirect),
      currency: word(CURRENCIES),
      customer: optional(text),
      customer_data: optional(
        object({
          tax_id: optional(object({ type: text, value: text }, ["type", "value"])),
          name: optional(text),
          email: optional(email),
          metadata: optional(metadata),
        }),
      ),
      customer_email: optional(email),
      expires_at: optional({ type: "string", format: "date-time" }),
      flow: optionalWord(FLOWS),
      line_items: optional({ type: "array", items: lineItem }),
      metadata: optional(metadata),
      payment_method: optional(text),
      payment_method_options: optional(
        object({
          bank_transfer: optional(
            object({ recipient_account: optional(recipientAccount), sender_account: optional(senderAccount) }),
          ),
          card: optional(object({ types: optional({ type: "array", items: text }) })),
          pac: optional(object({ sender_account: optional(senderAccount) })),
        }),
      ),
      payment_method_types: optional({ type: "array", items: text, minItems: 1 }),
      save_payment_method: optionalWord(SAVE_PAYMENT_METHOD),
      subscription: optional(text),
      success_url: optional(redirect),
      ui_mode: optionalWord(UI_MODES),
    },
    ["currency"],
  ),
  session: true,
});

export const check = (value) => (validate(value) ? [] : validate.errors);

export const pathsOf = (errors) =>
  errors.map(({ instancePath, params }) => pathOf(instancePath, params.missingProperty));

const pathOf = (pointer, missing) => [
  ...pointer
    .split("/")
    .slice(1)
    .map((key) => (/^\d+$/.test(key) ? Number(key) : key)),
  ...(missing === undefined ? [] : [missing]),
];
