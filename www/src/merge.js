/** Merges changes of the form into a request, which also has fields that the form lacks or cannot show. */

/** The order of new fields, from the documentation. */
const ORDER = [
  "flow",
  "amount",
  "currency",
  "line_items",
  "customer_email",
  "customer",
  "customer_data",
  "payment_method",
  "payment_method_types",
  "payment_method_options",
  "subscription",
  "save_payment_method",
  "ui_mode",
  "success_url",
  "cancel_url",
  "expires_at",
];

/**
 * Returns the request with the differences between two requests of the form applied to it.
 *
 * @param {object} request
 * @param {object} before the earlier request of the form
 * @param {object} now the current one
 */
export function applyChanges(request, before, now) {
  return change(request, before, now) ?? {};
}

/** Returns the changed value; `undefined` if nothing of it is left. */
function change(value, before, now) {
  if (JSON.stringify(before) === JSON.stringify(now)) return value;
  if (!hasMembers(before ?? now) || !hasMembers(now ?? before)) return now;
  const members = new Map(Object.entries(hasMembers(value) ? value : {}));
  for (const name of new Set([...Object.keys(before ?? {}), ...Object.keys(now ?? {})])) {
    const member = change(members.get(name), before?.[name], now?.[name]);
    if (member === undefined) members.delete(name);
    else put(members, name, member);
  }
  if (members.size === 0) return undefined;
  return Array.isArray(value ?? now) ? [...members.values()] : Object.fromEntries(members);
}

/** True for an object, and for an array of objects. */
const hasMembers = (value) => typeof value === "object" && value !== null && typeof (value[0] ?? {}) === "object";

const rank = (name) => (ORDER.includes(name) ? ORDER.indexOf(name) : ORDER.length);

/** Sets a member. A new one is inserted in the order of the documentation. */
function put(members, name, value) {
  const after = members.has(name) || !ORDER.includes(name) ? [] : [...members].filter(([other]) => rank(other) > rank(name));
  members.set(name, value);
  for (const [other, member] of after) {
    members.delete(other);
    members.set(other, member);
  }
}
