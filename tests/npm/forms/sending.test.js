/** Submitting: once, visibly, and again after a failure. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { bound } from "./bound.js";
import { open, useBrowser } from "./person.js";

useBrowser();

const BODY = `
  <form>
    <input type="hidden" name="currency" value="CLP">
    <label>Monto <input name="amount" inputmode="decimal"></label>
    <label>Correo <input name="customer_email"></label>
    <label>RUT <input name="customer_data[tax_id][value]"></label>
    <button id="send">Pagar</button>
  </form>`;

/** Options of a form whose promise the test settles, by \`globalThis.settle\` and \`globalThis.fail\`. */
const PENDING = `
  onSubmit: (request) => new Promise((resolve, reject) => {
    globalThis.sent.push(request);
    Object.assign(globalThis, { succeed: resolve, fail: reject });
  }),`;

const pending = (more = "") => ({
  body: BODY,
  script: bound(PENDING + more, {
    before: 'addEventListener("unhandledrejection", () => (globalThis.unhandled = true));',
  }),
});

const stateOf = ({ page }) =>
  page.evaluate(() => ({
    busy: document.forms[0].getAttribute("aria-busy"),
    isPending: document.forms[0].hasAttribute("data-preflight-pending"),
    status: document.querySelector("[role=status]").textContent,
    count: globalThis.sent.length,
  }));

const IDLE = { busy: null, isPending: false, status: "" };

async function submitted(what, locale) {
  const person = await open({ ...what, ...locale });
  await person.type("amount", "350.000");
  await person.click("#send");
  return person;
}

const fail = async (person, code) => {
  await person.page.evaluate(`globalThis.fail(${code})`);
  await person.settle();
};

test("a form that is being sent says so, and is not sent again", async () => {
  const person = await submitted(pending());
  const busy = { busy: "true", isPending: true, status: "Enviando…", count: 1 };
  assert.deepEqual(await stateOf(person), busy);
  for (let click = 0; click < 3; click++) await person.click("#send");
  await person.page.focus("[name=amount]");
  await person.press("Enter");
  assert.deepEqual(await stateOf(person), busy);
  await person.page.evaluate("globalThis.succeed()");
  await person.settle();
  assert.deepEqual(await stateOf(person), { ...IDLE, count: 1 });
  await person.click("#send");
  assert.equal((await stateOf(person)).count, 2);
  await person.close();
});

test("three clicks at once send one request", async () => {
  const person = await open(pending());
  await person.type("amount", "350.000");
  const { x, y } = await person.page.$eval("#send", (button) => {
    const { left, top, width, height } = button.getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  });
  await person.page.mouse.click(x, y, { count: 3 });
  await person.settle();
  assert.equal((await stateOf(person)).count, 1);
  await person.close();
});

test("a failure is shown, with the focus, and can be tried again", async () => {
  const person = await submitted(pending());
  await fail(person, 'new TypeError("Failed to fetch")');
  assert.deepEqual(await stateOf(person), { ...IDLE, count: 1 });
  assert.deepEqual(await person.summary(), ["No pudimos crear el pago. Inténtalo de nuevo."]);
  assert.equal(await person.focused(), "preflight-summary");
  await person.click("#send");
  assert.deepEqual(await person.summary(), []);
  assert.equal((await stateOf(person)).count, 2);
  assert.equal(await person.page.evaluate("globalThis.unhandled"), undefined);
  assert.ok(person.console.some((line) => line.startsWith("error") && line.includes("onSubmit failed")));
  await person.close();
});

const ANSWER =
  '{ error: { param: "customer_data.tax_id.value", code: "invalid_string", message: "Tax id is invalid" } }';

