/** Form libraries with the schema and the messages for people; and the work of one key in a large form. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { open, useBrowser } from "./person.js";

useBrowser();

for (const library of ["react-hook-form", "tanstack-form", "conform"]) {
  test(`${library}: a payment is refused in words for people, mended and sent as a request`, async () => {
    const person = await open(library);
    const { page } = person;
    await page.waitForSelector("#send");
    const hasSaid = (id, text) =>
      page.waitForFunction(
        (id, text) => document.querySelector(id).textContent.replaceAll("\u00a0", " ") === text,
        {},
        id,
        text,
      );
    await person.type("customer_email", "ana");
    await person.type("customer_data.tax_id.value", "11.111.111-2");
    await person.click("#send");
    await hasSaid("#email-error", "En “Correo”, escribe un correo válido, por ejemplo nombre@ejemplo.cl.");
    await hasSaid("#amount-error", "Escribe el monto, por ejemplo $350.000.");
    await hasSaid("#rut-error", "El RUT no es válido: revisa el dígito verificador.");
    await person.retype("customer_email", "ana@example.com");
    await person.type("amount", "350,000");
    await person.retype("customer_data.tax_id.value", "76.543.216");
    await person.leave();
    await person.click("#send");
    await hasSaid("#amount-error", "“Monto” se puede leer de dos maneras. ¿Quisiste decir $350.000 o $350?");
    await hasSaid("#rut-error", "Falta el dígito verificador del RUT. Escríbelo como 11.111.111-1.");
    await person.retype("amount", "$350.000");
    // A RUT may be left blank.
    await person.retype("customer_data.tax_id.value", "");
    await person.leave();
    await person.click("#send");
    await page.waitForFunction("globalThis.sent.length > 0");
    await hasSaid("#amount-error", "");
    const request = { amount: 350000, currency: "CLP", customer_email: "ana@example.com", ui_mode: "embedded" };
    assert.deepEqual(await person.sent(), [request]);
    await person.close();
  });
}

test("react-hook-form: rows that are left blank are not sent, and errors are at the rows as they are shown", async () => {
  const person = await open("react-hook-form");
  await person.page.waitForSelector("#add");
  for (let row = 0; row < 3; row++) await person.click("#add");
  await person.type("amount", "2.000");
  await person.type("line_items.1.price_data.unit_amount", "1.000");
  await person.type("line_items.1.price_data.product_data.name", "Pan");
  await person.retype("line_items.1.quantity", "0");
  await person.click("#send");
  await person.page.waitForFunction(() => document.querySelector("#quantity-1").textContent !== "");
  const said = (id) => person.page.$eval(id, ({ textContent }) => textContent);
  assert.equal(await said("#quantity-1"), "En “Cantidad”, escribe 1 o más.");
  assert.equal(await said("#quantity-0"), "");
  await person.retype("line_items.1.quantity", "2");
  await person.click("#send");
  await person.page.waitForFunction("globalThis.sent.length > 0");
  const [{ line_items }] = await person.sent();
  assert.deepEqual(line_items, [
    { quantity: 2, price_data: { unit_amount: 1000, product_data: { name: "Pan" }, currency: "CLP" } },
  ]);
  await person.close();
});

test("the hook: a payment with an optional RUT, in a component that writes the messages", async () => {
  const person = await open("hook");
  await person.page.waitForSelector("#send");
  const said = (id) => person.page.$eval(id, ({ textContent }) => textContent.replaceAll("\u00a0", " "));
  await person.type("customer_email", "ana");
  assert.equal(await said("#email-error"), "");
  await person.leave();
  assert.match(await said("#email-error"), /^En “Correo”, escribe un correo válido/);
  assert.equal(await person.invalid("customer_email"), "true");
  assert.match(await person.message("customer_email"), /^En “Correo”/);
  await person.click("#send");
  assert.equal(await said("#amount-error"), "Escribe el monto, por ejemplo $350.000.");
  assert.equal(await person.page.$$eval("[data-preflight-summary] p", ({ length }) => length), 2);
  assert.equal(await person.page.$(".preflight-message"), null);
  await person.click("#english");
  assert.match(await said("#email-error"), /^In “Correo”, write a valid e-mail address/);
  await person.retype("customer_email", "ana@example.com");
  assert.equal(await said("#email-error"), "");
  await person.type("amount", "350,000");
  for (let row = 0; row < 2; row++) await person.click("#add");
  await person.type("line_items[1][quantity]", "0");
  await person.leave();
  assert.notEqual(await said("#quantity-1"), "");
  await person.page.click("fieldset:nth-of-type(2) .remove");
  await person.page.focus("[name=amount]");
  await person.press("Enter");
  assert.equal(await said("#send"), "Enviando");
  assert.equal(await said("[role=status]"), "Sending…");
  await person.press("Enter");
  await person.page.evaluate("globalThis.succeed()");
  await person.settle();
  assert.equal(await said("#send"), "Pagar");
  await person.click("#send");
  await person.page.evaluate('globalThis.fail(new Error("x"))');
  await person.settle();
  assert.equal(await said("[data-preflight-summary]"), "We could not create the payment. Try again.");
  const sent = await person.sent();
  assert.deepEqual(
    sent.map(({ amount, paid, customer_data }) => [amount, paid, customer_data]),
    [
      [350000, 0, undefined],
      [350000, 1, undefined],
    ],
  );
  for (let time = 0; time < 3; time++) await person.click("#toggle");
  assert.equal(await person.page.$("form"), null);
  await person.close();
});

/** The most calls of the DOM for one key: thirteen for each of 200 inputs, and a few for the form. */
const MAX_CALLS = 200 * 14;

test("in a form of 200 inputs a key judges once, and changes nothing but a message that is shown", async (context) => {
  const person = await open("large");
  assert.equal(await person.page.evaluate("globalThis.inputs"), 200);
  const measure = (...texts) => person.page.evaluate((texts) => globalThis.measure(texts), texts);
  const valid = await measure("175.000", "176.000");
  const invalid = await measure("17,000", "-5");
  await person.page.evaluate(() => globalThis.leave());
  const shown = await measure("-5", "");
  for (const [what, most] of Object.entries({ valid, invalid, shown })) {
    context.diagnostic(`one key, ${what}: ${most.calls} calls of the DOM, ${most.changes} changes of the page`);
    assert.equal(most.validations, 1, what);
    assert.ok(most.calls <= MAX_CALLS, `${what}: ${most.calls} calls of the DOM`);
  }
  assert.deepEqual([valid.changes, invalid.changes], [0, 0]);
  assert.ok(shown.changes <= 5, `${shown.changes} changes`);
  await person.close();
});
