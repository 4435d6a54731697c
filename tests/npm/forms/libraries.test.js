/** Form libraries with the schema and the messages for people; and the work of one key in a large form. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { open, useBrowser } from "./person.js";

useBrowser();

for (const library of ["react-hook-form", "tanstack-form"]) {
  test(`${library}: a payment is refused, mended and sent`, async () => {
    const person = await open(library);
    await person.page.waitForSelector("#send");
    const said = (id) => person.page.$eval(id, ({ textContent }) => textContent.replaceAll("\u00a0", " "));
    const hasSaid = (id, text) =>
      person.page.waitForFunction((id, text) => document.querySelector(id).textContent.includes(text), {}, id, text);
    await person.type("customer_email", "ana");
    await person.click("#send");
    await hasSaid("#email-error", "nombre@ejemplo.cl");
    await hasSaid("#amount-error", "Escribe el monto");
    await person.type("customer_email", "@example.com");
    await person.type("amount", "350.000");
    await person.leave();
    await person.click("#send");
    await person.page.waitForFunction("globalThis.sent.length > 0");
    assert.equal(await said("#amount-error"), "");
    assert.deepEqual(await person.sent(), [
      { amount: 350000, currency: "CLP", customer_email: "ana@example.com", ui_mode: "embedded" },
    ]);
    await person.close();
  });
}

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
  assert.ok(shown.changes <= 4, `${shown.changes} changes`);
  await person.close();
});
