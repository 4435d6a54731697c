/** The built pages of rules in a browser. */

import assert from "node:assert/strict";
import { pathToFileURL } from "node:url";
import { test } from "node:test";

import { rules } from "../../../pkg/dist/index.js";
import { choose, middleOf, press, settle } from "./person.js";
import { BUILT, DESK, ONLY_CHROMIUM, PHONE, barriers, server, visit } from "./visit.js";

const PAGES = { en: "rules.html", es: "rules.es.html" };
const pageIn = (language, options = {}) => ({ address: server.url + PAGES[language], ready: "#filters:not([hidden])", ...options });
const shown = (page) => page.$$eval("article", (articles) => articles.filter((article) => !article.hidden).map(({ id }) => id));
const flat = (text) => text.replaceAll("`", "").replace(/\s+/g, " ");

for (const language of ["en", "es"]) {
  test(`every rule is on the page with its texts, ${language}`, () =>
    visit(async (page) => {
      assert.equal(await page.evaluate(() => document.documentElement.lang), language);
      const texts = new Map(await page.$$eval("article", (articles) => articles.map(({ id, textContent }) => [id, textContent])));
      const catalogue = rules({ locale: language });
      assert.deepEqual([...texts.keys()], catalogue.map(({ rule }) => rule));
      for (const { rule, when, scope, at, note, sources, codes } of catalogue) {
        const text = flat(texts.get(rule));
        const parts = [when, scope, at, ...(note ? [note] : []), ...codes, ...sources.flatMap(({ title, part }) => [title, part])];
        for (const part of parts) assert.ok(text.includes(flat(part)), `${rule}: ${part}`);
      }
    }, pageIn(language)));
}

test("the rules are searched and filtered", () =>
  visit(async (page) => {
    const catalogue = rules();
    await press(page, "#filters [name=text]");
    await page.keyboard.type("check digit");
    await settle(page);
    assert.ok((await shown(page)).includes("rut-check-digit"));
    assert.ok((await shown(page)).length < 20);
    assert.match(await page.$eval("#found", ({ textContent }) => textContent), new RegExp(`^${(await shown(page)).length} of ${catalogue.length} rules$`));
    await press(page, "#filters [name=text]", { count: 3 });
    await page.keyboard.press("Backspace");
    for (const [name, value, matches] of [
      ["version", "v1", ({ versions }) => versions.includes("v1")],
      ["flow", "setup", ({ flows }) => flows.includes("setup")],
      ["level", "warning", ({ level }) => level === "warning"],
      ["field", "currency", ({ fields }) => fields.includes("currency") || fields.includes("*")],
    ]) {
      await choose(page, `#filters [name=${name}]`, value);
      const expected = catalogue.filter(matches).map(({ rule }) => rule);
      assert.ok(expected.length > 0 && expected.length < catalogue.length);
      assert.deepEqual(await shown(page), expected, name);
      await choose(page, `#filters [name=${name}]`, "");
    }
    assert.equal((await shown(page)).length, catalogue.length);
  }, pageIn("en")));

test("a link leads to its rule, also if a filter hides it, and to the other language", () =>
  visit(async (page) => {
    await choose(page, "#filters [name=level]", "warning");
    await page.evaluate(() => (location.hash = "#enum"));
    await settle(page);
    assert.ok((await shown(page)).includes("enum"));
    const middle = await middleOf(page, "#language");
    await Promise.all([page.waitForNavigation(), page.mouse.click(...middle)]);
    assert.match(page.url(), /rules\.es\.html#enum$/);
  }, pageIn("en")));

test("each example opens in the playground, where the invalid one breaks its rule and the valid one does not", () =>
  visit(async (page) => {
    const links = await page.$$eval("article", (articles) =>
      articles.flatMap(({ id, classList }) =>
        [...document.getElementById(id).querySelectorAll("figure")].map((figure, index) => ({ id, level: classList[0], isInvalid: index === 0, href: figure.querySelector("a")?.href })),
      ),
    );
    const opened = links.filter(({ href }) => href);
    assert.ok(opened.length > 150, `${opened.length} links`);
    await page.goto(server.url);
    for (const { id, isInvalid, href } of opened) {
      // A change of the fragment alone is a link that was followed in the playground.
      const { hash } = new URL(href);
      await page.evaluate(async (hash) => {
        const changed = new Promise((resolve) => addEventListener("hashchange", resolve, { once: true }));
        location.hash = hash;
        await changed;
      }, hash);
      await page.waitForFunction(() => location.hash === "");
      await settle(page);
      const found = await page.$$eval("#violations > li", (rows) => rows.map(({ dataset }) => dataset.key?.split(" ")[0]));
      assert.equal(found.includes(id), isInvalid, `${id}, ${isInvalid ? "invalid" : "valid"}: ${found}`);
    }
  }, pageIn("en")));

test("the page opened from disk shows every rule without scripts", ONLY_CHROMIUM, () =>
  visit(
    async (page) => {
      assert.equal((await shown(page)).length, rules().length);
      assert.equal(await page.$("#filters:not([hidden])"), null);
    },
    { address: `${pathToFileURL(BUILT)}/rules.html`, ready: "article", scripts: false },
  ));

for (const dark of [false, true]) {
  for (const [device, screen] of Object.entries({ desk: DESK, phone: PHONE })) {
    test(`axe finds no barrier, ${dark ? "dark" : "light"}, ${device}`, async () => {
      for (const language of ["en", "es"]) {
        await visit(async (page) => {
          assert.deepEqual(await barriers(page), []);
          assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= screen.width);
        }, pageIn(language, { dark, screen }));
      }
    });
  }
}
