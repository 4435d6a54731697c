/** The parts of the playground that read hostile text: clipboards, links and requests that are made to break them. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { deflateRawSync } from "node:zlib";

import { blocksOf } from "./blocks.js";
import { validateJson } from "../../../pkg/dist/index.js";
import { codeFor } from "../../../www/src/code.js";
import { format, parse, pretty } from "../../../www/src/format.js";
import { issueFor } from "../../../www/src/issue.js";
import { readPasted } from "../../../www/src/paste.js";
import { fromFragment } from "../../../www/src/permalink.js";
import { DEFAULTS, MAX_EDITABLE, MAX_TEXT, optionsOf, readState } from "../../../www/src/store.js";
import { wordsOf } from "../../../www/src/words.js";

/** Returns `before`, as many `part`s as fit into a length, and `after`. */
const filled = (before, part, after = "", length = MAX_TEXT) =>
  before + part.repeat(Math.floor((length - before.length - after.length) / part.length)) + after;

/** Texts of which one reader or another could read a part again and again: what is before, the part, what is after. */
const CLIPBOARDS = {
  "lines behind an object": ["{'a': 1}", "\n", "x"],
  "blanks behind a pair": ["a=b&", " ", "{"],
  "a number that ends in a letter": ["{a: ", "1", "x}"],
  "a string with escapes and without an end": ['"', '\\"'],
  "an address without a query": ["http://", "a"],
  "the mark of a here-document without a line": ["curl 'https://x.cl' -d @- <<", "a"],
  "objects within objects, of which none ends": ["{a:".repeat(50) + "{", "b:1,"],
  "strings that are joined, tried fifty times": ["{a:".repeat(50), "'a'+"],
  "comments without an end": ["{a:".repeat(50), "/*"],
  "calls within calls": ["f(a=1, ", "g(a=1, "],
  "arrays of PHP, with blanks": ["x ", "array (  "],
  "a command in quotes without an end": ['curl "', '\\"'],
  "a command with carets": ["curl ^", "^\n"],
  "thousands of pairs": ["amount=1", "&amount=1"],
  "thousands of lines with pairs": ["a: b\n", "a: b\n"],
  "a log with thousands of lines that are not JSON": ['{"amount":1}\n', "x\n"],
  "a log with thousands of requests": ['{"amount":1}\n', '{"amount":1}\n'],
  "a log with thousands of requests within text": ["x", 'x{"amount":1}\n'],
  "a list with thousands of requests": ["[{}", ',{"amount":1}', "]"],
  "JSON in JSON": ['"{', "a:1,", '"'],
};

/** The most blocks of JavaScript that a text of 1 MiB may run. Each character is read a few times. */
const MAX_BLOCKS = 8 * MAX_TEXT;

