/** Effects of the binding on the page and on other listeners: attributes, the summary, server errors, and `destroy`. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { open, posted, useBrowser } from "./person.js";

useBrowser();

test("descriptions are added to those of the page, and taken away again", async () => {
  const person = await open("chile");
  const describedBy = () =>
    person.page.$eval("[name=customer_email]", (input) => input.getAttribute("aria-describedby"));
  await person.type("customer_email", "x");
  await person.leave();
  assert.match(await describedBy(), /^hint preflight-\d+$/);
  await person.retype("customer_email", "ana@example.com");
  assert.equal(await describedBy(), "hint");
  await person.close();
});

test("a message stands where the page wants it", async () => {
  const person = await open("chile");
  await person.choose("customer_data[tax_id][type]", "cl_rut");
  await person.type("customer_data[tax_id][value]", "11.11A.111-1");
  await person.leave();
  const said = await person.page.$eval("#rut-place", ({ textContent }) => textContent);
  assert.equal(said, "Escribe un RUT válido, por ejemplo 11.111.111-1.");
  assert.equal(await person.message("customer_data[tax_id][value]"), said);
  await person.close();
});

test("a wrong check digit stops the form; as a warning it is shown, and neither blocks nor marks", async () => {
  const person = await open("chile");
  const rut = "customer_data[tax_id][value]";
  await person.choose("customer_data[tax_id][type]", "cl_rut");
  await person.type(rut, "12.345.678-9");
  await person.type("amount", "1.000");
  await person.click("terms");
  assert.equal(await person.message(rut), "El RUT no es válido: revisa el dígito verificador.");
  assert.equal(await person.invalid(rut), "true");
  await person.click("#send");
  assert.deepEqual(await person.sent(), []);
  await person.page.evaluate(() => globalThis.bound.update({ levels: { "rut-check-digit": "warn" } }));
  assert.match(await person.message(rut), /dígito verificador/);
  assert.equal(await person.invalid(rut), null);
  await person.click("#send");
  assert.equal((await person.sent()).length, 1);
  await person.close();
});

test("the browser knows what is invalid, whether it is shown or not", async () => {
  const person = await open("chile");
  const isValid = (name) => person.page.$eval(`[name=${name}]`, (input) => input.checkValidity());
  assert.equal(await isValid("amount"), false);
  assert.equal(await person.invalid("amount"), null);
  await person.type("amount", "1.000");
  assert.equal(await isValid("amount"), true);
  assert.equal(await person.page.$eval("form", ({ noValidate }) => noValidate), true);
  await person.close();
});

test("what the page itself requires is required", async () => {
  const person = await open("chile");
  await person.type("amount", "1.000");
  await person.click("#send");
  assert.deepEqual(await person.summary(), ["Completa “Acepto”."]);
  await person.close();
});

test("a mistake in a group is said after it", async () => {
  const person = await open("chile");
  await person.click("[value=pac]");
  await person.leave();
  const said = await person.page.$eval(
    "fieldset:has([value=pac])",
    ({ lastElementChild }) => lastElementChild.textContent,
  );
  assert.equal(said, "“PAC” no sirve para este pago: elige otra opción.");
  await person.click("[value=pac]");
  assert.equal(
    await person.page.$eval("fieldset:has([value=pac])", ({ lastElementChild }) => lastElementChild.textContent),
    "",
  );
  await person.close();
});

test("the summary is a live region that is there before it says anything", async () => {
  const person = await open("chile");
  const [live, text] = await person.page.$eval(".preflight-summary", (element) => [
    element.ariaLive,
    element.textContent,
  ]);
  assert.deepEqual([live, text], ["polite", ""]);
  await person.click("#send");
  const title = await person.page.$eval(
    ".preflight-summary",
    (element) => document.getElementById(element.getAttribute("aria-labelledby")).textContent,
  );
  assert.equal(title, "2 problemas por corregir");
  await person.close();
});

test("what no control can fix is in the summary once, without a link and without a name of the request", async () => {
  const person = await open("chile");
  await person.page.evaluate(() => globalThis.bound.update({ defaults: {} }));
  await person.click("#send");
  const texts = await person.page.$$eval(".preflight-summary li:not(:has(a))", (items) =>
    items.map(({ textContent }) => textContent),
  );
  // The payer cannot fix cancel_url, so it is reported to the page.
  assert.deepEqual(texts, ["No pudimos preparar el pago. Recarga la página o inténtalo más tarde."]);
  const params = await person.page.evaluate(() => globalThis.bound.judgement.errors.map(({ param }) => param));
  assert.ok(params.includes("cancel_url") && params.includes("success_url"));
  await person.close();
});

test("an error of a server is shown at its control until that is edited", async () => {
  const person = await open("chile");
  await person.page.evaluate(() =>
    globalThis.bound.showServerError({
      error: { param: "customer_email", code: "invalid_email", message: "Ese correo no existe." },
    }),
  );
  assert.equal(await person.message("customer_email"), "Ese correo no existe.");
  assert.equal(await person.invalid("customer_email"), "true");
  assert.equal(await person.focused(), "preflight-summary");
  await person.type("amount", "1");
  assert.equal(await person.message("customer_email"), "Ese correo no existe.");
  await person.type("customer_email", "a");
  assert.equal(await person.message("customer_email"), "");
  assert.deepEqual(await person.summary(), []);
  await person.retype("customer_email", "ana@example.com");
  await person.page.evaluate(() =>
    globalThis.bound.showServerError({ error: { param: null, message: "Inténtalo más tarde." } }),
  );
  assert.deepEqual(await person.summary(), ["Inténtalo más tarde."]);
  await person.page.evaluate(() => globalThis.bound.showServerError(undefined));
  assert.equal((await person.summary()).length, 1);
  await person.close();
});

test("what a server says is text, and no markup", async () => {
  const person = await open("chile");
  await person.page.evaluate(() =>
    globalThis.bound.showServerError({ error: { param: "amount", message: "<img src=x onerror=alert(1)>" } }),
  );
  assert.equal(await person.page.$("form img"), null);
  assert.equal(await person.message("amount"), "<img src=x onerror=alert(1)>");
  await person.close();
});

test("other words, another language, another timing", async () => {
  const person = await open("chile");
  await person.page.evaluate(() =>
    globalThis.bound.update({ locale: "en", words: { "email-format": ({ label }) => `${label}?` } }),
  );
  await person.type("customer_email", "x");
  await person.leave();
  assert.equal(await person.message("customer_email"), "Correo?");
  await person.click("#send");
  assert.match((await person.summary())[1], /^In “Monto”, write an amount/);
  await person.close();
});

test("an invalid submit goes no further, a draft does, and a valid one is posted as it is without onSubmit", async () => {
  const person = await open("posting");
  const before = posted().length;
  await person.page.evaluate(() => {
    globalThis.heard = 0;
    document.querySelector("form").addEventListener("submit", () => globalThis.heard++);
  });
  await person.click("#send");
  assert.equal(await person.page.evaluate("globalThis.heard"), 0);
  await person.type("amount", "350.000");
  await person.click("terms");
  await person.follow("#send");
  assert.equal(posted().length, before + 1);
  assert.match(posted().at(-1), /amount=350\.000/);
  await person.close();

  const other = await open("posting");
  await other.follow("#draft");
  assert.equal(posted().length, before + 2);
  await other.close();
});

test("a form that is let go is as it was", async () => {
  const person = await open("chile");
  const html = () => person.page.$eval("form", ({ outerHTML }) => outerHTML);
  const bound = await html();
  await person.type("customer_email", "x");
  await person.click("#send");
  assert.notEqual(await html(), bound);
  await person.page.evaluate(() => globalThis.bound.destroy());
  const fresh = await person.page.evaluate(async () => {
    const text = await (await fetch(location.href)).text();
    return new DOMParser().parseFromString(text, "text/html").querySelector("form").outerHTML;
  });
  assert.equal(await html(), fresh);
  const judged = await person.page.evaluate("globalThis.judged");
  await person.type("customer_email", "y");
  assert.equal(await person.page.evaluate("globalThis.judged"), judged);
  assert.equal(await person.page.$eval("[name=customer_email]", (input) => input.checkValidity()), true);
  await person.close();
});

test("a signal lets go too, and a wrong option is told at once", async () => {
  const person = await open("chile");
  const said = await person.page.evaluate(() => {
    const controller = new AbortController();
    const again = globalThis.bound;
    again.destroy();
    globalThis.start({ signal: controller.signal });
    controller.abort();
    const attempts = [{ timing: "soon" }, { locale: "fr" }, { now: "x" }, { onSubmit: 1 }, { colour: "red" }];
    const messages = attempts.map((options) => {
      try {
        return globalThis.start(options);
      } catch (error) {
        return `${error.name} ${error.message}`;
      }
    });
    return {
      messages,
      noValidate: document.querySelector("form").noValidate,
      summaries: document.querySelectorAll(".preflight-summary").length,
    };
  });
  assert.deepEqual([said.noValidate, said.summaries], [false, 0]);
  for (const message of said.messages) assert.match(message, /^TypeError .*option/);
  await person.close();
});
