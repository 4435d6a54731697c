/** Mistakes of the page: the person hears that it is not theirs, the developer hears which. */

import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";

import { CONSUMER } from "../js/paths.js";
import { bound } from "./bound.js";
import { open, posted, useBrowser } from "./person.js";

useBrowser();

const form = (inside) => `<form action="/posted" method="post">${inside}<button id="send">Pagar</button></form>`;
const AMOUNT = '<label>Monto <input name="amount"></label>';
const CURRENCY = '<input type="hidden" name="currency" value="CLP">';

const MISTAKES = {
  "a hidden currency in lower case": { body: AMOUNT + CURRENCY.replace("CLP", "clp"), names: /currency: / },
  "a hidden currency that is none": { body: AMOUNT + CURRENCY.replace("CLP", "USD"), names: /currency: / },
  "a currency that nobody can change": {
    body: `${AMOUNT}<label>Moneda <input name="currency" value="USD" readonly></label>`,
    names: /currency: /,
  },
  "no currency": { body: AMOUNT, names: /currency: / },
  "a bad URL in the defaults": {
    body: AMOUNT + CURRENCY,
    defaults: '{ success_url: "merchant.com", cancel_url: "https://merchant.com" }',
    names: /success_url: /,
  },
  "an amount that a program has computed": {
    body: `${CURRENCY}<input type="hidden" name="amount" value="-5"><label>Correo <input name="customer_email"></label>`,
    names: /amount: /,
  },
  "a method of another flow in the defaults": {
    body: AMOUNT + CURRENCY,
    defaults: '{ ui_mode: "embedded", payment_method_types: ["pac"] }',
    names: /payment_method_types/,
  },
};

for (const [what, { body, defaults, names }] of Object.entries(MISTAKES)) {
  test(`${what} is told to the console, and not to the person`, async () => {
    const person = await open({ body: form(body), script: bound("", { defaults }) });
    if (body.includes('<input name="amount"')) await person.type("amount", "350.000");
    assert.deepEqual(
      person.console.filter((line) => line.startsWith("error: fintoc")),
      [],
    );
    for (let time = 0; time < 2; time++) await person.click("#send");
    const summary = await person.summary();
    assert.ok(
      summary.includes("No pudimos preparar el pago. Recarga la página o inténtalo más tarde."),
      summary.join(),
    );
    assert.doesNotMatch(summary.join(), /“”|currency|_url|https|undefined/);
    const told = person.console.filter((line) => line.startsWith("error: fintoc"));
    assert.equal(told.length, 1);
    assert.match(told[0], names);
    await person.close();
  });
}

test("a method that does not go with the flow is named, by its label", async () => {
  const body = form(`
    ${AMOUNT}${CURRENCY}
    <label>Tipo <select name="flow"><option value="payment">Pago</option><option value="subscription">Suscripción</option></select></label>
    <fieldset><legend>Medios de pago</legend>
      <label><input type="checkbox" name="payment_method_types[]" value="card"> Tarjeta</label>
      <label><input type="checkbox" name="payment_method_types[]" value="installments"> En cuotas</label>
      <label><input type="checkbox" name="payment_method_types[]" value="pac"> Cargo automático</label>
    </fieldset>`);
  const person = await open({ body, script: bound() });
  const said = () =>
    person.page.$$eval(".preflight-message", (all) => all.map(({ textContent }) => textContent).join(""));
  for (const value of ["card", "pac"]) await person.page.click(`[value=${value}]`);
  await person.leave();
  assert.equal(await said(), "“Cargo automático” no sirve para este pago: elige otra opción.");
  await person.choose("flow", "subscription");
  await person.page.click("[value=pac]");
  await person.page.click("[value=installments]");
  await person.leave();
  assert.equal(await said(), "“En cuotas” no sirve para esta suscripción: elige otra opción.");
  await person.close();
});

