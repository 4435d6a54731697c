/** A Chilean pays 350.000 pesos on a phone, with a RUT that may be left blank; and axe looks at every step. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";

import { bound } from "./bound.js";
import { open, useBrowser } from "./person.js";

useBrowser();

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const BODY = `
  <style>
    :root { font: 18px sans-serif; color: #222; background: #fff }
    * { box-sizing: border-box }
    input, button { font: inherit; padding: 10px; min-height: 44px }
    label, input { display: block; width: 100% }
    label { margin-top: 16px }
    button { margin-top: 16px }
    .preflight-message { display: block; color: #a00 }
    .preflight-summary { border: 2px solid #a00; padding: 12px }
    .group { display: flex; align-items: center; gap: 8px }
  </style>
  <h1>Pagar</h1>
  <form>
    <input type="hidden" name="currency" value="CLP">
    <label for="amount">Monto</label>
    <div class="group"><span aria-hidden="true">$</span><input id="amount" name="amount" inputmode="decimal"></div>
    <p><label>Correo <input name="customer_data[email]" type="email" autocomplete="email"></label></p>
    <input type="hidden" name="customer_data[tax_id][type]" value="cl_rut">
    <p><label>RUT (opcional) <input name="customer_data[tax_id][value]"></label></p>
    <button id="send">Pagar</button>
  </form>`;

const script = bound(`
  format: "blur",
  onSubmit: (request) => new Promise((resolve) => {
    globalThis.sent.push(request);
    globalThis.succeed = resolve;
  }),`);

const checkAccess = async ({ page }, step) => {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(() => globalThis.axe.run());
  assert.deepEqual(
    violations.map(({ id, nodes }) => `${step}: ${id} ${nodes.map(({ html }) => html)}`),
    [],
  );
};

test("a payment of 350.000 pesos on a phone", async () => {
  const person = await open({ body: BODY, script });
  const { page } = person;
  await page.setViewport({ width: 390, height: 844, isMobile: true, hasTouch: true });
  await page.reload();
  await page.waitForFunction("globalThis.ready");
  const tap = async (selector) => {
    await page.tap(selector);
    await person.settle();
  };
  const value = (name) => page.$eval(`[name="${name}"]`, ({ value }) => value);
  await checkAccess(person, "blank");

  await tap("#send");
  assert.deepEqual(await person.summary(), ["Escribe el monto, por ejemplo $350.000."]);
  await checkAccess(person, "with the summary");
  await tap(".preflight-summary a");
  assert.equal(await person.focused(), "amount");

  await page.keyboard.type("350,000");
  await tap('[name="customer_data[email]"]');
  assert.equal(
    await person.message("amount"),
    "“Monto” se puede leer de dos maneras. ¿Quisiste decir $350.000 o $350?",
  );
  await checkAccess(person, "with two readings");
  await tap(".preflight-readings button");
  assert.equal(await value("amount"), "350.000", "the page shows the mark already");

  await tap('[name="customer_data[email]"]');
  await page.keyboard.type("ana@example.com");
  await tap('[name="customer_data[tax_id][value]"]');
  await page.keyboard.type("76.543.216");
  await tap("#send");
  assert.deepEqual(await person.summary(), ["Falta el dígito verificador del RUT. Escríbelo como 11.111.111-1."]);
  assert.equal((await person.sent()).length, 0);
  await checkAccess(person, "with a wrong RUT");

  await tap('[name="customer_data[tax_id][value]"]');
  await page.$eval('[name="customer_data[tax_id][value]"]', (input) => input.select());
  await page.keyboard.press("Backspace");
  await tap("#send");
  await tap("#send");
  const [request, ...others] = await person.sent();
  assert.deepEqual(others, []);
  assert.deepEqual([request.amount, request.customer_data], [350000, { email: "ana@example.com" }]);
  assert.equal(await page.$eval("[role=status]", ({ textContent }) => textContent), "Enviando…");
  await checkAccess(person, "while it is sent");
  const isWide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  assert.ok(!isWide, "the page does not scroll sideways");
  await page.evaluate("globalThis.succeed()");
  await person.close();
});
