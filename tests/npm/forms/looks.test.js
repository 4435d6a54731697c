/** Where messages and the summary are, and what they look like while there are none. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { bound } from "./bound.js";
import { open, useBrowser } from "./person.js";

useBrowser();

const BOX =
  "<style>.preflight-summary, .preflight-status { padding: 1em; border: 2px solid; background: #fee; margin: 1em }</style>";

const FIELDS = `
  <input type="hidden" name="currency" value="CLP">
  <label>Monto <input name="amount"></label>
  <button id="send">Pagar</button>`;

const plain = (html) => html.replace(/\s+/g, " ").replaceAll('=""', "");

const BODIES = {
  "its own summary": `${BOX}<form>${FIELDS}</form>`,
  "the page's summary": `${BOX}<form><div data-preflight-summary></div>${FIELDS}</form>`,
  "a summary with a style": `${BOX}<form><div data-preflight-summary style="display: block; color: red"></div>${FIELDS}</form>`,
  "a grid with gaps": `${BOX}<form style="display: grid; gap: 40px">${FIELDS}</form>`,
};

for (const [what, body] of Object.entries(BODIES)) {
  test(`a form with ${what} is as high as without it while nothing is wrong`, async () => {
    const person = await open({ body, script: bound() });
    const height = () => person.page.$eval("form", (form) => form.getBoundingClientRect().height);
    const bare = await height();
    await person.click("#send");
    assert.ok((await height()) > bare);
    assert.equal(await person.focused(), "preflight-summary");
    await person.type("amount", "350.000");
    await person.leave();
    assert.equal(await height(), bare);
    await person.page.evaluate("globalThis.bound.destroy()");
    assert.equal(await height(), bare);
    const html = await person.page.$eval("form", ({ outerHTML }) => outerHTML);
    assert.equal(plain(html), plain(body.replace(BOX, "")));
    await person.close();
  });
}

const AMOUNT = '<input name="amount" aria-label="Monto">';
const CURRENCY = '<select name="currency" aria-label="Moneda"><option>CLP</option><option>MXN</option></select>';

/** Ways to draw a field, and the selector of the element behind which its message belongs. */
const GROUPS = {
  "an input group": [`<div class="group" style="display: flex"><span>$</span>${AMOUNT}</div>`, ".group"],
  "a group with a currency": [`<div class="group" style="display: inline-flex">${CURRENCY}${AMOUNT}</div>`, ".group"],
  "a grid": [
    `<div class="group" style="display: grid; grid-template-columns: 1fr 1fr"><span>Monto</span>${AMOUNT}</div>`,
    ".group",
  ],
  "a group in a group": [
    `<div class="group" style="display: flex"><div style="display: flex"><span>$</span>${AMOUNT}</div><b>CLP</b></div>`,
    ".group",
  ],
  "a group in a label": [
    `<label class="group">Monto <span style="display: flex"><i>$</i>${AMOUNT}</span></label>`,
    ".group",
  ],
  "a column": [`<div style="display: flex; flex-direction: column"><span>Monto</span>${AMOUNT}</div>`, "[name=amount]"],
  "a block": [`<div><span>Monto</span>${AMOUNT}</div>`, "[name=amount]"],
};

for (const [what, [group, anchor]] of Object.entries(GROUPS)) {
  test(`the message of a control in ${what} is behind ${anchor}`, async () => {
    const person = await open({
      body: `<form style="display: flex">${group}<button id="send">Pagar</button></form>`,
      script: bound(),
    });
    await person.paste("amount", "x");
    await person.leave();
    assert.notEqual(await person.message("amount"), "");
    const isBehind = await person.page.$eval(
      anchor,
      ({ nextElementSibling: next }) => next?.className === "preflight-message",
    );
    assert.ok(isBehind);
    await person.close();
  });
}

test("a message is where the page wants it, in a group too", async () => {
  const body = `<form><div style="display: flex"><span>$</span>${AMOUNT}</div><p data-preflight-for="amount"></p><button>Pagar</button></form>`;
  const person = await open({ body, script: bound() });
  await person.paste("amount", "x");
  await person.leave();
  assert.notEqual(await person.page.$eval("[data-preflight-for]", ({ textContent }) => textContent), "");
  assert.equal(await person.page.$(".preflight-message"), null);
  await person.close();
});

