import assert from "node:assert/strict";
import { register } from "node:module";
import { test } from "node:test";

import { checkoutSession } from "fintoc-preflight";
import { standard } from "sveltekit-superforms/adapters";

import { messages, right, wrong } from "./requests.js";

/** @import { RequestSchema } from "fintoc-preflight" */

// A SvelteKit build provides this module, which only marks code that must not reach a browser.
const hooks = `export const resolve = (name, context, next) =>
  name === "$app/server" ? { url: "data:text/javascript,", shortCircuit: true } : next(name, context);`;
register(`data:text/javascript,${encodeURIComponent(hooks)}`);
const { superValidate } = await import("sveltekit-superforms/server");

// Superforms expects a record type, to which an interface is not assignable.
const schema = /** @type {RequestSchema<Record<string, unknown>, Record<string, unknown>>} */ (
  /** @type {unknown} */ (checkoutSession)
);
const adapter = standard(schema, {
  defaults: { amount: 0, currency: "CLP", success_url: "", cancel_url: "", customer_email: "" },
});

test("Superforms accepts a request without errors", async () => {
  const form = await superValidate({ ...right }, adapter);
  assert.ok(form.valid);
  assert.deepEqual(form.errors, {});
  assert.equal(form.data.amount, 1980);
});

test("Superforms reports every error at its field", async () => {
  const form = await superValidate({ ...wrong }, adapter);
  assert.ok(!form.valid);
  assert.deepEqual(form.errors, { amount: [messages.amount], customer_email: [messages.customer_email] });
});

test("Superforms reads a posted form", async () => {
  const data = new FormData();
  data.set("amount", "0");
  data.set("currency", "CLP");
  data.set("success_url", "https://merchant.com/success");
  const form = await superValidate(data, adapter);
  assert.deepEqual(Object.keys(form.errors).sort(), ["amount", "cancel_url", "customer_email"]);
});
