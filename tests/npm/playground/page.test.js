/** The built playground in a browser. All acts are real events of mouse and keyboard. */

import assert from "node:assert/strict";
import { pathToFileURL } from "node:url";
import { test } from "node:test";

import { choose, keys, middleOf, paste, press, retype, settle, write } from "./person.js";
import { BUILT, DESK, ONLY_CHROMIUM, PHONE, barriers, server, visit } from "./visit.js";

const text = (page, selector) => page.$eval(selector, (element) => element.textContent);
/** Returns the text of the request, which the page keeps for a reload after each change. */
const written = async (page) => JSON.parse(await page.evaluate(() => sessionStorage.getItem("fintoc-preflight"))).text;
const request = async (page) => JSON.parse(await written(page));
const rules = (page) => page.$$eval("#violations > li", (rows) => rows.map((row) => row.dataset.key.split(" ")[0]));
const value = (page, selector) => page.$eval(selector, (control) => control.value);
const underlined = (page) => page.$$eval("#editor >>> .cm-lintRange-error", (marks) => marks.map((mark) => mark.textContent));
/** Returns the selected text of the editor. In Firefox the selection of the document reaches into shadow roots. */
const selectedText = (page) =>
  page.evaluate(() => {
    const { shadowRoot } = document.querySelector("#editor");
    return (shadowRoot.getSelection?.() ?? document.getSelection()).toString();
  });
