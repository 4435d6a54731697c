/** Bound forms against hostile text: labels, values, names and the answers of a server, with Trusted Types. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { bound } from "./bound.js";
import { open, useBrowser } from "./person.js";

useBrowser();

/**
 * The strictest policy with which a form works: nothing may turn a text into a script or markup. Firefox asks for an icon
 * under the page's policy, and says that it is refused.
 */
const CSP =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'; require-trusted-types-for 'script'; trusted-types 'none'";

const MARKUP = "<img src=x onerror=\"globalThis.isHacked = true\"><script>globalThis.isHacked = true</script>\"'>";
const escaped = MARKUP.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/** What markup could have brought into the page. */
const foreign = (page) =>
  page.evaluate(() => [
    // Firefox leaves `undefined` as it is.
    globalThis.isHacked ?? null,
    ...[...document.querySelectorAll("img, iframe, svg, base, object, style, body script:not([type=module])")].map(({ outerHTML }) => outerHTML),
    ...[...document.querySelectorAll("*")].filter((element) => [...element.attributes].some(({ name }) => name.startsWith("on"))).map(({ outerHTML }) => outerHTML),
  ]);

const field = (name, label = escaped, more = "") => `<label>${label} <input name="${name}" ${more}></label>`;

test("markup in labels, values, names and a server's answer stays text", async () => {
  const names = ["amount", "customer_email", "metadata[&lt;img src=x onerror=1&gt;]", "__proto__[isHacked]", "constructor.prototype.isHacked"];
  const body = `<form action="/posted">
    <fieldset><legend>${escaped}</legend>${names.map((name) => field(name, escaped, `value="${escaped}"`)).join("")}</fieldset>
    <select name="currency"><option value="${escaped}">${escaped}</option><option>CLP</option></select>
    <div data-preflight-summary></div><button id="send">${escaped}</button></form>`;
  const more = `onUnknown: (names) => (globalThis.unknown = names)`;
  const person = await open({ body, csp: CSP, script: bound(more) });
  await person.click("#send");
  assert.deepEqual(await foreign(person.page), [null]);
  assert.ok((await person.summary()).length > 0);
  assert.ok((await person.summary()).join().includes("<img src=x"), "labels are shown as they are");
  for (const name of ["amount", "customer_email"]) assert.notEqual(await person.message(name), "");
  await person.retype("customer_email", MARKUP);
  await person.page.evaluate((markup) => {
    for (const error of [
      { error: { type: "invalid_request_error", code: markup, message: markup, param: "amount" } },
      { error: { type: markup, code: "x", message: markup, param: markup } },
      { error: { message: markup, param: "__proto__" } },
    ]) globalThis.bound.showServerError(error);
  }, MARKUP);
  assert.deepEqual(await foreign(person.page), [null]);
  assert.equal(await person.page.evaluate(() => ({}).isHacked), undefined);
  await person.close();
});

test("a label of a megabyte is read in linear time", async () => {
  const label = `${"* ".repeat(250_000)}${":*".repeat(250_000)}x`;
  const body = `<form>${field("amount", label)}<div data-preflight-summary></div><button id="send">Pagar</button></form>`;
  const person = await open({ body, csp: CSP, script: bound() });
  await person.click("#send");
  assert.ok((await person.summary()).length > 0);
  await person.close();
});

test("a megabyte in every field is refused or sent, and stays text", async () => {
  const names = ["amount", "customer_email", "customer_data[name]", "customer_data[tax_id][value]", "line_items[0][quantity]", "success_url"];
  const body = `<form>${names.map((name) => field(name, name)).join("")}<div data-preflight-summary></div><button id="send">Pagar</button></form>`;
  const person = await open({ body, csp: CSP, script: bound() });
  for (const part of ["1", "1.", " ", "a@", "\u200b", "-", "0", ".", "$ ", "http://a", "K"]) {
    await person.page.evaluate(
      (text) => {
        for (const input of document.querySelectorAll("input")) {
          input.value = text;
          input.dispatchEvent(new Event("input", { bubbles: true }));
          input.dispatchEvent(new Event("change", { bubbles: true }));
        }
      },
      part.repeat(1_000_000 / part.length),
    );
    await person.click("#send");
    assert.ok((await person.summary()).length > 0, JSON.stringify(part));
    assert.ok((await person.summary()).every((line) => line.length < 400), "no message repeats the value");
  }
  await person.close();
});
