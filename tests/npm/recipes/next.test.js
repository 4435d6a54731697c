/** The recipe for Next. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { testJson } from "./json.js";

const recipe = testJson("next", {
  currency: /^currency debe ser CLP o MXN; ¿quisiste decir CLP\?$/,
  env: { NEXT_TELEMETRY_DISABLED: "1" },
});

/** Fills in the form of the page, and submits it as a browser without JavaScript does. */
async function submit(values) {
  const { url } = recipe();
  const page = await (await fetch(url)).text();
  const form = new FormData();
  for (const [, name, value = ""] of page.matchAll(/<input type="hidden" name="([^"]+)"(?: value="([^"]*)")?/g)) {
    form.set(name, value.replaceAll("&quot;", '"').replaceAll("&amp;", "&"));
  }
  for (const [name, value] of Object.entries(values)) {
    assert.ok(page.includes(` name="${name}"`), name);
    form.set(name, value);
  }
  const response = await fetch(url, { method: "POST", body: form, redirect: "manual" });
  return { response, text: await response.text() };
}

test("a form leads the customer to Fintoc", async () => {
  const { response } = await submit({ amount: "$350.000", "customer_data.email": "ana@tienda.cl", "customer_data.tax_id.value": "" });
  assert.equal(response.status, 303);
  const [line] = await recipe().mock.requests();
  const [, id] = /^POST \/v2\/checkout_sessions 201 (cs_\w+)$/.exec(line);
  const session = await recipe().mock.session(id);
  assert.equal(response.headers.get("location"), session.redirect_url);
  assert.deepEqual([session.amount, session.currency, session.customer.email], [350000, "CLP", "ana@tienda.cl"]);
});

test("a wrong form comes back with what was typed and a sentence for each field, and Fintoc gets nothing", async () => {
  const { response, text } = await submit({ amount: "350,000", "customer_data.email": "ana", "customer_data.tax_id.value": "76.543.216" });
  assert.equal(response.status, 200);
  for (const sentence of [
    "“Monto” se puede leer de dos maneras. ¿Quisiste decir $350.000 o $350?",
    "En “Correo”, escribe un correo válido, por ejemplo nombre@ejemplo.cl.",
    "Falta el dígito verificador del RUT. Escríbelo como 11.111.111-1.",
  ]) {
    assert.ok(text.includes(`role="alert">${sentence}</span>`), sentence);
  }
  assert.match(text, /value="350,000"/);
  assert.deepEqual(await recipe().mock.requests(), []);
});
