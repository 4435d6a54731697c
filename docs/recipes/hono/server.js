/** `POST /checkout`: Hono's validator checks the JSON body by the Standard Schema, and fetch sends it. */

import { serve } from "@hono/node-server";
import { sValidator } from "@hono/standard-validator";
import { createValidator, toFintocError } from "fintoc-preflight";
import { Hono } from "hono";
import { HTTPException } from "hono/http-exception";

const { FINTOC_SECRET_KEY, FINTOC_API = "https://api.fintoc.com", PORT = "3000" } = process.env;

// The result of a Standard Schema that Hono passes on has no warnings. `strict` makes them errors.
const { checkoutSession, validateJson } = createValidator({ strict: true });

const refuse = (c, report) => c.json({ ...toFintocError(report), report }, 400);

// Without this function the validator would answer with the request itself.
const check = sValidator("json", checkoutSession, ({ success, error: errors }, c) => {
  if (!success) return refuse(c, { valid: false, errors, warnings: [] });
});

const app = new Hono();

app.post("/checkout", check, async (c) => {
  const headers = { authorization: FINTOC_SECRET_KEY, "content-type": "application/json" };
  headers["idempotency-key"] = c.req.header("idempotency-key") ?? crypto.randomUUID();
  const body = JSON.stringify(c.req.valid("json"));
  const signal = AbortSignal.timeout(30_000);
  const response = await fetch(`${FINTOC_API}/v2/checkout_sessions`, { method: "POST", headers, body, signal });
  return c.body(response.body, response.status, { "content-type": "application/json" });
});

app.onError(async (error, c) => {
  // The body is not JSON.
  if (error instanceof HTTPException && error.status === 400) return refuse(c, validateJson(await c.req.text()));
  console.error(error.message);
  return c.json({ error: { type: "api_error", message: "Fintoc could not be reached." } }, 502);
});

serve({ fetch: app.fetch, port: Number(PORT) }, ({ port }) => console.log(`http://localhost:${port}`));
