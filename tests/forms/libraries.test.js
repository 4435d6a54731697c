/** Form libraries that take the schema and the words; and the work of one key in a large form. */

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
    await hasSaid("#amount-error", "En “Monto”, escribe un monto");
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

test("a form of 200 inputs is judged at every key", async (context) => {
  const person = await open("large");
  const { inputs, valid, invalid } = await person.page.evaluate(() => globalThis.measure(15));
  assert.equal(inputs, 200);
  context.diagnostic(`one key: ${valid.toFixed(2)} ms, with a mistake ${invalid.toFixed(2)} ms`);
  await person.close();
});
