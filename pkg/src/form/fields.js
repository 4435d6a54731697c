/**
 * The fields of a request as a tree, whose leaves are the kinds of values that a text is read as:
 *
 *     "text"                         a field of the kind `text`; the others are `account`, `amount`, `boolean`,
 *                                    `enabled`, `integer`, `tax-id` and `time`
 *     { name: tree, ... }            an object with these members
 *     { "*": tree }                  an object with any names
 *     { [SELF]: kind, name: tree }   an object, or one value of the kind in its place
 *     { [NEEDS]: names, ... }        an object that is of use only with one name of each list
 *     [tree]                         an array of elements of the tree
 */

/** The key of the kind that an object may have as a single value. */
export const SELF = Symbol("self");

/**
 * The key of the names that an object needs. An object without them, of which a person has filled nothing, is left out:
 * the type of a RUT that was left blank, or the quantity of a row that nobody has used.
 */
export const NEEDS = Symbol("needs");

const ANY = { "*": "text" };

const TAX_ID = { [NEEDS]: [["type"], ["value"]], type: "text", value: "tax-id" };

const CUSTOMER = { [NEEDS]: [["email", "tax_id"]], tax_id: TAX_ID, name: "text", email: "text", metadata: ANY };

const PRICE_DATA = {
  [NEEDS]: [["unit_amount"], ["product", "product_data"]],
  currency: "text",
  unit_amount: "amount",
  product_data: { [NEEDS]: [["name"]], name: "text", image_url: "text" },
  product: "text",
  recurring: { [NEEDS]: [["interval"]], interval: "text", interval_count: "integer" },
};

const LINE_ITEM = {
  [NEEDS]: [["quantity"], ["price", "price_data"]],
  quantity: "integer",
  price_data: PRICE_DATA,
  price: "text",
};

const ACCOUNT = { holder_id: "tax-id", institution_id: "text", number: "account", type: "text" };

const RECIPIENT_ACCOUNT = { [NEEDS]: [["holder_id"], ["institution_id"], ["number"], ["type"]], ...ACCOUNT };

const SENDER_ACCOUNT = {
  ...ACCOUNT,
  holder_id: { [SELF]: "tax-id", [NEEDS]: [["value"]], value: "tax-id", editable: "boolean" },
  institution_id: { [SELF]: "text", [NEEDS]: [["value"]], value: "text", editable: "boolean" },
};

const BANK_TRANSFER = { recipient_account: RECIPIENT_ACCOUNT, sender_account: SENDER_ACCOUNT };

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
    save_payment_method: "enabled",
    subscription: "text",
    ui_mode: "text",
  },
};

/** An index from 0 to 9999, more than a request within the size limit has. */
const INDEX = /^(?:0|[1-9]\d{0,3})$/;

/** Returns the subtree of a step; `undefined` if there is none. */
export function member(tree, step) {
  if (typeof tree !== "object") return undefined;
  if (Array.isArray(tree)) return INDEX.test(step) ? tree[0] : undefined;
  return Object.hasOwn(tree, step) && step !== "*" ? tree[step] : tree["*"];
}

/** Returns the kind of a leaf, or of an object that may be a single value; `undefined` for any other tree. */
export const kindOf = (tree) => (typeof tree === "string" ? tree : tree?.[SELF]);

/** True for a list of texts, such as the values of ticked boxes. */
export const isList = (tree) => Array.isArray(tree) && typeof tree[0] === "string";