const ANSWERS = [
  [
    { param: "customer_email", code: "email_taken", message: "Tax id is already taken" },
    "“Correo” ya está registrado.",
  ],
  [{ param: "customer_email", message: "Email has already been used" }, "“Correo” ya está registrado."],
  [{ param: "customer_email", code: "missing_parameter", message: "Missing parameter" }, "Completa “Correo”."],
  [{ param: "customer_email", code: "invalid_string" }, "Revisa “Correo”: no fue aceptado."],
  [{ param: "customer_email", code: "invalid_string", message: "Ese correo no existe." }, "Ese correo no existe."],
  [
    { param: "currency", code: "not_supported_currency", message: "Not supported" },
    "Esta moneda no está disponible para este pago.",
  ],
  [{ code: "internal_server_error", message: "The server failed" }, "No pudimos crear el pago. Inténtalo de nuevo."],
  [
    { param: "success_url", code: "invalid_params", message: "Invalid HTTPS success_url" },
    "No pudimos crear el pago. Inténtalo de nuevo.",
  ],
];

test("a server's error is in the language of the page, by its code, and never in empty quotes", async () => {
  const person = await open({
    body: form(`${AMOUNT}${CURRENCY}<label>Correo <input name="customer_email"></label>`),
    script: bound(),
  });
  for (const [error, words] of ANSWERS) {
    await person.page.evaluate((error) => globalThis.bound.showServerError({ error }), error);
    assert.ok((await person.summary()).includes(words), `${JSON.stringify(error)}: ${await person.summary()}`);
  }
  for (const answer of [undefined, null, {}, "no", [], { error: {} }, { error: "no" }, 1]) {
    await person.page.evaluate((answer) => globalThis.bound.showServerError(answer), answer);
    assert.ok(
      (await person.summary()).includes("No pudimos crear el pago. Inténtalo de nuevo."),
      JSON.stringify(answer),
    );
  }
  await person.close();
});

test("names of frameworks are passed over", async () => {
  const hidden = [
    "$ACTION_REF_1",
    "$ACTION_1:0",
    "$ACTION_KEY",
    "csrf",
    "_csrf",
    "_token",
    "authenticity_token",
    "utf8",
    "_method",
  ]
    .map((name) => `<input type="hidden" name="${name}" value="1">`)
    .join("");
  const person = await open({ body: form(AMOUNT + CURRENCY + hidden), script: bound() });
  await person.type("amount", "350.000");
  await person.click("#send");
  assert.equal((await person.sent()).length, 1);
  assert.deepEqual(
    person.console.filter((line) => line.startsWith("warn")),
    [],
  );
  await person.close();
});

test("a box for saving the payment method, and a local time, are posted as the server reads them", async () => {
  const body = form(`${AMOUNT}${CURRENCY}
    <label><input type="checkbox" name="save_payment_method"> Guardar</label>
    <label>RUT <input name="customer_data[tax_id][value]"></label>
    <input type="hidden" name="customer_data[tax_id][type]" value="cl_rut">
    <label>Vence <input type="datetime-local" name="expires_at"></label>`);
  const person = await open({ body, script: bound("onSubmit: undefined,") });
  await person.type("amount", "350.000");
  await person.type("customer_data[tax_id][value]", "111111111");
  await person.page.click("[name=save_payment_method]");
  const expected = await person.page.$eval("[name=expires_at]", (input) => {
    const time = new Date(Date.now() + 86_400_000);
    input.value = new Date(time - time.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
    return new Date(input.value).toISOString().replace(".000Z", "Z");
  });
  assert.equal((await person.page.evaluate("globalThis.bound.judge().request")).save_payment_method, "enabled");
  await person.follow("#send");
  const { readForm } = await import(pathToFileURL(join(CONSUMER, "node_modules/fintoc-preflight/dist/form.js")).href);
  const { request, refusals } = readForm(new URLSearchParams(posted().at(-1)), { locale: "es-CL" });
  assert.deepEqual(refusals, []);
  assert.equal(request.expires_at, expected);
  assert.equal(request.save_payment_method, "enabled");
  await person.close();
});
