import assert from "node:assert/strict";
import { register } from "node:module";
import { test } from "node:test";

import { checkoutSession } from "fintoc-preflight";
import { standard } from "sveltekit-superforms/adapters";

import { right, said, wrong } from "./requests.js";

/** @import { RequestSchema } from "fintoc-preflight" */

// The one module that a build with SvelteKit provides, which only marks what must not reach a browser.
const hooks = `export const resolve = (name, context, next) =>
  name === "$app/server" ? { url: "data:text/javascript,", shortCircuit: true } : next(name, context);`;
register(`data:text/javascript,${encodeURIComponent(hooks)}`);
const { superValidate } = await import("sveltekit-superforms/server");

// To the compiler a form is a record, which the interfaces of the request are not.
const schema = /** @type {RequestSchema<Record<string, unknown>, Record<string, unknown>>} */ (
  /** @type {unknown} */ (checkoutSession)
);
const adapter = standard(schema, {
  defaults: { amount: 0, currency: "CLP", success_url: "", cancel_url: "", customer_email: "" },
});

test("Superforms takes a request without errors", async () => {
  const form = await superValidate({ ...right }, adapter);
  assert.ok(form.valid);
  assert.deepEqual(form.errors, {});
  assert.equal(form.data.amount, 1980);
});

test("Superforms has every error at its field", async () => {
  const form = await superValidate({ ...wrong }, adapter);
  assert.ok(!form.valid);
  assert.deepEqual(form.errors, { amount: [said.amount], customer_email: [said.customer_email] });
});

test("Superforms reads what a form posts", async () => {
  const data = new FormData();
  data.set("amount", "0");
  data.set("currency", "CLP");
  data.set("success_url", "https://merchant.com/success");
  const form = await superValidate(data, adapter);
  assert.deepEqual(Object.keys(form.errors).sort(), ["amount", "cancel_url", "customer_email"]);
});