const focused = (page, property = "id") =>
  page.evaluate((property) => {
    let element = document.activeElement;
    while (element.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element.getAttribute(property) ?? element[property];
  }, property);

// The form

test("typing in the form updates the request and the report", () =>
  visit(async (page) => {
    await choose(page, "#locale", "es-CL");
    await choose(page, "#gallery", "payment-with-items");
    assert.match(await text(page, "#verdict"), /^Válida/);
    await retype(page, "[name=amount]", "350.000");
    assert.equal((await request(page)).amount, 350000);
    assert.equal((await request(page)).metadata.order, "A-10417", "fields that the form lacks are kept");
    assert.deepEqual(await rules(page), ["amount-equals-total"]);
    assert.match(await text(page, "#violations"), /debe ser el total.*35970/);
    await press(page, "#violations .apply");
    assert.equal((await request(page)).amount, 35970);
    assert.match(await text(page, "#verdict"), /^Válida/);
    assert.equal(await value(page, "[name=amount]"), "$35.970");
  }));

test("choices with the mouse update the request", () =>
  visit(async (page) => {
    await choose(page, "#gallery", "payment");
    await press(page, 'label:has([name="flow"][value="subscription"])');
    assert.equal((await request(page)).flow, "subscription");
    assert.ok((await rules(page)).includes("line-items-required-in-subscription"));
    await press(page, 'label:has([name="flow"][value="setup"])');
    assert.deepEqual([(await request(page)).flow, (await request(page)).amount], ["setup", undefined]);
    await press(page, 'label:has([name="flow"][value="payment"])');
    await press(page, '[name="payment_method_types[]"][value="bank_transfer"]');
    await press(page, '[name="payment_method_types[]"][value="card"]');
    const { payment_method_types: types } = await request(page);
    assert.deepEqual(types.toSorted(), ["bank_transfer", "card"]);
    await press(page, '[name="payment_method_types[]"][value="bank_transfer"]');
    assert.deepEqual((await request(page)).payment_method_types, ["card"]);
    await press(page, 'label:has([name="version"][value="v1"])');
    assert.ok(!(await page.$eval("[name=ui_mode]", (input) => input.checkVisibility())));
  }));

test("choices with the keyboard update the request", () =>
  visit(async (page) => {
    await choose(page, "#gallery", "payment");
    await choose(page, '#form [name="currency"]', "MXN");
    assert.equal((await request(page)).currency, "MXN");
    await page.focus('[name="flow"]:checked');
    await keys(page, "ArrowRight");
    assert.equal((await request(page)).flow, "subscription");
    await keys(page, "ArrowRight");
    assert.equal((await request(page)).flow, "setup");
    await page.focus('[name="payment_method_types[]"][value="pac"]');
    await keys(page, " ");
    assert.ok((await request(page)).payment_method_types.includes("pac"));
    await retype(page, '[name="subscription"]', "sub_3B2bODrQFje7ZVkT69xyaTSDwXQ");
    assert.equal((await request(page)).subscription, "sub_3B2bODrQFje7ZVkT69xyaTSDwXQ");
    await keys(page, "Shift+Tab");
    await choose(page, "#payer", "new");
    await choose(page, '[name="customer_data[tax_id][type]"]', "cl_rut");
    assert.deepEqual((await request(page)).customer_data, { tax_id: { type: "cl_rut" } });
  }));

test("pasting into a field updates the request", ONLY_CHROMIUM, () =>
  visit(async (page) => {
    await choose(page, "#gallery", "payment");
    for (const [name, pasted, expected] of [
      ["amount", "9990", 9990],
      ["customer_email", "ana@example.com", "ana@example.com"],
    ]) {
      await press(page, `[name=${name}]`, { count: 3 });
      await paste(page, pasted);
      assert.equal((await request(page))[name], expected);
      await keys(page, "Tab");
      assert.equal((await request(page))[name], expected);
    }
  }));

test("a list or object that is hidden is removed from the request as a whole", () =>
  visit(async (page) => {
    await choose(page, "#gallery", "payment-with-items");
    assert.ok((await written(page)).includes("image_url"), "the example has what the form does not show");
    await press(page, 'label:has([name="flow"][value="subscription"])');
    assert.ok((await written(page)).includes("image_url"));
    await press(page, 'label:has([name="flow"][value="setup"])');
    assert.equal((await request(page)).line_items, undefined);
    assert.equal((await request(page)).metadata.order, "A-10417");
    await choose(page, "#gallery", "payment");
    await write(page, '{"amount": 1, "currency": "CLP", "customer_data": {"name": "Ana", "x": 1}, "line_items": [{"x": 1}], "flow": "setup"}');
    await retype(page, "[name=customer_email]", "a@b.cl");
    assert.deepEqual((await request(page)).line_items, [{ x: 1 }], "what was hidden before stays");
    await choose(page, "#payer", "known");
    assert.equal((await request(page)).customer_data, undefined);
  }));

test("items can be added and removed", () =>
  visit(async (page) => {
    await choose(page, "#gallery", "payment");
    await press(page, "#add");
    await page.keyboard.type("Pan");
    await press(page, "#add");
    await press(page, "#items > li:last-child .remove");
    assert.deepEqual((await request(page)).line_items.map(({ price_data }) => price_data.product_data.name), ["Pan"]);
  }));

test("the form is grey, empty and inert while the JSON cannot be read", () =>
  visit(async (page) => {
    await choose(page, "#gallery", "payment-with-items");
    await write(page, '{"amount": 24990,}');
    assert.deepEqual(await rules(page), ["json-syntax"]);
    assert.match(await text(page, "#unreadable"), /cannot be read/);
    assert.deepEqual(await page.$eval("#form", (form) => [form.inert, Number(getComputedStyle(form).opacity) < 1]), [true, true]);
    assert.deepEqual(await page.$$eval("#form input:not([type=radio], [type=checkbox])", (inputs) => inputs.map(({ value }) => value).filter(Boolean)), []);
    assert.equal(await page.$("#violations select"), null, "the level of this rule cannot be lowered");
    await write(page, '{"amount": 24990}');
    assert.equal(await text(page, "#unreadable"), "");
    assert.equal(await value(page, "[name=amount]"), "24990");
    assert.equal(await page.$eval("#form", ({ inert }) => inert), false);
  }));

test("submitting says that a valid request would be sent, until it is changed", () =>
  visit(async (page) => {
    await choose(page, "#gallery", "payment");
    await press(page, "#form [type=submit]");
    assert.match(await text(page, "#sent"), /would be sent/);
    await retype(page, "[name=amount]", "350.000");
    assert.equal(await text(page, "#sent"), "");
    await choose(page, "#gallery", "payment-many-mistakes");
    await press(page, "#form [type=submit]");
    assert.equal(await text(page, "#sent"), "");
  }));

test("the form and the report agree on a wrong check digit", () =>
  visit(async (page) => {
    const customer = { name: "Ana", email: "a@b.cl", tax_id: { type: "cl_rut", value: "11.111.111-2" } };
    await write(page, JSON.stringify({ amount: 1, currency: "CLP", ui_mode: "embedded", customer_data: customer }));
    assert.match(await text(page, "#verdict"), /^Valid 1 warning/);
    await press(page, "#form [type=submit]");
    assert.match(await text(page, "#sent"), /would be sent/);
  }));

test("the keyboard alone leads from the amount to its error", () =>
  visit(async (page) => {
    await choose(page, "#gallery", "payment");
    await page.focus("[name=amount]");
    await page.keyboard.press("End");
    await page.keyboard.type(".5");
    await keys(page, "Enter");
    assert.ok(await page.evaluate(() => document.activeElement.closest("[data-preflight-summary]") !== null));
    await keys(page, "Tab");
    await keys(page, "Enter");
    assert.equal(await focused(page, "name"), "amount");
  }));

// The editor

test("editing the request updates the form, and marks the violations", () =>
  visit(async (page) => {
    await write(page, '{"flow": "subscription", "amount": 990, "currency": "CLP", "line_items": [{}, {"quantity": 0}]}');
    assert.equal(await page.$$eval("#items > li", (rows) => rows.length), 2);
    assert.equal(await value(page, "[name=flow]:checked"), "subscription");
    assert.ok((await underlined(page)).includes("0"));
    await write(page, '{"amount": 1,}');
    assert.deepEqual(await rules(page), ["json-syntax"]);
    assert.equal((await underlined(page)).length, 1);
  }));

test("hovering a mark shows its violation, and a button that fixes it", () =>
  visit(async (page) => {
    await write(page, '{"amount": 1, "ui_mode": "embedded", "currency": "clp"}');
    const mark = await page.waitForSelector("#editor >>> .cm-lintRange-error");
    await page.mouse.move(...(await middleOf(page, mark)));
    const action = await page.waitForSelector("#editor >>> .cm-diagnosticAction");
    assert.match(await page.$eval("#editor >>> .cm-tooltip", (tooltip) => tooltip.textContent), /currency must be CLP or MXN.*Use "CLP"/);
    assert.deepEqual(await barriers(page), []);
    await press(page, action);
    assert.equal((await request(page)).currency, "CLP");
    await keys(page, "Control+KeyZ");
    assert.equal((await request(page)).currency, "clp");
  }));

test("F8 goes to the next violation, Shift+F8 to the previous one, and Ctrl+. fixes it", () =>
  visit(async (page) => {
    await write(page, '{"amount": 1, "ui_mode": "embeded", "currency": "clp", "x": 1}');
    const selected = () => selectedText(page);
    await page.focus("#gallery");
    const seen = [];
    for (let count = 0; count < 6; count++) {
      await keys(page, "F8");
      seen.push(await selected());
    }
    assert.deepEqual(new Set(seen), new Set(['"embeded"', '"clp"', '"x"']), String(seen));
    const last = seen.at(-1);
    await keys(page, "F8");
    await keys(page, "Shift+F8");
    assert.equal(await selected(), last);
    while ((await selected()) !== '"clp"') await keys(page, "Shift+F8");
    assert.equal(await page.$$eval("#violations details[open] code.place", (places) => places.at(-1).textContent !== ""), true);
    await keys(page, "Control+Period");
    assert.equal((await request(page)).currency, "CLP");
    assert.equal(await focused(page, "className").then((name) => name.includes("cm-content")), true);
  }));

test("the editor closes brackets, undoes, searches, and leaves Tab to the browser", () =>
  visit(async (page) => {
    await press(page, "#editor >>> .cm-content");
    await keys(page, "Control+KeyA");
    await page.keyboard.type('{"a": [1');
    await settle(page);
    assert.equal(await written(page), '{"a": [1]}');
    await keys(page, "Control+KeyF");
    assert.equal(await focused(page, "name"), "search");
    assert.deepEqual(await barriers(page), []);
    await keys(page, "Escape");
    for (let count = 0; count < 10 && (await written(page)).length < 100; count++) await keys(page, "Control+KeyZ");
    assert.ok((await written(page)).includes("line_items"), "the text before is back");
    await keys(page, "Tab");
    assert.ok(!(await focused(page, "className")).includes("cm-content"));
  }));

test("formatting changes white space alone, and can be undone", () =>
  visit(async (page) => {
    await write(page, '{"amount":1.0,"currency":"CLP"}');
    await press(page, "#format");
    assert.equal(await written(page), '{\n  "amount": 1.0,\n  "currency": "CLP"\n}');
    await keys(page, "Control+KeyZ");
    assert.equal(await written(page), '{"amount":1.0,"currency":"CLP"}');
    await write(page, "[1");
    await press(page, "#format");
    assert.match(await text(page, "#toast"), /Only what is JSON/);
    assert.equal(await written(page), "[1");
  }));

// The report

test("at 1366 by 768 the panes fill the window and scroll independently", () =>
  visit(async (page) => {
    const { height, scroll, header, panes } = await page.evaluate(() => ({
      height: innerHeight,
      scroll: document.documentElement.scrollHeight,
      header: document.querySelector("header").offsetHeight,
      panes: [...document.querySelectorAll(".pane")].map((pane) => pane.getBoundingClientRect().bottom),
    }));
    assert.ok(scroll <= height, `the page is ${scroll} high`);
    assert.ok(header < 60, `the header is ${header} high: more than a line`);
    assert.ok(panes.every((bottom) => bottom <= height));
    const scrolled = () => page.$$eval('[data-pane="form"], [data-pane="report"]', (panes) => panes.map(({ scrollTop }) => scrollTop > 0));
    await page.mouse.move(...(await middleOf(page, "#add")));
    assert.deepEqual(await scrolled(), [true, false]);
    for (const row of await page.$$("#violations > li")) {
      const { height } = await row.boundingBox();
      assert.ok(height < 40, `a violation takes ${height}: more than a line`);
    }
    for (const dialog of ["#options", "#levels", "#strict", "#now"]) assert.ok(await page.$(dialog));
    assert.ok(!(await page.$eval("#strict", (control) => control.checkVisibility())));
    await press(page, "#options > summary");
    assert.ok(await page.$eval("#strict", (control) => control.checkVisibility()));
    await keys(page, "Escape");
    assert.ok(!(await page.$eval("#strict", (control) => control.checkVisibility())));
  }));

test("a violation expands to its details, with the source of its field alone", () =>
  visit(async (page) => {
    await write(page, '{"amount": 1, "ui_mode": "embedded", "currency": "clp"}');
    await press(page, "#violations summary");
    const rest = await text(page, "#violations .rest");
    assert.match(rest, /Create a checkout session \(currency\)/);
    assert.doesNotMatch(rest, /save_payment_method|version 1/);
    assert.match(await page.$eval("#violations .rest a", ({ href }) => href), /rules\.html#enum$/);
    await press(page, '#violations [data-part="reveal"]');
    assert.equal(await selectedText(page), '"clp"');
    assert.ok((await focused(page, "className")).includes("cm-content"));
    await choose(page, '#violations [data-part="level"]', "warn");
    assert.equal(await focused(page, "data-part"), "level", "the focus stays at the level");
    assert.match(await text(page, "#verdict"), /^Valid 1 warning/);
  }));

test("applying a suggestion keeps the focus, shows the change, and can be undone", () =>
  visit(async (page) => {
    await choose(page, "#gallery", "payment-many-mistakes");
    const original = await request(page);
    const count = async () => (await page.$$("#violations .apply")).length;
    const before = await count();
    await page.focus("#violations .apply");
    await keys(page, "Enter");
    assert.equal((await request(page)).currency, "CLP");
    assert.match(await text(page, "#applied"), /"clp" → "CLP"/);
    assert.deepEqual(await page.$$eval("#editor >>> .cm-changed", (marks) => marks.map((mark) => mark.textContent)), ['"CLP"']);
    assert.equal(await focused(page, "data-part"), "apply", "the next suggestion has the focus");
    while ((await count()) > 0) await keys(page, "Enter");
    assert.notEqual(await focused(page, "tagName"), "BODY");
    for (let undone = 0; undone < before; undone++) await keys(page, "Control+KeyZ");
    assert.deepEqual(await request(page), original);
    await press(page, "#violations .apply");
    await press(page, "#applied button");
    assert.deepEqual(await request(page), original);
    assert.notEqual(await focused(page, "tagName"), "BODY");
  }));

test("all suggestions are applied in one step, and undone in one", () =>
  visit(async (page) => {
    await choose(page, "#gallery", "payment-many-mistakes");
    const original = await written(page);
    assert.match(await text(page, "#apply-all"), /^Apply all \d+$/);
    await press(page, "#apply-all");
    const now = await request(page);
    assert.deepEqual([now.currency, now.customer_mail, typeof now.customer_email], ["CLP", undefined, "string"]);
    assert.match(await text(page, "#applied"), /changes applied/);
    assert.notEqual(await focused(page, "tagName"), "BODY");
    await keys(page, "Control+KeyZ");
    assert.equal(await written(page), original);
  }));

test("undoing after a paste and a suggestion restores the pasted text", ONLY_CHROMIUM, () =>
  visit(async (page) => {
    await press(page, "#editor >>> .cm-content");
    await keys(page, "Control+KeyA");
    const pasted = '{"amount":350000,"currency":"clp","ui_mode":"embedded"}';
    await paste(page, pasted);
    await press(page, "#violations .apply");
    assert.equal((await request(page)).currency, "CLP");
    await keys(page, "Control+KeyZ");
    assert.equal(await written(page), pasted);
  }));

test("every example with violations has marked lines", () =>
  visit(async (page) => {
    const names = await page.$$eval("#gallery option", (options) => options.map(({ value }) => value).filter(Boolean));
    assert.ok(names.length >= 20, `${names.length} examples`);
    for (const name of names) {
      await choose(page, "#gallery", name);
      const found = (await rules(page)).length;
      const marked = await page.$$eval("#editor >>> .cm-gutterElement:is(.line-error, .line-warning)", (lines) => lines.length);
      assert.equal(found > 0, marked > 0, name);
    }
  }));

test("a level changes the report, and all levels can be reset", () =>
  visit(async (page) => {
    await choose(page, "#gallery", "payment-wrong-total");
    await press(page, "#violations summary");
    await choose(page, "#violations select", "warn");
    assert.match(await text(page, "#verdict"), /^Valid 1 warning/);
    await press(page, "#options > summary");
    await press(page, "#strict");
    assert.match(await text(page, "#verdict"), /^Invalid/);
    await press(page, "#levels");
    await page.type("#rule-search", "amount-equals-total");
    assert.equal(await page.$$eval(".rule", (rows) => rows.length), 1);
    await press(page, "#reset");
    await press(page, "dialog[open] .primary");
    assert.match(await text(page, "#levels"), /^Levels$/);
  }));

// Pasting, links and code

test("pasting curl, JavaScript, Python and form bodies gives a request", ONLY_CHROMIUM, () =>
  visit(async (page) => {
    const replace = async (pasted) => {
      await press(page, "#editor >>> .cm-content");
      await keys(page, "Control+KeyA");
      await paste(page, pasted);
    };
    await replace("curl https://api.fintoc.com/v1/checkout_sessions -H 'A: b' -d '{\"amount\": 5, \"currency\": \"CLP\"}'");
    assert.deepEqual(await request(page), { amount: 5, currency: "CLP" });
    assert.equal(await value(page, "[name=version]:checked"), "v1");
    assert.match(await text(page, "#toast"), /curl/);
    await keys(page, "Control+KeyZ");
    assert.ok((await written(page)).includes("line_items"), "the request before is back");
    await replace("{'amount': 6, 'currency': \"CLP\", 'x': None}");
    assert.deepEqual(await request(page), { amount: 6, currency: "CLP", x: null });
    await replace("const request = { amount: 7, currency: `CLP` };");
    assert.deepEqual(await request(page), { amount: 7, currency: "CLP" });
    await replace("amount=350.000&currency=CLP");
    assert.equal((await request(page)).currency, "CLP");
    await replace('{"amount": 8}');
    assert.equal(await written(page), '{"amount": 8}', "JSON is pasted as it is");
    await page.mouse.click(1, 760);
    await paste(page, '{"amount": 9}');
    assert.equal(await written(page), '{"amount": 9}', "also where nothing has the focus");
  }));

test("pasting a log shows its first request, and offers the others", ONLY_CHROMIUM, () =>
  visit(async (page) => {
    await press(page, "#editor >>> .cm-content");
    await keys(page, "Control+KeyA");
    await paste(page, '{"amount": 1}\n{"amount": 2}\nnot JSON\n{"amount": 4}\n');
    assert.deepEqual(await request(page), { amount: 1 });
    assert.match(await text(page, "#batch"), /of 4/);
    assert.deepEqual(await barriers(page), []);
    await press(page, "#batch-next");
    assert.deepEqual(await request(page), { amount: 2 });
    await press(page, "#batch-next");
    assert.equal(await written(page), "not JSON");
    await press(page, "#batch-number", { count: 3 });
    await page.keyboard.type("4");
    await keys(page, "Enter");
    assert.deepEqual(await request(page), { amount: 4 });
    await press(page, "#batch-close");
    assert.ok(!(await page.$eval("#batch", (bar) => bar.checkVisibility())));
  }));

test("a reload keeps the text and every option", () =>
  visit(async (page) => {
    await write(page, '{"amount": 77}');
    await choose(page, "#locale", "es-MX");
    await press(page, 'label:has([name="version"][value="v1"])');
    await page.reload();
    await page.waitForSelector("#verdict strong");
    assert.deepEqual(await request(page), { amount: 77 });
    assert.equal(await value(page, "#locale"), "es-MX");
    assert.equal(await value(page, "[name=version]:checked"), "v1");
  }));

test("a link contains the request and every option, and the page sends nothing", () =>
  visit(async (page) => {
    const asked = [];
    // Browsers may fetch the icon of the page again.
    page.on("request", (request) => request.url() !== `${server.url}icon.svg` && asked.push(request.url()));
    await choose(page, "#gallery", "v1-payment");
    await choose(page, "#locale", "es-MX");
    await press(page, "#options > summary");
    await press(page, "#strict");
    await press(page, "#share");
    await page.waitForFunction(() => location.hash.length > 2);
    const address = page.url();
    assert.deepEqual(asked, []);
    await visit(
      async (other) => {
        await choose(other, "#locale", "es-CL");
        assert.deepEqual(await request(other), await request(page));
        assert.ok(await other.$eval("#strict", ({ checked }) => checked));
        assert.equal(await value(other, "[name=version]:checked"), "v1");
        assert.equal(new URL(other.url()).hash, "", "the address no longer says what is shown");
      },
      { address },
    );
    for (const broken of ["#x", "#%00", `#${"A".repeat(70_000)}`]) {
      await visit(async (other) => assert.match(await text(other, "#verdict"), /^(Invalid|Inválida) /), { address: server.url + broken });
    }
  }));

test("the request is shown as code, and copied", ONLY_CHROMIUM, () =>
  visit(async (page) => {
    await choose(page, "#gallery", "payment");
    await press(page, "#show-code");
    for (const [language, expected] of [
      ["node", /checkoutSessions\.create/],
      ["python", /checkout_sessions\.create/],
      ["rust", /validate_json/],
      ["issue", /### fintoc-preflight: Valid[^]*```json[^]*\[Open in the playground\]\(http/],
      ["curl", /--data-raw '\{/],
    ]) {
      await press(page, `#code label:has([value="${language}"])`);
      await page.waitForFunction((source) => new RegExp(source).test(document.querySelector("#code-text").textContent), {}, expected.source);
      await press(page, "#code-copy");
      assert.equal(await text(page, "#code-message"), "Copied.");
      assert.equal(await page.evaluate(() => navigator.clipboard.readText()), await text(page, "#code-text"));
      assert.deepEqual(await barriers(page), []);
    }
    await keys(page, "Escape");
    await write(page, "{}); process.exit(); ({}");
    await press(page, "#show-code");
    assert.equal(await text(page, "#code-text"), "");
    assert.match(await text(page, "#code-message"), /only for a JSON object/);
    assert.ok(await page.$eval("#code-copy", ({ disabled }) => disabled));
  }));

test("the code is selected if the browser does not allow copying", ONLY_CHROMIUM, () =>
  visit(async (page) => {
      await choose(page, "#gallery", "payment");
      await page.evaluate(() => Object.defineProperty(navigator, "clipboard", { value: { writeText: () => Promise.reject(new Error("refused")) } }));
      await press(page, "#show-code");
      await press(page, "#code-copy");
      assert.match(await text(page, "#code-message"), /press Ctrl\+C/);
      assert.equal(await page.evaluate(() => getSelection().toString().trim()), (await text(page, "#code-text")).trim());
  }));

test("thousands of violations give a bounded number of elements", () =>
  visit(async (page) => {
    await write(page, `{"line_items": [${Array(20_000).fill("{}").join(",")}]}`);
    assert.match(await text(page, "#verdict"), /errors/);
    assert.match(await text(page, "#violations .more"), /^And \d+ more/);
    const counts = await page.evaluate(() => [document.querySelectorAll("*").length, document.querySelector("#editor").shadowRoot.querySelectorAll("*").length]);
    assert.ok(counts[0] < 8000 && counts[1] < 3000, `${counts} elements`);
  }));

test("a page opened from disk validates, and its policy forbids scripts made of text", ONLY_CHROMIUM, () =>
  visit(
    async (page) => {
      assert.match(await text(page, "#verdict"), /^Invalid /);
      const policy = await page.$eval('meta[http-equiv="Content-Security-Policy"]', ({ content }) => content);
      assert.match(policy, /default-src 'none'.*require-trusted-types-for 'script'/);
      const outcomes = await page.evaluate(() =>
        [() => (document.createElement("p").innerHTML = "<b>"), () => globalThis.trustedTypes.createPolicy("x", {})].map((act) => {
          try {
            act();
            return "done";
          } catch (error) {
            return error.name;
          }
        }),
      );
      assert.deepEqual(outcomes, ["TypeError", "TypeError"]);
    },
    { address: `${pathToFileURL(BUILT)}/index.html`, expected: /Trusted ?(?:Type|HTML)|trusted-types/ },
  ));

// Phones, accessibility and language

test("a phone shows one pane by tabs, and always the verdict", () =>
  visit(
    async (page) => {
      const shown = () => page.$$eval(".pane", (panes) => panes.filter((pane) => pane.checkVisibility()).map(({ dataset }) => dataset.pane));
      const inSight = () =>
        page.$eval("#verdict", (verdict) => {
          const { top, bottom } = verdict.getBoundingClientRect();
          return verdict.checkVisibility() && top >= 0 && bottom <= innerHeight;
        });
      assert.deepEqual(await shown(), ["form"]);
      assert.match(await text(page, "#tab-report"), /^Report 14$/);
      for (const name of ["json", "report", "form"]) {
        await press(page, `#tab-${name}`);
        assert.deepEqual(await shown(), [name]);
        assert.ok(await inSight(), name);
        await page.mouse.move(200, 400);
        await page.mouse.wheel({ deltaY: 600 });
        await settle(page);
        assert.ok(await inSight(), `${name}, scrolled`);
      }
      await keys(page, "ArrowRight");
      assert.deepEqual(await shown(), ["json"]);
      await press(page, "#tab-report");
      await press(page, "#violations summary");
      await press(page, '#violations [data-part="reveal"]');
      assert.deepEqual(await shown(), ["json"]);
      await page.setViewport(DESK);
      await settle(page);
      assert.equal((await shown()).length, 3);
      assert.equal(await page.$eval("#verdict", (verdict) => verdict.closest(".pane").dataset.pane), "report");
    },
    { screen: PHONE },
  ));

for (const dark of [false, true]) {
  for (const [device, screen] of Object.entries({ desk: DESK, phone: PHONE })) {
    test(`axe finds nothing, ${dark ? "dark" : "light"}, ${device}`, () =>
      visit(
        async (page) => {
          const show = async (name) => screen === PHONE && (await press(page, `#tab-${name}`));
          for (const locale of ["en", "es-CL"]) {
            await choose(page, "#locale", locale);
            for (const name of ["payment-many-mistakes", "subscription", "setup", "v1-payment"]) {
              await choose(page, "#gallery", name);
              for (const pane of screen === PHONE ? ["form", "json", "report"] : [""]) {
                await show(pane);
                assert.deepEqual(await barriers(page), [], `${locale} ${name} ${pane}`);
              }
            }
          }
          await choose(page, "#gallery", "payment-many-mistakes");
          await show("form");
          await press(page, "#form [type=submit]");
          assert.deepEqual(await barriers(page), [], "after it was submitted");
          await show("report");
          await press(page, "#violations > li:nth-child(2) summary");
          assert.deepEqual(await barriers(page), [], "with a violation open");
          await press(page, "#violations .apply");
          assert.deepEqual(await barriers(page), [], "after a suggestion was applied");
          await show("json");
          assert.deepEqual(await barriers(page), [], "with the change shown");
          await write(page, "[1");
          assert.deepEqual(await barriers(page), [], "not JSON");
          await show("form");
          assert.deepEqual(await barriers(page), [], "with the form grey");
          await press(page, "#options > summary");
          assert.deepEqual(await barriers(page), [], "with the options");
          await press(page, "#levels");
          assert.deepEqual(await barriers(page), [], "with the dialog");
        },
        { dark, screen },
      ));
  }
}

test("at 400 % and on narrow screens nothing overflows horizontally", () =>
  visit(
    async (page) => {
      assert.deepEqual(await barriers(page), []);
      for (const name of ["payment-many-mistakes", "subscription-many-mistakes"]) {
        await choose(page, "#gallery", name);
        await press(page, "#tab-form");
        await press(page, "#form [type=submit]");
        for (const pane of ["form", "json", "report"]) {
          await press(page, `#tab-${pane}`);
          assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 320, `${name} ${pane}`);
        }
      }
    },
    { screen: { width: 320, height: 640 } },
  ));

test("every text is translated into Spanish", () =>
  visit(async (page) => {
    const texts = () =>
      page.evaluate(() => {
        const found = [];
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
          const { parentElement, textContent } = walker.currentNode;
          if (!parentElement.closest("code, pre, .apply, #code .segments, #locale")) found.push(textContent.trim());
        }
        const labels = [...document.querySelectorAll("[aria-label], [title]")].filter((element) => !element.closest("code"));
        return [...found, ...labels.map((element) => element.getAttribute("aria-label") ?? "")].filter((each) => /[a-z]{3}/i.test(each));
      });
    await choose(page, "#gallery", "payment-many-mistakes");
    const english = new Set(await texts());
    await choose(page, "#locale", "es-CL");
    assert.equal(await page.evaluate(() => document.documentElement.lang), "es-CL");
    const both = (await texts()).filter((each) => english.has(each));
    assert.deepEqual([...new Set(both)].sort(), ["CLP", "JSON", "MXN", "RFC", "RUT", "Total", "error", "fintoc-preflight"]);
  }));
