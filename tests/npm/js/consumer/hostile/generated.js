/** Random values, of parts of requests and of hostile parts. The same seed gives the same value. */

const NAMES = [
  ["amount", "currency", "flow", "ui_mode", "customer", "customer_data", "line_items", "metadata", "expires_at"],
  ["payment_method_types", "payment_method_options", "success_url", "cancel_url", "save_payment_method"],
  ["quantity", "price_data", "unit_amount", "product_data", "name", "image_url", "price", "tax_id", "type", "value"],
  ["bank_transfer", "card", "types", "sender_account", "recipient_account", "holder_id", "editable", "email"],
  ["x", "constructor", "length", "0", "10", "ñ", "😀", "", "customer_mail", 'a"b', "\ud83d", "__proto__"],
].flat();

const TEXTS = [
  ["CLP", "MXN", "clp", "payment", "setup", "embedded", "enabled", "card", "bank_transfer", "cl_rut", "cus_1", "pm_1"],
  ["https://merchant.com/a", "http://ñandú.cl", "ana@example.com", "ana@", "11.111.111-1", "2099-01-14T12:00:00Z"],
  ["", " ", "350000", "ñ", "Núñez 😀", "\ud83d", "\ude00", "\u0000", '"\\', "\u2028", "\ufffd", "a".repeat(600)],
].flat();

const NUMBERS = [0, -0, 1, -1, 350000, 1.5, 2 ** 28, -(2 ** 28), 2 ** 31, 2 ** 53 - 1, -(2 ** 53 - 1), 2 ** 53, 1e21, 1e-7];

class Own {
  constructor(members) {
    Object.assign(this, members);
  }
}

/** Returns a generator of numbers in [0, 1), determined by the seed (mulberry32). */
function random(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Returns the value of a seed. */
export function generate(seed) {
  const next = random(seed);
  const pick = (list) => list[Math.floor(next() * list.length)];
  const times = (most, make) => Array.from({ length: Math.floor(next() * most) }, make);

  const object = (depth) => {
    const members = times(8, () => [pick(NAMES), value(depth + 1)]);
    const plain = Object.fromEntries(members);
    const got = value(depth + 1);
    const others = [
      () => Object.assign(Object.create(null), plain),
      () => new Own(plain),
      () => Object.defineProperty(plain, pick(NAMES), { get: () => got, enumerable: next() < 0.5 }),
      () => ({ ...plain, toJSON: () => 7 }),
      () => Object.defineProperty(plain, "toJSON", { value: () => ({ ...plain }) }),
      () => new Proxy(plain, {}),
      () => Object.create(plain),
    ];
    return next() < 0.93 ? plain : pick(others)();
  };
  const array = (depth) => {
    const elements = times(4, () => value(depth + 1));
    const others = [
      () => Object.assign([], { length: 3, 1: value(depth + 1) }),
      () => Object.assign(elements, { x: 1 }),
      () => Object.setPrototypeOf(elements, null),
      () => new Proxy(elements, {}),
    ];
    return next() < 0.95 ? elements : pick(others)();
  };
  const oddity = () =>
    pick([undefined, NaN, Infinity, Symbol("s"), () => 0, new Date(0), new Number(1), new String("CLP"), new Map([[1, 2]])]);
  const value = (depth) => {
    const kind = next();
    if (depth > 5 || kind < 0.3) return pick(TEXTS);
    if (kind < 0.5) return pick(NUMBERS);
    if (kind < 0.58) return pick([true, false, null]);
    if (kind < 0.62) return oddity();
    return kind < 0.75 ? array(depth) : object(depth);
  };
  return next() < 0.97 ? object(0) : value(0);
}
