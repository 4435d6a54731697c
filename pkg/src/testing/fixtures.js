/** Valid requests for tests, by flow. */

const URLS = { success_url: "https://merchant.com/success", cancel_url: "https://merchant.com/cancel" };

const item = (name, unit_amount, more = {}) => ({
  quantity: 1,
  price_data: { currency: "CLP", unit_amount, product_data: { name }, ...more },
});

const customer = () => ({
  name: "Felipe Castro",
  email: "felipe@example.com",
  tax_id: { type: "cl_rut", value: "11.111.111-1" },
});

/** A valid request for each name, made anew for each call. */
const FIXTURES = {
  payment: () => ({ flow: "payment", amount: 350000, currency: "CLP", ...URLS }),
  embedded: () => ({ flow: "payment", amount: 350000, currency: "CLP", ui_mode: "embedded" }),
  items: () => ({ flow: "payment", amount: 350000, currency: "CLP", line_items: [item("Silla", 350000)], ...URLS }),
  subscription: () => ({
    flow: "subscription",
    amount: 9990,
    currency: "CLP",
    customer_data: customer(),
    line_items: [item("Plan", 9990, { recurring: { interval: "month", interval_count: 1 } })],
    ...URLS,
  }),
  setup: () => ({ flow: "setup", currency: "CLP", customer_data: customer(), ...URLS }),
  v1: () => ({ amount: 350000, currency: "CLP", ...URLS }),
};

/**
 * Returns a valid request with some members replaced; see `types/fixtures.d.ts`. If the items are replaced and the
 * amount is not, the amount is their total, unless an item has no price of its own.
 *
 * @param {keyof typeof FIXTURES} [name]
 * @param {object} [overrides]
 * @example
 * import { fixture } from "fintoc-preflight/fixtures";
 *
 * const request = fixture("subscription", { customer_data: { email: "ana@example.com" } });
 */
export function fixture(name = "payment", overrides = {}) {
  if (!Object.hasOwn(FIXTURES, name)) {
    throw new TypeError(`fixture: the name must be ${Object.keys(FIXTURES).join(", ")}`);
  }
  const request = merge(FIXTURES[name](), overrides);
  const total = Array.isArray(overrides.line_items) && !("amount" in overrides) ? totalOf(overrides.line_items) : undefined;
  return Number.isInteger(total) && "amount" in request ? { ...request, amount: total } : request;
}

/** Merges objects deeply. Arrays and other values are replaced, and `undefined` removes a member. */
function merge(target, overrides) {
  for (const [name, value] of Object.entries(overrides)) {
    if (value === undefined) delete target[name];
    else target[name] = isObject(value) && isObject(target[name]) ? merge(target[name], value) : value;
  }
  return target;
}

const isObject = (value) => Object.prototype.toString.call(value) === "[object Object]";

const totalOf = (items) => items.reduce((sum, { quantity, price_data }) => sum + quantity * price_data?.unit_amount, 0);
