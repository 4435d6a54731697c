/** A request that holds what the form says, and what it does not ask for as it was. */

/** The order of the documentation, in which a request is written. */
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
  "business_profile",
  "metadata",
];

/**
 * @param {object} request the request as it was
 * @param {object} said what the form says
 * @param {string[][]} owned the paths of all that the form asks for, whether it is shown or not; `*` is any index
 */
export function merge(request, said, owned) {
  const rest = structuredClone(request);
  for (const path of owned) remove(rest, path);
  // Items that the form has not are gone, whatever else they held.
  if (Array.isArray(rest.line_items)) rest.line_items.length = Math.min(rest.line_items.length, said.line_items?.length ?? 0);
  const merged = join(rest, said);
  const names = Object.keys(merged).toSorted((one, other) => rank(one) - rank(other));
  return Object.fromEntries(names.map((name) => [name, merged[name]]));
}

const rank = (name) => (ORDER.includes(name) ? ORDER.indexOf(name) : ORDER.length);

const isObject = (value) => typeof value === "object" && value !== null;

/** Takes away what stands at a path, and the objects that held nothing else. */
function remove(value, [step, ...rest]) {
  if (step === "*") {
    if (Array.isArray(value)) for (const element of value) remove(element, rest);
    return;
  }
  if (!isObject(value) || !Object.hasOwn(value, step)) return;
  if (rest.length > 0 && isObject(value[step])) {
    remove(value[step], rest);
    if (Array.isArray(value[step]) || Object.keys(value[step]).length > 0) return;
  }
  delete value[step];
}

/** Two values in one; where both have something, the second counts. */
function join(one, other) {
  if (!isObject(one) || !isObject(other) || Array.isArray(one) !== Array.isArray(other)) return other ?? one;
  if (Array.isArray(one)) {
    return Array.from({ length: Math.max(one.length, other.length) }, (_, index) => join(one[index], other[index]));
  }
  const joined = { ...one };
  for (const [name, value] of Object.entries(other)) joined[name] = Object.hasOwn(joined, name) ? join(joined[name], value) : value;
  return joined;
}
