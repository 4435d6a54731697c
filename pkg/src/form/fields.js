/**
 * The fields of a request, each with what its text becomes: a tree of which the leaves are kinds. An array has the tree of
 * its elements; `*` stands for every name, and `SELF` for the value itself where an object may also be one value.
 */

export const SELF = Symbol("self");

const ANY = { "*": "text" };

const TAX_ID = { type: "text", value: "tax-id" };

const CUSTOMER = { tax_id: TAX_ID, name: "text", email: "text", metadata: ANY };

const PRICE_DATA = {
  currency: "text",
  unit_amount: "amount",
  product_data: { name: "text", image_url: "text" },
  product: "text",
  recurring: { interval: "text", interval_count: "integer" },
};

const LINE_ITEM = { quantity: "integer", price_data: PRICE_DATA, price: "text" };

const ACCOUNT = { holder_id: "tax-id", institution_id: "text", number: "text", type: "text" };

const SENDER_ACCOUNT = {
  ...ACCOUNT,
  holder_id: { [SELF]: "tax-id", value: "tax-id", editable: "boolean" },
  institution_id: { [SELF]: "text", value: "text", editable: "boolean" },
};

const BANK_TRANSFER = { recipient_account: ACCOUNT, sender_account: SENDER_ACCOUNT };

const CARD = { types: ["text"] };

const BOTH = {
  amount: "amount",
  business_profile: { category: "text", name: "text", tax_id: "tax-id" },
  cancel_url: "text",
  currency: "text",
  customer_email: "text",
  expires_at: "time",
  flow: "text",
  line_items: [LINE_ITEM],
  metadata: ANY,
  payment_method_types: ["text"],
  success_url: "text",
};

export const FIELDS = {
  v1: { ...BOTH, customer: CUSTOMER, payment_method_options: { bank_transfer: BANK_TRANSFER, card: CARD } },
  v2: {
    ...BOTH,
    customer: "text",
    customer_data: CUSTOMER,
    payment_method: "text",
    payment_method_options: {
      bank_transfer: BANK_TRANSFER,
      card: CARD,
      pac: { sender_account: SENDER_ACCOUNT },
      installments: ANY,
      direct_debit: ANY,
    },
    save_payment_method: "text",
    subscription: "text",
    ui_mode: "text",
  },
};

/** Beyond any request that could be sent. */
const INDEX = /^(?:0|[1-9]\d{0,3})$/;

/** What stands at a step of a tree, if anything does. */
export function member(tree, step) {
  if (typeof tree !== "object") return undefined;
  if (Array.isArray(tree)) return INDEX.test(step) ? tree[0] : undefined;
  return Object.hasOwn(tree, step) && step !== "*" ? tree[step] : tree["*"];
}

/** What the text of a leaf becomes; `undefined` for what is not one. */
export const kindOf = (tree) => (typeof tree === "string" ? tree : tree?.[SELF]);

/** Whether it is a list of texts, such as the boxes that are ticked. */
export const isList = (tree) => Array.isArray(tree) && typeof tree[0] === "string";
