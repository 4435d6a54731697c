/** What somebody has changed in the form, in a request that also holds what the form does not ask for or cannot show. */

/** The order of the documentation, in which new fields are put. */
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
  "save_payment_method",
  "ui_mode",
  "success_url",
  "cancel_url",
  "expires_at",
];

/**
 * The request with what differs between what the form said before and what it says now.
 *
 * @param {object} request
 * @param {object} before
 * @param {object} now
 */
export function applyChanges(request, before, now) {
  return change(request, before, now) ?? {};
}

/** A value of the request, changed; `undefined` when nothing is left of it. */
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

/** Whether it is an object, or an array of them. */
const hasMembers = (value) => typeof value === "object" && value !== null && typeof (value[0] ?? {}) === "object";

const rank = (name) => (ORDER.includes(name) ? ORDER.indexOf(name) : ORDER.length);

/** Sets a member; a new one stands before those that the documentation has after it. */
function put(members, name, value) {
  const after = members.has(name) || !ORDER.includes(name) ? [] : [...members].filter(([other]) => rank(other) > rank(name));
  members.set(name, value);
  for (const [other, member] of after) {
    members.delete(other);
    members.set(other, member);
  }
}