for (const [what, code] of Object.entries({
  "an answer": ANSWER,
  "the error of an answer": `${ANSWER}.error`,
  "an error of axios": `Object.assign(new Error("Request failed"), { response: { status: 400, data: ${ANSWER} } })`,
  "an error of a client": `Object.assign(new Error("invalid_string"), ${ANSWER}.error)`,
  "an error with a body": `Object.assign(new Error("400"), { body: ${ANSWER} })`,
})) {
  test(`${what} is shown at its field, in the language of the page`, async () => {
    const person = await submitted(pending());
    await fail(person, code);
    assert.equal(await person.message("customer_data[tax_id][value]"), "Revisa “RUT”: no fue aceptado.");
    assert.deepEqual(await person.summary(), ["Revisa “RUT”: no fue aceptado."]);
    await person.close();
  });
}

for (const nothing of ["undefined", "null", "{}", '"no"', "[]", "0"]) {
  test(`a rejection with ${nothing} is shown without empty quotes`, async () => {
    const person = await submitted(pending());
    await fail(person, nothing);
    assert.deepEqual(await person.summary(), ["No pudimos crear el pago. Inténtalo de nuevo."]);
    await person.close();
  });
}

test("a response that is not ok is a failure, with or without a body", async () => {
  for (const [response, words] of [
    [`Response.json(${ANSWER}, { status: 400 })`, "Revisa “RUT”: no fue aceptado."],
    ['new Response("Bad gateway", { status: 502 })', "No pudimos crear el pago. Inténtalo de nuevo."],
    ["new Response(null, { status: 500 })", "No pudimos crear el pago. Inténtalo de nuevo."],
  ]) {
    const person = await submitted(pending());
    await person.page.evaluate(`globalThis.succeed(${response})`);
    await person.settle();
    assert.deepEqual(await person.summary(), [words]);
    await person.close();
  }
});

test("an error that is thrown at once is shown too", async () => {
  const person = await submitted({ body: BODY, script: bound('onSubmit() { throw new Error("x"); },') });
  assert.deepEqual(await person.summary(), ["No pudimos crear el pago. Inténtalo de nuevo."]);
  await person.close();
});

test("onError gets the error, and may show it itself", async () => {
  const person = await submitted(
    pending("onError: (error) => { globalThis.caught = error; return globalThis.isShown; },"),
  );
  await fail(person, "{ code: 1 }");
  assert.deepEqual(await person.page.evaluate("globalThis.caught"), { code: 1 });
  assert.equal((await person.summary()).length, 1);
  await person.page.evaluate("globalThis.isShown = false");
  await person.click("#send");
  await fail(person, "{ code: 2 }");
  assert.deepEqual(await person.page.evaluate("globalThis.caught"), { code: 2 });
  assert.deepEqual(await person.summary(), []);
  await person.close();
});

test("an onError that fails itself leaves no rejection", async () => {
  for (const onError of ['() => { throw new Error("x"); }', '() => Promise.reject(new Error("x"))']) {
    const person = await submitted(pending(`onError: ${onError},`));
    await fail(person, "{}");
    assert.equal(await person.page.evaluate("globalThis.unhandled"), undefined);
    assert.equal((await person.summary()).length, 1);
    await person.close();
  }
});

test("a form that is let go while it is sent is as it was, and hears nothing afterwards", async () => {
  const person = await submitted(pending());
  await person.page.evaluate("globalThis.bound.destroy()");
  await fail(person, "{}");
  assert.equal(await person.page.evaluate("globalThis.unhandled"), undefined);
  const html = await person.page.$eval("form", ({ outerHTML }) => outerHTML);
  assert.equal(html.replace(/\s+/g, " "), BODY.trim().replace(/\s+/g, " "));
  await person.close();
});

test("the words of a failure are those of the flow", async () => {
  const subscription = { body: `${BODY.replace("</form>", '<input type="hidden" name="flow" value="setup"></form>')}` };
  const person = await open({ ...pending(), ...subscription });
  await person.click("#send");
  await fail(person, "{}");
  assert.deepEqual(await person.summary(), ["No pudimos crear el registro de tu medio de pago. Inténtalo de nuevo."]);
  await person.close();
});
