/** The built playground in a browser. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";
import { after, before, test } from "node:test";

import { launchBrowser } from "../js/browsers.js";
import { serve } from "../../../www/serve.js";

const BUILT = fileURLToPath(new URL("../../../target/www", import.meta.url));
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const KIND = process.env.BROWSER ?? "chromium";

let browser;
let server;

before(async () => {
  [browser, server] = await Promise.all([launchBrowser(KIND), serve(BUILT)]);
});
after(async () => {
  await browser?.close();
  server?.close();
});

/** Opens the page, runs a test in it, and fails on any error of the page. */
async function visit(act, { address = server.url, width = 1400, dark = false } = {}) {
  const page = await browser.newPage();
  const failures = [];
  page.on("pageerror", (error) => failures.push(error));
  await page.setViewport({ width, height: 900 });
  // Firefox cannot emulate these features, and shows light colours.
  const features = { "prefers-color-scheme": dark ? "dark" : "light", "prefers-reduced-motion": "reduce" };
  if (KIND === "chromium") await page.emulateMediaFeatures(Object.entries(features).map(([name, value]) => ({ name, value })));
  await page.goto(address);
  await page.waitForSelector("#verdict strong");
  await act(page);
  await page.close();
  assert.deepEqual(failures, []);
}

const text = (page, selector) => page.$eval(selector, (element) => element.textContent);
const request = async (page) => JSON.parse(await page.$eval("#text", ({ value }) => value));
const rules = (page) => page.$$eval("#violations .head code:first-of-type", (codes) => codes.map((code) => code.textContent));
const settle = (page) => page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 30)));

async function write(page, value) {
  await page.$eval("#text", (area, value) => {
    area.value = value;
    area.dispatchEvent(new Event("input", { bubbles: true }));
  }, value);
  await settle(page);
}

async function retype(page, selector, value) {
  await page.$eval(selector, (input) => {
    input.focus();
    input.select();
  });
  await page.keyboard.type(value);
  await page.keyboard.press("Tab");
  await settle(page);
}

/** Returns the violations that axe finds. */
async function barriers(page) {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`));
}

test("typing in the form updates the request and the report", () =>
  visit(async (page) => {
    await page.select("#locale", "es-CL");
    await page.select("#gallery", "payment-with-items");
    assert.match(await text(page, "#verdict"), /^Válida/);
    await retype(page, "[name=amount]", "350.000");
    assert.equal((await request(page)).amount, 350000);
    assert.equal((await request(page)).metadata.order, "A-10417", "fields that the form lacks are kept");
    assert.deepEqual(await rules(page), ["amount-equals-total"]);
    assert.match(await text(page, "#violations"), /debe ser el total.*35970/);
    await page.click("#violations .actions button");
    assert.equal((await request(page)).amount, 35970);
    assert.match(await text(page, "#verdict"), /^Válida/);
    assert.equal(await page.$eval("[name=amount]", ({ value }) => value), "$35.970");
  }));

test("editing the request updates the form, and marks the violations", () =>
  visit(async (page) => {
    await write(page, '{"flow": "subscription", "amount": 990, "currency": "CLP", "line_items": [{}, {"quantity": 0}]}');
    assert.equal(await page.$$eval("#items > li", (rows) => rows.length), 2);
    assert.equal(await page.$eval("[name=flow]:checked", ({ value }) => value), "subscription");
    assert.equal(await page.$$eval("#backdrop .at-error", (marks) => marks.at(-1).textContent), "0");
    await write(page, '{"amount": 1,}');
    assert.deepEqual(await rules(page), ["json-syntax"]);
    assert.equal(await text(page, "#backdrop .at-error"), "}");
  }));

test("the flow and the version select the visible fields; items can be added and removed", () =>
  visit(async (page) => {
    await page.select("#gallery", "payment");
    assert.ok(await page.$eval("[name=amount]", (input) => input.checkVisibility()));
    await page.evaluate(() => document.querySelector("[name=flow][value=setup]").click());
    await settle(page);
    assert.ok(!(await page.$eval("[name=amount]", (input) => input.checkVisibility())));
    assert.equal((await request(page)).amount, undefined);
    await page.evaluate(() => document.querySelector("[name=flow][value=payment]").click());
    await page.click("#add");
    await page.keyboard.type("Pan");
    await page.click("#add");
    await settle(page);
    await page.click("#items > li:last-child .remove");
    await settle(page);
    assert.deepEqual((await request(page)).line_items.map(({ price_data }) => price_data.product_data.name), ["Pan"]);
    await page.evaluate(() => document.querySelector("[name=version][value=v1]").click());
    await settle(page);
    assert.ok(!(await page.$eval("[name=ui_mode]", (input) => input.checkVisibility())));
  }));

test("every example with violations has marked lines", () =>
  visit(async (page) => {
    const names = await page.$$eval("#gallery option", (options) => options.map(({ value }) => value).filter(Boolean));
    assert.ok(names.length >= 20, `${names.length} examples`);
    for (const name of names) {
      await page.select("#gallery", name);
      const found = await page.$$eval("#violations > li", (items) => items.length);
      const marked = await page.$$eval("#gutter :is(.error, .warning)", (lines) => lines.length);
      assert.equal(found > 0, marked > 0, name);
    }
  }));

test("a level changes the report, and all levels can be reset", () =>
  visit(async (page) => {
    await page.select("#gallery", "payment-wrong-total");
    await page.select("#violations .actions select", "warn");
    assert.match(await text(page, "#verdict"), /^Valid 1 warning/);
    await page.click("#strict");
    assert.match(await text(page, "#verdict"), /^Invalid/);
    await page.click("#levels");
    await page.type("#rule-search", "amount-equals-total");
    assert.equal(await page.$$eval(".rule", (rows) => rows.length), 1);
    await page.click("#reset");
    await page.click("dialog .primary");
    assert.match(await text(page, "#levels"), /^Levels$/);
  }));

test("a link contains the request and every option, and the page sends nothing", () =>
  visit(async (page) => {
    const asked = [];
    page.on("request", (request) => asked.push(request.url()));
    await page.select("#gallery", "v1-payment");
    await page.select("#locale", "es-MX");
    await page.click("#strict");
    await page.click("#share");
    await page.waitForFunction(() => location.hash.length > 2);
    const address = page.url();
    assert.deepEqual(asked, []);
    await visit(
      async (other) => {
        assert.deepEqual(await request(other), await request(page));
        assert.equal(await other.$eval("#locale", ({ value }) => value), "es-MX");
        assert.ok(await other.$eval("#strict", ({ checked }) => checked));
        assert.equal(await other.$eval("[name=version]:checked", ({ value }) => value), "v1");
      },
      { address },
    );
    for (const broken of ["#x", "#%00", `#${"A".repeat(70_000)}`]) {
      await visit(async (other) => assert.match(await text(other, "#verdict"), /^(Invalid|Inválida) /), { address: server.url + broken });
    }
  }));

