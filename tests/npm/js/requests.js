/** The requests that bundles and test runners validate: a valid one, and one with many violations. */

export const OPTIONS = { now: "2026-01-13T12:00:00Z", locale: "es" };

const right = {
  amount: 1980,
  currency: "CLP",
  success_url: "https://merchant.com/success",
  cancel_url: "https://merchant.com/cancel",
  customer_email: "ana@example.com",
  line_items: [{ quantity: 2, price_data: { currency: "CLP", unit_amount: 990, product_data: { name: "Pan y té" } } }],
};

const wrong = {
  ...right,
  amount: "1.980",
  customer_email: "ana.example.com",
  expires_at: "2026-01-13T11:59:59Z",
  metadata: { año: { niño: "☃" } },
  payment_method_types: ["pac", "efectivo"],
};

export const REQUESTS = [right, wrong];
