/** The recipe for Astro. */

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { NODE_PATH, checkPrinted, startRecipe } from "./recipe.js";

let recipe;

before(async () => {
  recipe = await startRecipe("astro", {
    env: { PATH: NODE_PATH, ASTRO_TELEMETRY_DISABLED: "1" },
    localize: (command) => command.replace("PORT=4321", "PORT=0"),
  });
});

after(() => recipe?.stop());

/** Submits a form as a browser does. */
async function submit(values, origin = recipe.url) {
  const headers = { origin };
  const response = await fetch(recipe.url, { method: "POST", headers, body: new URLSearchParams(values), redirect: "manual" });
  return { response, text: await response.text() };
}

test("the page has an empty form", async () => {
  const page = await (await fetch(recipe.url)).text();
  assert.match(page, /<input inputmode="decimal" id="amount" name="amount" aria-describedby="amount-error">/);
});

test("a form leads the customer to Fintoc", async () => {
  const { response } = await submit({ amount: "$3,500.50", customer_email: "ana@tienda.mx", path_: "/v2/refunds" });
  assert.equal(response.status, 303);
  const [line] = await recipe.mock.requests();
  const [, id] = /^POST \/v2\/checkout_sessions 201 (cs_\w+)$/.exec(line);
  const session = await recipe.mock.session(id);
  assert.equal(response.headers.get("location"), session.redirect_url);
  assert.deepEqual([session.amount, session.currency, session.customer_email], [350050, "MXN", "ana@tienda.mx"]);
});

test("a wrong form comes back with what was typed and a sentence for each field, and Fintoc gets nothing", async () => {
  const { response, text } = await submit({ amount: "3,5", customer_email: "ana" });
  assert.equal(response.status, 400);
  for (const sentence of [
    "“Monto” no está claro. ¿Quisiste decir $3.50?",
    "En “Correo”, escribe un correo electrónico válido, por ejemplo nombre@ejemplo.mx.",
  ]) {
    assert.ok(text.includes(`role="alert">${sentence}</span>`), sentence);
  }
  assert.match(text, /name="amount" value="3,5"/);
  assert.deepEqual(await recipe.mock.requests(), []);
});

test("a form of another origin, and a body that is no form, are refused, and Fintoc gets nothing", async () => {
  assert.equal((await submit({ amount: "1" }, "https://example.com")).response.status, 403);
  const response = await fetch(recipe.url, { method: "POST", headers: { "content-type": "application/json" }, body: "{" });
  assert.equal(response.status, 400);
  assert.match(await response.text(), /Escribe el monto/);
  assert.deepEqual(await recipe.mock.requests(), []);
});

test("the commands of the README print what it shows", async () => {
  recipe.commands.requests[0].printed = recipe.commands.requests[0].printed.replace("http://127.0.0.1:4010", recipe.mock.url);
  await checkPrinted(recipe);
  assert.equal((await recipe.mock.requests()).length, 1, "the good one alone");
});