for (const [name, [before, part, after]] of Object.entries(CLIPBOARDS)) {
  test(`a clipboard of 1 MiB is read in a few passes: ${name}`, () => {
    const blocks = { short: 0, long: 0 };
    for (const [length, size] of /** @type {const} */ ([[MAX_EDITABLE, "short"], [MAX_TEXT, "long"]])) {
      const text = filled(before, part, after, length);
      blocks[size] = blocksOf(() => readPasted(text, "en"), /\/(?:www|pkg)\//);
      assert.ok(blocks[size] > 0 && blocks[size] < MAX_BLOCKS, `${blocks[size]} blocks for ${length} characters`);
    }
  });
}

test("of a log only the first ten thousand requests are read", () => {
  for (const text of [filled('{"amount":1}\n', '{"amount":1}\n'), filled("x", 'x{"amount":1}\n'), filled("[{\"amount\":1}", ',{"amount":1}', "]")]) {
    assert.equal(readPasted(text, "en").requests.length, 10_000);
  }
});

test("a text that is nested deeper than the core reads is not JSON", () => {
  const nested = (depth) => `{"a":${"[".repeat(depth - 1)}${"]".repeat(depth - 1)}}`;
  assert.notEqual(parse(nested(127)), undefined);
  for (const depth of [128, 5000, 500_000]) {
    const text = nested(depth);
    assert.equal(parse(text), undefined, String(depth));
    assert.equal(format(text), undefined);
    assert.equal(codeFor("node", text, "v2"), undefined);
    assert.equal(readPasted(`${text}\n{"amount":1}`, "en")?.kind, undefined);
    assert.equal(readPasted(`{"amount":1}\n${text}`, "en")?.requests[1], text);
    assert.equal(validateJson(text).errors[0].rule, "json-syntax");
  }
  assert.notEqual(parse(`{"a": "${"[".repeat(1000)}\\"${"{".repeat(1000)}"}`), undefined, "brackets in strings are not counted");
});

test("no request is made longer than the page can show, however it is nested", () => {
  const text = filled(`{"a":${"[".repeat(120)}0`, ",0", `${"]".repeat(120)}}`, MAX_EDITABLE);
  assert.equal(pretty(JSON.parse(text)), JSON.stringify(JSON.parse(text)));
  assert.equal(pretty({ a: [1] }), '{\n  "a": [\n    1\n  ]\n}');
  assert.equal(format(filled('{"a":"', "x", '"}', MAX_EDITABLE + 1)), undefined);
});

test("code is made of any request, however many quotes it has", () => {
  const report = validateJson("{}");
  for (const text of [filled('{"a":[""', ',""', "]}"), filled('{"a":"', '\\"#', '"}'), filled('{"a":"', "` ", '"}')]) {
    for (const language of /** @type {const} */ (["curl", "node", "python", "rust"])) assert.ok(codeFor(language, text, "v2").length > text.length / 2);
    assert.ok(issueFor({ state: { ...DEFAULTS, text }, report }).includes(text));
  }
});

test("an issue lists a hundred violations, and counts all", () => {
  const text = `{"line_items": [${Array(5000).fill("{}").join(",")}]}`;
  const issue = issueFor({ state: { ...DEFAULTS, text }, report: validateJson(text) });
  assert.equal(issue.match(/^- \*\*/gm).length, 100);
  const [, count] = /Invalid, (\d+) errors/.exec(issue);
  assert.ok(Number(count) > 5000, count);
  assert.ok(issue.includes(wordsOf("en").more(count - 100)), issue.slice(0, 400));
});

test("a state from a link never has what the core refuses", () => {
  const states = [
    { now: "+275760-09-13T00:00:00.000Z" },
    { now: "-000001-01-01T00:00:00Z" },
    { now: "9999-12-31T23:59:59-01:00" },
    { now: "x" },
    { now: ["2026-01-13"] },
    { levels: { "json-syntax": "allow" } },
    { levels: { "body-size": "warn", "not-serializable": "allow", "internal-error": "allow" } },
    { levels: ["allow"] },
    { levels: { enum: ["warn"] } },
    { levels: JSON.parse('{"__proto__": "allow", "constructor": "allow", "enum": {"toString": 1}}') },
    { locale: "__proto__" },
    { version: ["v1"] },
    { strict: "true" },
    JSON.parse('{"__proto__": {"version": "v1", "strict": true}}'),
  ];
  for (const state of states) {
    for (const text of ["{", "{}", "\ud800"]) {
      const read = { ...DEFAULTS, text: "", ...readState({ ...state, text }) };
      assert.equal(validateJson(read.text, optionsOf(read)).valid, false, JSON.stringify(state));
      assert.equal(read.version, "v2");
      assert.equal(read.strict, false);
    }
  }
  assert.equal(readState({ text: "{}", now: "2026-01-13T12:00:00Z" }).now, "2026-01-13T12:00:00.000Z");
  assert.deepEqual(readState({ text: "{}", levels: { "json-syntax": "deny", enum: "allow" } }).levels, { "json-syntax": "deny", enum: "allow" });
});

test("a link that is made by hand is a state or nothing, and changes no prototype", async () => {
  const pack = (json) => `#${deflateRawSync(json).toString("base64url")}`;
  const good = pack('{"text":"{}"}');
  const links = [
    ...["#", "#=", "#====", "#%", "#%E0%A4%A", "#\u0000", "#😀", "#AAAA", "#__", "#a=1&b=2", "#../../etc", `#${"A".repeat(65_535)}`, `#${"%41".repeat(20_000)}`],
    ...Array.from({ length: good.length }, (_, length) => good.slice(0, length)),
    ...['""', "0", "null", "[]", "[[]]", "{}", '{"text":null}', '{"text":["{}"]}', '{"text":{"length":1}}', '{"text":0}', "{", '{"text":"\\q"}'].map(pack),
    pack(`${"[".repeat(100_000)}${"]".repeat(100_000)}`),
    pack(JSON.stringify({ text: "x".repeat(MAX_TEXT + 1) })),
    pack(Buffer.from([0x7b, 0xff, 0xfe])),
  ];
  for (const link of links) assert.equal(await fromFragment(link), undefined, link.slice(0, 80));
  const polluting = '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"text":"{\\"__proto__\\":{\\"polluted\\":1}}","levels":{"__proto__":{"polluted":1}}}';
  assert.deepEqual(await fromFragment(pack(polluting)), { text: '{"__proto__":{"polluted":1}}', levels: {} });
  assert.equal({}.polluted, undefined);
});
