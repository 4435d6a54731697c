/** When mistakes are shown, and when they go. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { open, useBrowser } from "./person.js";

useBrowser();

test("a slow typist is told nothing before leaving the field, and rewarded at once", async () => {
  const person = await open("chile");
  await person.page.click("[name=customer_email]");
  for (const key of "ana@") {
    await person.page.keyboard.type(key, { delay: 50 });
    assert.equal(await person.message("customer_email"), "");
  }
  await person.leave();
  assert.match(await person.message("customer_email"), /nombre@ejemplo\.cl/);
  assert.equal(await person.invalid("customer_email"), "true");
  await person.page.focus("[name=customer_email]");
  await person.press("End");
  await person.page.keyboard.type("x");
  assert.equal(await person.message("customer_email"), "");
  assert.equal(await person.invalid("customer_email"), null);
  await person.page.keyboard.type("@");
  assert.equal(await person.message("customer_email"), "", "the new mistake waits");
  await person.leave();
  assert.match(await person.message("customer_email"), /nombre@ejemplo\.cl/);
  await person.close();
});

test("only what was touched is shown before the form is submitted", async () => {
  const person = await open("chile");
  await person.type("customer_email", "x");
  await person.leave();
  assert.notEqual(await person.message("customer_email"), "");
  assert.equal(await person.message("amount"), "");
  await person.leave();
  assert.equal(await person.message("amount"), "", "nothing was typed there");
  assert.deepEqual(await person.summary(), []);
  await person.click("#send");
  assert.equal(await person.message("amount"), "Escribe el monto, por ejemplo $350.000.");
  assert.equal((await person.summary()).length, 3);
  await person.close();
});

test("with submit-only nothing is shown before, and what is mended goes at once", async () => {
  const person = await open("english");
  await person.type("customer_email", "x");
  await person.leave();
  assert.equal(await person.message("customer_email"), "");
  await person.click("#send");
  assert.match(await person.message("customer_email"), /name@example\.com/);
  await person.retype("customer_email", "ana@example.com");
  assert.equal(await person.message("customer_email"), "");
  await person.close();
});

test("what is pasted is judged like what is typed", async () => {
  const person = await open("chile");
  await person.page.click("[name=amount]");
  await person.page.evaluate(() => document.execCommand("insertText", false, " $350.000.- "));
  await person.leave();
  assert.equal(await person.message("amount"), "");
  assert.equal((await person.judgement()).request.amount, 350000);
  await person.retype("amount", "");
  await person.page.evaluate(() => document.execCommand("insertText", false, "US$ 350"));
  assert.equal(await person.message("amount"), "");
  await person.leave();
  assert.match(await person.message("amount"), /CLP/);
  await person.close();
});

test("what a browser fills in by itself is judged, and shown, without a visit", async () => {
  const person = await open("chile");
  await person.page.evaluate(() => {
    const fill = (name, value) => {
      const input = document.querySelector(`[name="${name}"]`);
      input.value = value;
      for (const type of ["input", "change"]) input.dispatchEvent(new Event(type, { bubbles: true }));
    };
    fill("customer_email", "not an address");
    fill("amount", "350.000");
  });
  await person.settle();
  assert.notEqual(await person.message("customer_email"), "");
  assert.equal((await person.judgement()).request.amount, 350000);
  await person.close();
});

test("what comes back with the page is judged", async () => {
  const person = await open("chile");
  const { page } = person;
  await person.type("customer_email", "x");
  await person.type("amount", "350.000");
  await page.goto(new URL("/elsewhere", page.url()).href);
  await page.evaluate(() => history.back());
  await page.waitForFunction(() => location.pathname === "/chile" && globalThis.ready);
  await page.waitForFunction(() => document.querySelector("[name=amount]").value === "350.000");
  await person.settle();
  assert.equal((await person.judgement()).request.amount, 350000);
  await person.click("#send");
  assert.equal((await person.summary()).length, 2);
  await person.retype("customer_email", "ana@example.com");
  assert.deepEqual(await person.summary(), ["Completa “Acepto”."]);
  await person.close();
});

test("everything can be done by key", async () => {
  const person = await open("chile");
  await person.press("Tab");
  assert.equal(await person.focused(), "customer_email");
  await person.page.keyboard.type("ana");
  await person.press("Enter");
  assert.equal(await person.focused(), "preflight-summary");
  await person.press("Tab");
  await person.press("Enter");
  assert.equal(await person.focused(), "customer_email");
  assert.equal(new URL(person.page.url()).hash, "", "the address is the page's own");
  await person.page.keyboard.type("@example.com");
  await person.press("Tab");
  await person.page.keyboard.type("350.000");
  await person.page.focus("[name=terms]");
  await person.press(" ", "Tab", "Enter");
  assert.equal((await person.sent()).length, 1);
  await person.close();
});

test("everything that happens at one moment is judged once", async () => {
  const person = await open("chile");
  const judged = await person.page.evaluate(async () => {
    const before = globalThis.judged;
    const input = document.querySelector("[name=amount]");
    for (let count = 0; count < 10; count++) input.dispatchEvent(new Event("input", { bubbles: true }));
    await null;
    return globalThis.judged - before;
  });
  assert.equal(judged, 1);
  await person.close();
});

test("a click that leaves a field reaches its button", async () => {
  const person = await open("posting");
  await person.page.addStyleTag({ content: ".preflight-message:not(:empty) { display: block; height: 200px }" });
  await person.type("amount", "x");
  await person.click("#add");
  assert.equal(await person.page.$$eval(".row", ({ length }) => length), 1);
  await person.settle();
  assert.notEqual(await person.message("amount"), "");
  await person.close();
});

test("a form that is reset says nothing", async () => {
  const person = await open("chile");
  await person.type("amount", "x");
  await person.click("#send");
  await person.page.evaluate(() => document.querySelector("form").reset());
  await person.settle();
  assert.equal(await person.message("amount"), "");
  assert.deepEqual(await person.summary(), []);
  assert.equal((await person.judgement()).request.amount, undefined);
  await person.close();
});
