/** Groups that a person may leave blank: what was in them before does not count. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { bound } from "./bound.js";
import { open, useBrowser } from "./person.js";

useBrowser();

const TYPES = {
  "a hidden type": '<input type="hidden" name="customer_data[tax_id][type]" value="cl_rut">',
  "a type with one option":
    '<label>Tipo <select name="customer_data[tax_id][type]"><option value="cl_rut">RUT</option></select></label>',
  "a type with a first option":
    '<label>Tipo <select name="customer_data[tax_id][type]"><option value="cl_rut">RUT</option><option value="mx_rfc">RFC</option></select></label>',
  "a type that is selected":
    '<label>Tipo <select name="customer_data[tax_id][type]"><option value="mx_rfc">RFC</option><option value="cl_rut" selected>RUT</option></select></label>',
  "a type that is ticked":
    '<label><input type="radio" name="customer_data[tax_id][type]" value="cl_rut" checked> RUT</label>',
  "a read-only type": '<label>Tipo <input name="customer_data[tax_id][type]" value="cl_rut" readonly></label>',
  "a type of the defaults": "",
};

const RUT = '<label>RUT <input name="customer_data[tax_id][value]"></label>';
const EMAIL = '<label>Correo <input name="customer_data[email]"></label>';

const form = (inside) => `
  <form>
    <input type="hidden" name="currency" value="CLP">
    <label>Monto <input name="amount" inputmode="decimal"></label>
    ${inside}
    <button id="send">Pagar</button>
  </form>`;

const DEFAULTS = (more = "") =>
  `{ success_url: "https://merchant.com/success", cancel_url: "https://merchant.com/cancel", ${more} }`;

for (const [what, type] of Object.entries(TYPES)) {
  const defaults = DEFAULTS(type === "" ? 'customer_data: { tax_id: { type: "cl_rut" } }' : "");

  test(`a RUT with ${what} may be left blank`, async () => {
    const person = await open({ body: form(type + RUT), script: bound("", { defaults }) });
    await person.type("amount", "350.000");
    await person.click("#send");
    assert.deepEqual(await person.summary(), []);
    const [request] = await person.sent();
    assert.equal(request.amount, 350000);
    assert.ok(!("customer_data" in request));
    await person.close();
  });

  test(`a RUT with ${what} is sent when it is filled, and left out again`, async () => {
    const person = await open({ body: form(type + RUT + EMAIL), script: bound("", { defaults }) });
    await person.type("amount", "350.000");
    await person.type("customer_data[tax_id][value]", "111111111");
    await person.click("#send");
    await person.retype("customer_data[tax_id][value]", "");
    await person.type("customer_data[email]", "ana@example.com");
    await person.click("#send");
    const sent = await person.sent();
    assert.deepEqual(
      sent.map(({ customer_data }) => customer_data),
      [{ tax_id: { type: "cl_rut", value: "11.111.111-1" } }, { email: "ana@example.com" }],
    );
    await person.close();
  });
}

test("a type that the person has chosen asks for the number, by its name", async () => {
  const body = form(`${TYPES["a type with a first option"]}${RUT}`);
  const person = await open({ body, script: bound() });
  await person.type("amount", "350.000");
  await person.choose("customer_data[tax_id][type]", "mx_rfc");
  await person.click("#send");
  assert.deepEqual(await person.summary(), ["Escribe tu RFC."]);
  await person.choose("customer_data[tax_id][type]", "cl_rut");
  await person.click("#send");
  assert.equal((await person.sent()).length, 1);
  await person.close();
});

test("a subscription that asks for a RUT alone says so", async () => {
  const defaults = DEFAULTS('flow: "setup"');
  const script = bound('levels: { "customer-required": "deny" },', { defaults });
  const person = await open({ body: form(`${TYPES["a hidden type"]}${RUT}`), script });
  await person.click("#send");
  assert.deepEqual(await person.summary(), ["Escribe tu RUT."]);
  await person.close();
});

test("what is known of a customer is sent without a RUT", async () => {
  const known = '<input type="hidden" name="customer_data[email]" value="ana@example.com">';
  const person = await open({ body: form(known + TYPES["a hidden type"] + RUT), script: bound() });
  await person.type("amount", "350.000");
  await person.click("#send");
  assert.deepEqual((await person.sent())[0].customer_data, { email: "ana@example.com" });
  await person.close();
});

const row = (index, quantity, name = "") => `
  <label>Producto ${index} <input name="line_items[${index}][price_data][product_data][name]" value="${name}"></label>
  <label>Cantidad ${index} <input name="line_items[${index}][quantity]" value="${quantity}"></label>
  <label>Precio ${index} <input name="line_items[${index}][price_data][unit_amount]"></label>
  <select aria-label="Moneda ${index}" name="line_items[${index}][price_data][currency]"><option>CLP</option><option>MXN</option></select>
  <select aria-label="Cada ${index}" name="line_items[${index}][price_data][recurring][interval]"><option value="month">mes</option></select>`;

test("a row with a preset quantity, currency and interval is blank until something of it is typed", async () => {
  const person = await open({ body: form(row(0, "1") + row(1, "1")), script: bound() });
  await person.type("amount", "350.000");
  await person.click("#send");
  assert.deepEqual(Object.keys((await person.sent())[0]).includes("line_items"), false);
  await person.type("line_items[1][price_data][product_data][name]", "Silla");
  await person.click("#send");
  assert.match((await person.summary()).join(), /Producto 2: /);
  await person.close();
});

test("a row whose quantity a person has typed is not blank", async () => {
  const person = await open({ body: form(row(0, "1")), script: bound() });
  await person.type("amount", "350.000");
  await person.retype("line_items[0][quantity]", "3");
  await person.click("#send");
  assert.notDeepEqual(await person.summary(), []);
  assert.deepEqual(await person.sent(), []);
  await person.close();
});

test("a row whose name a server has written back is not blank", async () => {
  const person = await open({ body: form(row(0, "1", "Silla")), script: bound() });
  await person.type("amount", "350.000");
  await person.click("#send");
  assert.match((await person.summary()).join(), /Producto 1: /);
  assert.deepEqual(await person.sent(), []);
  await person.close();
});

test("a name that is known of a customer does not ask who pays", async () => {
  const known = '<label>Nombre <input name="customer_data[name]" value="Ana"></label>';
  const person = await open({ body: form(known + EMAIL), script: bound() });
  await person.type("amount", "350.000");
  await person.click("#send");
  assert.ok(!("customer_data" in (await person.sent())[0]));
  await person.type("customer_data[name]", " María");
  await person.click("#send");
  assert.deepEqual(await person.summary(), ["Indica quién paga: escribe tu correo."]);
  await person.close();
});

const menu = (index, name, price) => `
  <input type="hidden" name="line_items[${index}][price_data][product_data][name]" value="${name}">
  <input type="hidden" name="line_items[${index}][price_data][unit_amount]" value="${price}">
  <label>${name} <input name="line_items[${index}][quantity]"></label>`;

test("of a list of products those without a quantity are left out, in the browser and in what is posted", async () => {
  const body = form(menu(0, "Pan", "1000") + menu(1, "Queso", "5000"));
  const person = await open({ body, script: bound() });
  await person.type("line_items[1][quantity]", "2");
  await person.click("#send");
  const [{ line_items }] = await person.sent();
  assert.deepEqual(
    line_items.map(({ quantity, price_data }) => [quantity, price_data.product_data.name]),
    [[2, "Queso"]],
  );
  const names = await person.page.evaluate(() => [...new FormData(document.forms[0]).keys()]);
  assert.deepEqual(
    names.filter((name) => name.startsWith("line_items[0]")),
    ["line_items[0][quantity]"],
  );
  await person.close();
});

test("rows and metadata that only have hidden controls are sent", async () => {
  const hidden = (name, value) => `<input type="hidden" name="${name}" value="${value}">`;
  const body = form(
    menu(0, "Pan", "1000").replace("<label>Pan <input ", '<input type="hidden" value="2" ').replace("</label>", "") +
      hidden("metadata[order]", "0012") +
      '<label>Nota <input name="metadata[note]"></label>',
  );
  const person = await open({ body, script: bound() });
  await person.click("#send");
  const [{ line_items, metadata }] = await person.sent();
  assert.equal(line_items.length, 1);
  assert.deepEqual(metadata, { order: "0012" });
  await person.close();
});