test("the keyboard alone leads from the amount to its error", () =>
  visit(async (page) => {
    await page.select("#gallery", "payment");
    await page.focus("[name=amount]");
    await page.keyboard.press("End");
    await page.keyboard.type(".5");
    await page.keyboard.press("Enter");
    await settle(page);
    assert.ok(await page.evaluate(() => document.activeElement.matches("[data-preflight-summary]")));
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    assert.equal(await page.evaluate(() => document.activeElement.name), "amount");
  }));

test("a page opened from disk validates", { skip: KIND !== "chromium" && "WebDriver opens none" }, () =>
  visit(async (page) => assert.match(await text(page, "#verdict"), /^Invalid /), { address: `${pathToFileURL(BUILT)}/index.html` }));

for (const dark of [false, true]) {
  test(`axe finds nothing, ${dark ? "dark" : "light"}`, () =>
    visit(
      async (page) => {
        for (const locale of ["en", "es-CL"]) {
          await page.select("#locale", locale);
          for (const name of ["payment-many-mistakes", "subscription", "setup", "v1-payment"]) {
            await page.select("#gallery", name);
            assert.deepEqual(await barriers(page), [], `${locale} ${name}`);
          }
        }
        await page.select("#gallery", "payment-many-mistakes");
        await page.click("#form [type=submit]");
        await settle(page);
        assert.deepEqual(await barriers(page), [], "after it was submitted");
        await write(page, "{");
        assert.deepEqual(await barriers(page), [], "not JSON");
        await page.click("#levels");
        assert.deepEqual(await barriers(page), [], "with the dialog");
      },
      { dark },
    ));
}

test("at 400 % and on narrow screens nothing overflows horizontally", () =>
  visit(
    async (page) => {
      assert.deepEqual(await barriers(page), []);
      for (const name of ["payment-many-mistakes", "subscription-many-mistakes"]) {
        await page.select("#gallery", name);
        await page.click("#form [type=submit]");
        await settle(page);
        assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 320);
      }
    },
    { width: 320 },
  ));
