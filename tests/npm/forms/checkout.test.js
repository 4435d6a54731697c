/** Forms filled as people fill them, from the first key to the request that is sent. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { open, useBrowser } from "./person.js";

useBrowser();

const URLS = { success_url: "https://merchant.com/success", cancel_url: "https://merchant.com/cancel" };

async function addRow(person, index, name, quantity, price) {
  await person.click("#add");
  await person.type(`line_items[${index}][price_data][product_data][name]`, name);
  await person.type(`line_items[${index}][quantity]`, quantity);
  await person.type(`line_items[${index}][price_data][unit_amount]`, price);
}

for (const page of ["chile", "strict"]) {
  test(`${page}: a Chilean payment of 350.000 pesos`, async () => {
    const person = await open(page);
    await person.type("customer_email", "ana@example.com");
    await person.type("amount", "350.000");
    await person.choose("customer_data[tax_id][type]", "cl_rut");
    await person.type("customer_data[tax_id][value]", "111111111");
    await person.click("[value=card]");
    await person.click("terms");
    await person.click("#send");
    assert.deepEqual(await person.summary(), []);
    assert.deepEqual(await person.sent(), [
      {
        ...URLS,
        customer_email: "ana@example.com",
        amount: 350000,
        currency: "CLP",
        flow: "payment",
        customer_data: { tax_id: { type: "cl_rut", value: "11.111.111-1" } },
        payment_method_types: ["card"],
      },
    ]);
    await person.close();
  });
}

test("a Mexican payment with centavos", async () => {
  const person = await open("mexico");
  await person.choose("currency", "MXN");
  await person.type("amount", "$3,500.50");
  await person.click("terms");
  await person.click("#send");
  const [request] = await person.sent();
  assert.equal(request.amount, 350050);
  assert.equal(request.currency, "MXN");
  await person.close();
});

test("an amount that can be read in two ways is refused, with words and not with a guess", async () => {
  const person = await open("chile");
  await person.type("amount", "350,000");
  await person.leave();
  assert.equal(
    await person.message("amount"),
    "“Monto” se puede leer de dos maneras. ¿Quisiste decir $350.000 o $350?",
  );
  await person.retype("amount", "350,5");
  await person.leave();
  assert.match(await person.message("amount"), /sin decimales/);
  await person.click("terms");
  await person.click("#send");
  assert.deepEqual(await person.sent(), []);
  await person.retype("amount", "350.000");
  assert.equal(await person.message("amount"), "");
  await person.press("Enter");
  assert.equal((await person.sent())[0].amount, 350000);
  await person.close();
});

test("a subscription whose items do not add up is mended", async () => {
  const person = await open("chile");
  await person.choose("flow", "subscription");
  await person.type("customer_email", "ana@example.com");
  await person.type("customer_data[name]", "Ana");
  await person.choose("customer_data[tax_id][type]", "cl_rut");
  await person.type("customer_data[tax_id][value]", "11.111.111-1");
  await person.type("amount", "45.000");
  await addRow(person, 0, "Silla", "4", "45.000");
  await person.choose("line_items[0][price_data][recurring][interval]", "month");
  await person.leave();
  assert.equal(await person.message("amount"), "El monto y los productos no cuadran: los productos suman $180.000.");
  await person.click("terms");
  await person.click("#send");
  assert.equal(await person.focused(), "preflight-summary");
  assert.deepEqual(await person.summary(), ["El monto y los productos no cuadran: los productos suman $180.000."]);
  await person.retype("line_items[0][quantity]", "1");
  assert.deepEqual(await person.summary(), []);
  await person.press("Enter");
  const [{ line_items }] = await person.sent();
  const price_data = {
    unit_amount: 45000,
    product_data: { name: "Silla" },
    recurring: { interval: "month" },
    currency: "CLP",
  };
  assert.deepEqual(line_items, [{ quantity: 1, price_data }]);
  await person.close();
});

test("a total that the person cannot change is mended at the items", async () => {
  const person = await open("chile");
  await person.type("amount", "45.000");
  await addRow(person, 0, "Silla", "4", "45.000");
  await person.page.$eval("[name=amount]", (input) => (input.readOnly = true));
  await person.click("#send");
  assert.match(await person.message("line_items[0][quantity]"), /suman \$180\.000/);
  assert.equal(await person.message("amount"), "");
  await person.close();
});

test("a setup asks for no amount", async () => {
  const person = await open("chile");
  await person.choose("flow", "setup");
  await person.type("amount", "1.000");
  await person.leave();
  assert.match(await person.message("amount"), /en blanco/);
  await person.retype("amount", "");
  assert.equal(await person.message("amount"), "");
  await person.type("customer_data[name]", "Ana");
  await person.choose("customer_data[tax_id][type]", "cl_rut");
  await person.type("customer_data[tax_id][value]", "11.111.111-1");
  await person.click("terms");
  await person.click("#send");
  const [request] = await person.sent();
  assert.equal(request.flow, "setup");
  assert.ok(!("amount" in request));
  await person.close();
});

test("rows that are added are judged, and those that are removed are not sent", async () => {
  const person = await open("chile");
  await addRow(person, 0, "Silla", "1", "45.000");
  await addRow(person, 1, "Mesa", "0", "90.000");
  await addRow(person, 2, "Pan", "2", "1.000");
  await person.leave();
  assert.match(await person.message("line_items[1][quantity]"), /1 o más/);
  await person.click("terms");
  await person.click("#send");
  assert.deepEqual(await person.summary(), ["Producto 2: En “Cantidad”, escribe 1 o más."]);
  await person.page.click(".row:nth-of-type(2) .remove");
  await person.settle();
  assert.deepEqual(await person.summary(), []);
  await person.click("#send");
  const [{ line_items }] = await person.sent();
  assert.deepEqual(
    line_items.map(({ quantity }) => quantity),
    [1, 2],
  );
  await person.close();
});

test("a local time is sent in UTC", async () => {
  const person = await open("chile");
  await person.type("amount", "1.000");
  const [typed, expected] = await person.page.$eval("[name=expires_at]", (input) => {
    const time = new Date(Math.ceil(Date.now() / 60_000) * 60_000 + 86_400_000);
    const two = (number) => String(number).padStart(2, "0");
    input.value = `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}T${two(time.getHours())}:${two(time.getMinutes())}`;
    return [input.value, time.toISOString().replace(".000Z", "Z")];
  });
  assert.ok(typed);
  await person.click("terms");
  await person.click("#send");
  assert.equal((await person.sent())[0].expires_at, expected);
  await person.close();
});

test("names that no field has are told once", async () => {
  const person = await open("chile");
  await person.type("amount", "12");
  assert.deepEqual(await person.page.evaluate("globalThis.unknown"), ["terms"]);
  await person.close();
});
