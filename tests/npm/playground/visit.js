/** Opens the built pages in a browser. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { after, before } from "node:test";

import { launchBrowser } from "../js/browsers.js";
import { serve } from "../../../www/serve.js";

export const BUILT = fileURLToPath(new URL("../../../target/www", import.meta.url));
export const KIND = process.env.BROWSER ?? "chromium";
/** The option of tests of what WebDriver, with which Firefox is run, cannot do. */
export const ONLY_CHROMIUM = { skip: KIND !== "chromium" && "WebDriver cannot do this" };
export const DESK = { width: 1366, height: 768 };
export const PHONE = { width: 390, height: 844 };

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

let browser;
export let server;

before(async () => {
  [browser, server] = await Promise.all([launchBrowser(KIND), serve(BUILT)]);
});
after(async () => {
  await browser?.close();
  server?.close();
});

/**
 * Opens a page as a new visitor, and runs a test in it. Fails on any error of the page, and on anything that its
 * content security policy has refused.
 *
 * @param {(page: import("puppeteer-core").Page) => Promise<unknown>} act
 * @param {object} [options]
 * @param {string} [options.address]
 * @param {string} [options.ready] a selector of an element that appears when the page is ready
 * @param {RegExp} [options.expected] the errors that the test causes
 * @param {boolean} [options.scripts] whether the page may run scripts
 * @param {(page: import("puppeteer-core").Page) => Promise<unknown>} [options.prepare] runs before the page is opened
 */
export async function visit(act, { prepare, address = server.url, screen = DESK, dark = false, ready = "#verdict strong", expected, scripts = true } = {}) {
  const visitor = await browser.createBrowserContext();
  if (KIND === "chromium") await visitor.overridePermissions(new URL(server.url).origin, ["clipboard-read", "clipboard-write", "clipboard-sanitized-write"]);
  const page = await visitor.newPage();
  page.setDefaultTimeout(0);
  const failures = [];
  page.on("pageerror", ({ message }) => failures.push(message));
  page.on("console", (message) => message.type() === "error" && failures.push(message.text()));
  await page.setViewport(screen);
  // Firefox cannot emulate these features, and shows light colours.
  const features = { "prefers-color-scheme": dark ? "dark" : "light", "prefers-reduced-motion": "reduce" };
  if (KIND === "chromium") await page.emulateMediaFeatures(Object.entries(features).map(([name, value]) => ({ name, value })));
  if (!scripts) await page.setJavaScriptEnabled(false);
  await prepare?.(page);
  await page.goto(address);
  await page.waitForSelector(ready);
  await act(page);
  await visitor.close();
  assert.deepEqual(failures.filter((failure) => !expected?.test(failure)), []);
}

/** Returns the violations that axe finds, once no colour changes any more. */
export async function barriers(page) {
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`));
}
