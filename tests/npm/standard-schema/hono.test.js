import assert from "node:assert/strict";
import { test } from "node:test";

import { sValidator } from "@hono/standard-validator";
import { checkoutSession } from "fintoc-preflight";
import { formSchema } from "fintoc-preflight/form";
import { Hono } from "hono";

import { messages, right, wrong } from "./requests.js";

/** @import { Violation } from "fintoc-preflight" */

const app = new Hono().post("/checkout", sValidator("json", checkoutSession), (context) => {
  const request = context.req.valid("json");
  return context.json({ flow: request.flow ?? "payment", currency: request.currency });
});

const post = (/** @type {unknown} */ body) =>
  app.request("/checkout", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });

test("Hono passes a request without errors to the handler", async () => {
  const response = await post(right);
  assert.equal(response.status, 200);
  assert.deepEqual(await response.json(), { flow: "payment", currency: "CLP" });
});

test("Hono answers 400 with every issue", async () => {
  const response = await post(wrong);
  assert.equal(response.status, 400);
  const { error } = await response.json();
  assert.deepEqual(error.map((/** @type {Violation} */ { path, message }) => [path.join("."), message]), Object.entries(messages));
});

test("Hono reads a form that was posted, and answers in words for people", async () => {
  const schema = formSchema({ locale: "es-CL", labels: { amount: "Monto" }, defaults: { ui_mode: "embedded" } });
  const forms = new Hono().post("/checkout", sValidator("form", schema), (context) => context.json(context.req.valid("form")));
  const post = (/** @type {Record<string, string>} */ fields) =>
    forms.request("/checkout", { method: "POST", body: new URLSearchParams(fields) });
  const tax = { "customer_data[tax_id][type]": "cl_rut", "customer_data[tax_id][value]": "" };
  const valid = await post({ amount: "$350.000", currency: "CLP", customer_email: "", "line_items[0][quantity]": "", ...tax });
  assert.deepEqual(await valid.json(), { ui_mode: "embedded", amount: 350000, currency: "CLP" });
  const invalid = await post({ amount: "5,5", currency: "CLP" });
  assert.equal(invalid.status, 400);
  const [issue] = /** @type {{ error: Violation[] }} */ (await invalid.json()).error;
  assert.deepEqual(issue?.path, ["amount"]);
  assert.match(issue?.message ?? "", /^En “Monto”, escribe un monto sin decimales/);
});
