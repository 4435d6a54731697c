/** Listeners of the page that change the request: they run before the form is validated, with real events. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { bound } from "./bound.js";
import { open, useBrowser } from "./person.js";

useBrowser();

const BODY = `
  <form>
    <label><input type="radio" name="flow" value="payment" checked> Pago</label>
    <label><input type="radio" name="flow" value="setup"> Inscripción</label>
    <label>Moneda <select name="currency"><option>CLP</option><option>MXN</option></select></label>
    <label>Monto <input name="amount"></label>
    <label>Correo <input name="customer_email"></label>
    <label><input type="checkbox" name="payment_method_types[]" value="card"> Tarjeta</label>
    <input type="hidden" name="metadata[changes]" value="0">
    <button>Pagar</button>
  </form>`;

/** Counts the changes in a hidden control, as a page does that computes a field of the request from others. */
const counting = (target, type) =>
  `${target}.addEventListener("${type}", () => document.forms[0].elements["metadata[changes]"].value++);`;

const ACTS = {
  "a radio button by mouse": ["change", (person) => person.page.click("[value=setup]")],
  "a select by key": ["change", (person) => person.choose("currency", "MXN")],
  "a select by letters": [
    "change",
    async ({ page }) => {
      await page.focus("[name=currency]");
      await page.keyboard.type("M");
    },
  ],
  "a box by mouse": ["change", (person) => person.page.click("[value=card]")],
  "a box by key": [
    "change",
    async ({ page }) => {
      await page.focus("[value=card]");
      await page.keyboard.press(" ");
    },
  ],
  "one key": ["input", (person) => person.type("amount", "9")],
  "a paste": ["input", (person) => person.paste("amount", "9990")],
  "a change by leaving": [
    "change",
    async (person) => {
      await person.paste("customer_email", "ana@example.com");
      await person.leave();
    },
  ],
  "a fill by the browser": [
    "input",
    ({ page }) =>
      page.$eval("[name=customer_email]", (input) => {
        input.value = "ana@example.com";
        for (const type of ["input", "change"]) input.dispatchEvent(new Event(type, { bubbles: true }));
      }),
  ],
};

for (const [what, [type, act]] of Object.entries(ACTS)) {
  for (const target of ["document.forms[0]", "document", "window"]) {
    for (const moment of ["before", "after"]) {
      test(`${what}: a listener of ${target}, added ${moment} the binding, changes the request first`, async () => {
        const person = await open({ body: BODY, script: bound("", { [moment]: counting(target, type) }) });
        await act(person);
        await person.settle();
        assert.equal((await person.judgement()).request.metadata.changes, "1");
        await person.close();
      });
    }
  }
}

test("an event whose propagation is stopped is validated too", async () => {
  const stop = 'document.forms[0].addEventListener("input", (event) => event.stopPropagation());';
  const person = await open({ body: BODY, script: bound("", { after: stop }) });
  await person.paste("amount", "9990");
  assert.equal((await person.judgement()).request.amount, 9990);
  await person.close();
});

test("a form in a shadow tree is validated too", async () => {
  const script = `
    import { bindForm } from "fintoc-preflight/form";
    const root = document.querySelector("#host").attachShadow({ mode: "open" });
    root.append(document.querySelector("template").content.cloneNode(true));
    globalThis.bound = bindForm(root.querySelector("form"), { locale: "es-CL", onUnfixable() {} });
    globalThis.ready = true;`;
  const person = await open({ body: `<div id="host"></div><template>${BODY}</template>`, script });
  await person.page.click("#host >>> [value=setup]");
  await person.settle();
  assert.equal((await person.judgement()).request.flow, "setup");
  await person.close();
});
