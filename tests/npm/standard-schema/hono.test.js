import assert from "node:assert/strict";
import { test } from "node:test";

import { sValidator } from "@hono/standard-validator";
import { checkoutSession } from "fintoc-preflight";
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
