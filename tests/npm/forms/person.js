/** A person at a page: types, moves by key, and reads the page. */

import { after, before } from "node:test";

import { launchBrowser } from "../js/browsers.js";
import { addPage, servePages } from "./pages.js";

const KIND = process.env.BROWSER ?? "chromium";

let browser;
let server;

/** Starts a browser for the tests of a file. */
export function useBrowser() {
  before(async () => {
    [browser, server] = await Promise.all([launchBrowser(KIND), servePages()]);
  });
  after(async () => {
    await browser?.close();
    server?.close();
  });
}

export const posted = () => server.posted;

/**
 * Opens a page; what goes wrong in it is thrown when the person leaves. What it writes to the console is kept.
 *
 * @param {string | { body: string, script: string, lang?: string }} what the name of a page, or its content
 */
export async function open(what) {
  const page = await browser.newPage();
  const failures = [];
  const name = typeof what === "string" ? what : addPage(what);
  page.on("pageerror", (error) => failures.push(error));
  page.on("console", (message) => person.console.push(`${message.type()}: ${message.text()}`));
  const person = createPerson(page, failures);
  await page.goto(`${server.address}/${name}`);
  await page.waitForFunction("globalThis.ready");
  return person;
}

function createPerson(page, failures) {
  const $ = (name) => (/[#\[.]/.test(name[0]) ? name : `[name="${name}"]`);
  /** Lets the page do what it has put off: its timers run in the order in which they were set. */
  const settle = () => page.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
  const press = async (...keys) => {
    for (const key of keys) await page.keyboard.press(key);
    await settle();
  };
  const chord = async (key) => {
    await page.keyboard.down("Control");
    await page.keyboard.press(key);
    await page.keyboard.up("Control");
  };
  /** Copies a text by key. WebDriver, with which Firefox is run, cannot send a text as one event. */
  const copy = async (text) => {
    await page.evaluate((text) => {
      const area = document.body.appendChild(document.createElement("textarea"));
      area.value = text;
      area.select();
    }, text);
    await chord("c");
    await page.evaluate(() => document.body.lastElementChild.remove());
  };
  const person = {
    page,
    console: [],
    /** Clicks into a field and types, key by key. */
    async type(name, text) {
      await page.click($(name));
      await page.keyboard.type(text);
      await settle();
    },
    /** Replaces the text of a field. */
    async retype(name, text) {
      await page.focus($(name));
      await page.$eval($(name), (input) => input.select());
      await page.keyboard.press("Backspace");
      await page.keyboard.type(text);
      await settle();
    },
    /** Chooses an option with the arrow keys. */
    async choose(name, value) {
      await page.focus($(name));
      const steps = await page.$eval(
        $(name),
        (select, value) => [...select.options].findIndex((option) => option.value === value) - select.selectedIndex,
        value,
      );
      for (let step = 0; step < Math.abs(steps); step++) await page.keyboard.press(steps > 0 ? "ArrowDown" : "ArrowUp");
      await settle();
    },
    /** Pastes a text: one event, unlike typing. */
    async paste(name, text) {
      if (KIND === "firefox") await copy(text);
      await page.click($(name));
      if (KIND === "firefox") await chord("v");
      else await page.keyboard.sendCharacter(text);
      await settle();
    },
    async click(name) {
      await page.click($(name));
      await settle();
    },
    /** Clicks on what leads to another page. */
    follow: (name) => Promise.all([page.waitForNavigation(), page.click($(name))]),
    press,
    /** Leaves the field with the tabulator. */
    leave: () => press("Tab"),
    settle,
    /** Returns the message at a control, from its accessible description. */
    message: (name) =>
      page.$eval($(name), (control) => {
        const ids = (control.getAttribute("aria-describedby") ?? "").split(" ");
        const said = ids.map((id) => document.getElementById(id)).filter((element) => element?.dataset.level);
        return said
          .map((element) => element.textContent)
          .join(" ")
          .replaceAll("\u00a0", " ");
      }),
    invalid: (name) => page.$eval($(name), (control) => control.getAttribute("aria-invalid")),
    focused: () =>
      page.evaluate(() => document.activeElement.name || document.activeElement.id || document.activeElement.className),
    summary: () =>
      page.$$eval(".preflight-summary li", (items) => items.map((item) => item.textContent.replaceAll("\u00a0", " "))),
    sent: () => page.evaluate("globalThis.sent"),
    judgement: () =>
      page.evaluate(() => {
        const { valid, request, errors } = globalThis.bound.judgement;
        return { valid, request, rules: errors.map(({ rule, param }) => `${rule} ${param}`) };
      }),
    async close() {
      await page.close();
      if (failures.length > 0) throw failures[0];
    },
  };
  return person;
}
