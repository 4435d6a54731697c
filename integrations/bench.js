/** What the benches of the integrations share. */

/** Returns a valid request of roughly the given length in bytes, as JSON. */
export function request(bytes) {
  const item = { quantity: 1, price_data: { currency: "CLP", unit_amount: 100, product_data: { name: "Silla de madera" } } };
  const line_items = Array.from({ length: Math.max(1, Math.floor(bytes / 125)) }, () => item);
  return JSON.stringify({ amount: 100 * line_items.length, currency: "CLP", ui_mode: "embedded", line_items });
}

/** Returns the middle number; the upper one of two. */
export const median = (numbers) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1];
