/** Finds the control at which a violation is shown: its own, or one where the person can fix it instead. */

import { isChangeable } from "./controls.js";
import { isSamePath, lastOf, patternOf, startsWith } from "./names.js";

const ITEMS = ["line_items[].quantity", "line_items[].price_data.unit_amount"];
const PRICE = "line_items[].price_data";
const EMAIL = ["customer_data.email", "customer.email"];
const TAX_ID = ["customer_data.tax_id.value", "customer.tax_id.value"];
const NEW_CUSTOMER = [EMAIL[0], TAX_ID[0]];

/**
 * The fields where a violation can be fixed, in order, by rule: for a violation at a field that the person cannot
 * change, or that the form does not have.
 */
export const ELSEWHERE = {
  "amount-equals-total": ITEMS,
  "amount-forbidden-in-setup": ["flow"],
  "amount-int32": ITEMS,
  "amount-limit": ITEMS,
  "amount-or-line-items": ["line_items"],
  "amount-positive": [`${PRICE}.unit_amount`],
  "amount-required-in-subscription": ["flow"],
  "amount-with-line-items": ["line_items"],
  "currency-matches-session": ["currency"],
  "customer-identified": NEW_CUSTOMER,
  "customer-required": NEW_CUSTOMER,
  "customer-xor-customer-data": ["customer"],
  "institution-currency": ["currency"],
  "line-items-in-setup": ["flow"],
  "options-incomplete": ["payment_method_types", "flow"],
  "options-match-types": ["payment_method_types", "flow"],
  "payment-method-in-setup": ["flow"],
  "payment-method-in-subscription": ["flow"],
  "payment-method-needs-bank-transfer": ["payment_method_types", "payment_method"],
  "payment-method-needs-customer": ["payment_method"],
  "payment-method-types-for-flow": ["flow"],
  "price-xor-price-data": ["line_items[].price"],
  "product-xor-product-data": [`${PRICE}.product`],
  "recurring-expected": [`${PRICE}.recurring`, "flow"],
  "recurring-only-in-subscription": [`${PRICE}.recurring`, "flow"],
  "save-payment-method-needs-customer": [...NEW_CUSTOMER, "save_payment_method"],
  "save-payment-method-only-in-payment": ["flow"],
  "subscription-only-in-setup": ["flow"],
  "total-range": ITEMS,
  "type-currency": ["currency"],
  "ui-mode-only-in-payment": ["flow"],
};

/**
 * Returns the first field at which a violation can be fixed, of the same item if it is of one; `undefined` when the form
 * has none.
 *
 * @template {{ path: (string | number)[], control?: HTMLElement }} F
 * @param {{ rule: string, path: (string | number)[] }} violation
 * @param {F[]} fields
 * @param {(field: F) => boolean} isOpen whether a person can change a field
 */
export function fieldFor({ rule, path }, fields, isOpen) {
  const first = (holds) => fields.find((field) => holds(field) && isOpen(field));
  const elsewhere = (ELSEWHERE[rule] ?? []).map(
    (pattern) => () => first((field) => isWithin(patternOf(field.path), pattern) && isOfSameItem(field.path, path)),
  );
  const places = [
    () => first((field) => isSamePath(field.path, path)),
    ...elsewhere,
    () => path.length > 0 && first((field) => startsWith(field.path, path)),
    // The missing value of an object: any other control of that object.
    () =>
      lastOf(path) === "value" &&
      rule !== "tax-id-complete" &&
      first((field) => startsWith(field.path, path.slice(0, -1))),
  ];
  for (const find of places) {
    const field = find();
    if (field) return field;
  }
  return undefined;
}

/** Returns the control of `fieldFor`. */
export const controlFor = (violation, fields) =>
  fieldFor(violation, fields, ({ control }) => isChangeable(control))?.control;

/** Returns which fields of a new customer a person can fill; `undefined` for a rule that does not ask for them. */
export function asksOf({ rule }, fields, isOpen) {
  if (!rule.includes("customer")) return undefined;
  const asks = (patterns) => fields.some((field) => patterns.includes(patternOf(field.path)) && isOpen(field));
  return { email: asks(EMAIL), taxId: asks(TAX_ID) };
}

const isWithin = (pattern, start) =>
  pattern === start || pattern.startsWith(`${start}.`) || pattern.startsWith(`${start}[`);

const isOfSameItem = (one, other) =>
  [one, other].some(([list, index]) => list !== "line_items" || index === undefined) ||
  startsWith(one, other.slice(0, 2));