test("styles for :user-invalid apply, and native validity has the sentence", async () => {
  const person = await open({ body: `<form>${FIELDS}</form>`, script: bound() });
  await person.type("amount", "x");
  await person.leave();
  const [isInvalid, said] = await person.page.$eval("[name=amount]", (input) => [
    input.matches(":user-invalid"),
    input.validationMessage,
  ]);
  assert.ok(isInvalid);
  assert.equal(said, await person.message("amount"));
  await person.close();
});

const TEXTS = {
  "350,000": ["$350.000", "$350"],
  "350.000,00": ["$350.000"],
  "350,000.00": ["$350.000"],
};

for (const [typed, readings] of Object.entries(TEXTS)) {
  test(`${typed} offers ${readings.join(" and ")}, by mouse and by key`, async () => {
    for (const [index, reading] of readings.entries()) {
      const person = await open({ body: `<form>${FIELDS}</form>`, script: bound() });
      await person.type("amount", typed);
      await person.leave();
      const offered = () =>
        person.page.$$eval(".preflight-readings button", (all) => all.map(({ textContent }) => textContent));
      assert.deepEqual(await offered(), readings);
      assert.match(await person.message("amount"), /¿Quisiste decir/);
      if (index === 0) await person.click(".preflight-readings button");
      else {
        await person.page.focus("[name=amount]");
        await person.press("Tab", "Tab", "Enter");
      }
      assert.equal(await person.page.$eval("[name=amount]", ({ value }) => value), reading);
      assert.equal(await person.focused(), "amount");
      assert.deepEqual([await person.message("amount"), await offered()], ["", []]);
      await person.press("Enter");
      assert.equal((await person.sent())[0].amount, Number(reading.replace(/\D/g, "")));
      await person.close();
    }
  });
}

const TIDY = `
  <form>
    <label>Moneda <select name="currency"><option>CLP</option><option>MXN</option></select></label>
    <label>Monto <input name="amount"></label>
    <input type="hidden" name="customer_data[tax_id][type]" value="cl_rut">
    <label>RUT <input name="customer_data[tax_id][value]"></label>
    <button>Pagar</button>
  </form>`;

test("with blur a RUT and an amount are written as people write them, once they are left", async () => {
  const person = await open({ body: TIDY, script: bound('format: "blur",') });
  const value = (name) => person.page.$eval(`[name="${name}"]`, (input) => input.value.replaceAll("\u00a0", " "));
  await person.page.evaluate(() => {
    globalThis.heard = [];
    document.forms[0].addEventListener("input", ({ target }) => globalThis.heard.push(target.value));
  });
  await person.type("amount", "350000");
  assert.equal(await value("amount"), "350000");
  await person.leave();
  assert.equal(await value("amount"), "$350.000");
  assert.equal(await person.page.evaluate("globalThis.heard.at(-1)"), "$350.000");
  await person.type("customer_data[tax_id][value]", "111111111");
  await person.leave();
  assert.equal(await value("customer_data[tax_id][value]"), "11.111.111-1");
  await person.retype("customer_data[tax_id][value]", "76.543.216");
  await person.leave();
  assert.equal(await value("customer_data[tax_id][value]"), "76.543.216");
  assert.match(await person.message("customer_data[tax_id][value]"), /^Falta el dígito verificador/);
  await person.retype("amount", "350,000");
  await person.leave();
  assert.equal(await value("amount"), "350,000");
  await person.close();
});

test("an amount has no second mark where the page shows one beside the control", async () => {
  const value = (person) => person.page.$eval("[name=amount]", (input) => input.value.replaceAll("\u00a0", " "));
  for (const [before, locale, typed, expected] of [
    ["<span>$</span>", "es-CL", "350000", "350.000"],
    ["<span>MXN</span>", "es-MX", "$3500.5", "3,500.50"],
    ["<span>$</span>", "es-CL", "-5", "-5"],
    ["<span>Monto</span>", "es-CL", "350000", "$350.000"],
  ]) {
    const currency = `<input type="hidden" name="currency" value="${locale === "es-MX" ? "MXN" : "CLP"}">`;
    const group = `<div style="display: flex">${before}<input name="amount" aria-label="Monto"></div>`;
    const options = `format: "blur", locale: "${locale}",`;
    const person = await open({ body: `<form>${currency}${group}<button>Pagar</button></form>`, script: bound(options) });
    await person.type("amount", typed);
    await person.leave();
    assert.equal(await value(person), expected);
    await person.close();
  }
});

test("without blur the texts stay as they were typed", async () => {
  const person = await open({ body: TIDY, script: bound() });
  await person.type("amount", "350000");
  await person.leave();
  assert.equal(await person.page.$eval("[name=amount]", ({ value }) => value), "350000");
  await person.close();
});
