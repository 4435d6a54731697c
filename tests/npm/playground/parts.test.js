/** The parts of the playground that need no page. */

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import vm from "node:vm";
import { deflateRawSync } from "node:zlib";

import { validateJson } from "../../../pkg/dist/index.js";
import { codeFor } from "../../../www/src/code.js";
import { editsFor } from "../../../www/src/edits.js";
import { format } from "../../../www/src/format.js";
import { issueFor } from "../../../www/src/issue.js";
import { applyChanges } from "../../../www/src/merge.js";
import { readPasted } from "../../../www/src/paste.js";
import { fromFragment, toFragment } from "../../../www/src/permalink.js";
import { marksOf } from "../../../www/src/places.js";
import { sourcesOf } from "../../../www/src/sources.js";
import { DEFAULTS, readState } from "../../../www/src/store.js";
import { nameOfExample, wordsOf } from "../../../www/src/words.js";

const EXAMPLES = new URL("../../../examples/requests/", import.meta.url);
const names = readdirSync(EXAMPLES).map((name) => name.replace(/\.json$/, ""));
const examples = names.map((name) => readFileSync(new URL(`${name}.json`, EXAMPLES), "utf8"));
const NOW = "2026-01-13T12:00:00Z";

test("a violation marks its value, the name of an unknown field, or the parent of a missing one", () => {
  const text = '{"é": 1, "line_items": [{"quantity": 0}], "a": {"b": 1},\n"c": 1, "c": 2}';
  const markOf = (rule, ...path) => {
    const [{ from, to }] = marksOf(text, [{ rule, path, message: "" }]);
    return text.slice(from, to);
  };
  assert.equal(markOf("quantity-positive", "line_items", 0, "quantity"), "0");
  assert.equal(markOf("unknown-field", "é"), '"é"');
  assert.equal(markOf("required", "line_items", 0, "price_data"), "{");
  assert.equal(markOf("type", "a"), "{");
  const [{ from }] = marksOf(text, [{ rule: "duplicate-key", path: ["c"], message: "" }]);
  assert.equal(from, text.lastIndexOf('"c"'));
});

test("a text that is not JSON has a mark wherever reading it stops", () => {
  for (const text of ["", "[", "{'a': 1}", '{"amount": 1,}', '{\n"é": tru}', "[1\n", "\n\n", '{"😀": 1,}']) {
    const marks = marksOf(text, validateJson(text, { now: NOW }).errors);
    assert.equal(marks.length, 1);
    const [{ from, to }] = marks;
    assert.ok(0 <= from && from <= to && to <= text.length && (from < to || text.trim() === ""), `${JSON.stringify(text)}: ${from}, ${to}`);
  }
});

/** Returns the text with the suggestions of violations applied. */
const applied = (text, ...violations) => {
  const edits = editsFor(text, violations);
  return edits.toReversed().reduce((before, { from, to, insert }) => before.slice(0, from) + insert + before.slice(to), text);
};

test("applying suggestions changes nothing else", () => {
  const text = '{ "currency" : "clp",\n  "customer_mail": "a@b.cl" }';
  const currency = { rule: "enum", path: ["currency"], suggestion: "CLP" };
  const name = { rule: "unknown-field", path: ["customer_mail"], suggestion: "customer_email" };
  assert.equal(applied(text, currency), '{ "currency" : "CLP",\n  "customer_mail": "a@b.cl" }');
  assert.equal(applied(text, name), '{ "currency" : "clp",\n  "customer_email": "a@b.cl" }');
  assert.equal(applied(text, name, currency), '{ "currency" : "CLP",\n  "customer_email": "a@b.cl" }');
  const list = { rule: "type", path: ["payment_method_types"], suggestion: ["card"] };
  assert.equal(applied('{"payment_method_types": {"a": [1]}, "b": 1}', list), '{"payment_method_types": ["card"], "b": 1}');
  const amount = { rule: "required", path: ["amount"], suggestion: 5 };
  assert.equal(applied('{ "a": 1.0 }', amount), '{ "a": 1.0, "amount": 5 }');
  assert.equal(applied("{}", amount), '{"amount": 5}');
  assert.equal(applied('{\n  "a": 1.0\n}', amount), '{\n  "a": 1.0,\n  "amount": 5\n}');
  const deep = { rule: "required", path: ["customer_data", "tax_id", "type"], suggestion: "cl_rut" };
  assert.deepEqual(JSON.parse(applied('{"a": 1}', deep)), { a: 1, customer_data: { tax_id: { type: "cl_rut" } } });
  assert.equal(applied("[1]", amount), "[1]");
});

test("formatting changes white space alone", () => {
  const text = '{"a":1.0,"a":[ ],"b":{},"c":[1,{"d":"x:,{ "}],"e":123456789012345678901}';
  const expected = `{
  "a": 1.0,
  "a": [],
  "b": {},
  "c": [
    1,
    {
      "d": "x:,{ "
    }
  ],
  "e": 123456789012345678901
}`;
  assert.equal(format(text), expected);
  assert.equal(format(expected), expected);
  assert.equal(format("1"), "1");
  assert.equal(format("{"), undefined);
});

test("changes of the form are merged into the request; fields that the form lacks stay", () => {
  const cases = [
    [{ currency: "clp", x: 1 }, { amount: 1 }, { amount: 2 }, { amount: 2, currency: "clp", x: 1 }],
    [{ customer_data: { email: "x", q: 1 } }, { customer_data: { email: "x" } }, {}, { customer_data: { q: 1 } }],
    [{ customer_data: { email: "x" } }, { customer_data: { email: "x" } }, {}, {}],
    [
      { line_items: [{ quantity: 1, z: 1 }] },
      { line_items: [{ quantity: 1 }] },
      { line_items: [{ quantity: 2 }, { quantity: 3 }] },
      { line_items: [{ quantity: 2, z: 1 }, { quantity: 3 }] },
    ],
    [
      { payment_method_types: ["card", "x"] },
      { payment_method_types: ["card"] },
      { payment_method_types: ["card", "pac"] },
      { payment_method_types: ["card", "pac"] },
    ],
    [{ amount: 5, flow: "payment" }, { amount: 5, flow: "payment" }, { flow: "setup" }, { flow: "setup" }],
  ];
  for (const [request, before, now, expected] of cases) {
    assert.equal(JSON.stringify(applyChanges(request, before, now)), JSON.stringify(expected));
  }
});

/** Strings that end the literals of one language or another, if they are written without care. */
const HOSTILE = [
  "it's \"so\" \\ $HOME `id` ${id} $(id) é 😀",
  "'; touch hacked; '",
  "\\'; touch hacked; #",
  '"""); import os; os.system("touch hacked"); (r"""',
  '\\"); process.exit(7); ("',
  '"###; std::process::Command::new("id"); r###"',
  `"${"#".repeat(300)}; panic!(); r${"#".repeat(300)}"`,
  '"; panic!(); "',
  "*/ process.exit(7) /*",
  "</script><script>",
  "{report}",
  "%s\\n%n",
  "!history !!",
  "line\nbreak\r\n\u2028\u2029\u0000\u007f\u0085",
  "\u202e\u2066 text direction \u200b\ufeff\u{e0041}",
  "\ud800 alone",
  "\\u{41} \\N{BULLET} \\x41 \\101",
  "@file",
  "```\n# title",
];

const hostile = HOSTILE.flatMap((text) => [
  { amount: 1, metadata: { note: text } },
  { amount: 1, [text]: "name", list: [null, true, false, -0.5, 1e21, [], {}], ["__proto__"]: { polluted: true } },
]).map((request) => JSON.stringify(request, null, 2));

/** Returns what JSON makes of a text. Objects have no prototype, so that `__proto__` is a name as others are. */
const meaning = (text) => JSON.stringify(JSON.parse(text));

test("only a JSON object gives code", () => {
  const texts = ['{}); (await import("node:child_process")).execSync("id"); ({}', '{}"""); import os; (r"""', "", "[1]", '"x"', "1", "{'a': 1}", `{"a":${"[".repeat(200)}${"]".repeat(200)}}`];
  for (const language of ["curl", "node", "python", "rust"]) {
    for (const text of texts) assert.equal(codeFor(language, text, "v2"), undefined, text);
    assert.ok(codeFor(language, `{"a": [${Array(200_000).fill(0)}]}`, "v2").length > 0);
  }
});

test("a hostile request is one argument of curl, and nothing else is executed", () => {
  for (const text of [...hostile, ...hostile.map((text) => text.replaceAll("\n", "\r\n"))]) {
    const command = codeFor("curl", text, "v1");
    for (const shell of ["bash", "sh"]) {
      execFileSync(shell, ["-n"], { input: command });
      // With an empty PATH only what the shell has itself could be run; `set -e` reports what is not found.
      const script = `set -e\nPATH=\ncurl() { printf '%s\\0' "$@"; }\n${command}`;
      const words = execFileSync(shell, ["-c", script]).toString().split("\0");
      assert.deepEqual(words.slice(0, 7), [
        "--request",
        "POST",
        "https://api.fintoc.com/v1/checkout_sessions",
        "--header",
        "Authorization: YOUR_TEST_SECRET_API_KEY",
        "--header",
        "Content-Type: application/json",
      ]);
      assert.equal(words[7], "--data-raw");
      assert.equal(meaning(words[8]), meaning(text));
      assert.equal(words.length, 10);
    }
  }
});

test("a hostile request is one literal of JavaScript, and nothing else is executed", () => {
  for (const text of hostile) {
    for (const version of ["v1", "v2"]) {
      const code = codeFor("node", text, version);
      const body = code.replace(/^import .*$/gm, "");
      const called = [];
      const sessions = { checkoutSessions: { create: (request) => called.push(request) } };
      // A context has no `process`, and a program that reaches for anything else throws.
      const context = { parse: (request, options) => (called.push(options), request), Fintoc: class { v2 = sessions; checkoutSessions = sessions.checkoutSessions; } };
      new vm.Script(`(async () => {${body}})().catch((error) => { failed = error; })`).runInNewContext(Object.assign(context, { failed: undefined }));
      assert.equal(context.failed, undefined);
      assert.equal(called.length, 2, code);
      assert.equal(called[0].version, version);
      assert.equal(meaning(JSON.stringify(called[1])), meaning(text));
    }
  }
  execFileSync("node", ["--check", "--input-type=module", "-"], { input: hostile.map((text) => `{${codeFor("node", text, "v2").replace(/^import .*$/gm, "")}}`).join("\n") });
});

test("a hostile request is one literal of Python, and nothing else is executed", () => {
  const program = `
import ast, json, sys
for code in json.load(sys.stdin):
    tree = ast.parse(code)
    assert [type(each).__name__ for each in tree.body] == ["ImportFrom", "Assign", "Assign", "Assign"], code
    # The request is data: literal_eval takes nothing that could be run.
    print(json.dumps(ast.literal_eval(tree.body[2].value)))
`;
  const input = JSON.stringify(hostile.map((text) => codeFor("python", text, "v2")));
  const lines = execFileSync("python3", ["-c", program], { input }).toString().trim().split("\n");
  assert.equal(lines.length, hostile.length);
  for (const [index, line] of lines.entries()) {
    assert.deepEqual(JSON.parse(line), JSON.parse(hostile[index]));
  }
});

test("a hostile request is one literal of Rust, and nothing else is executed", () => {
  const folder = mkdtempSync(join(tmpdir(), "preflight-"));
  try {
    const codes = [...hostile, ...hostile.map((text) => text.replaceAll("\n", "\r\n"))].map((text) => codeFor("rust", text, "v2"));
    // rustc reads all of each program, and compiles the literal.
    const whole = codes.map((code, index) => `#[cfg(any())] async fn request${index}() -> Result<(), Error> {\n${code}\nOk(()) }`);
    const literals = codes.map((code) => code.slice(code.indexOf("let request = ") + 14, code.indexOf(";\nlet options = ")));
    const main = `fn main() { for each in [${literals.join(",\n")}] { print!("{each}\\0"); } }`;
    writeFileSync(join(folder, "main.rs"), `${whole.join("\n")}\n${main}`);
    execFileSync("rustc", ["--edition", "2024", "-D", "warnings", "main.rs", "-o", "main"], { cwd: folder, stdio: ["ignore", "ignore", "inherit"] });
    const printed = execFileSync(join(folder, "main")).toString().split("\0").slice(0, -1);
    assert.equal(printed.length, codes.length);
    for (const [index, text] of printed.entries()) assert.equal(meaning(text), meaning(hostile[index % hostile.length]));
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("code contains no invisible characters and no marks of text direction", () => {
  for (const text of hostile) {
    for (const language of ["curl", "node", "python", "rust"]) {
      assert.doesNotMatch(codeFor(language, text, "v2").replace(/[\r\n]/g, ""), /[\p{C}\p{Zl}\p{Zp}]/u);
    }
  }
});

test("a hostile request is one block of code in an issue", () => {
  for (const text of [...hostile, "```\nno JSON\n````"]) {
    const state = { ...DEFAULTS, text };
    const issue = issueFor({ state, report: validateJson(text, { now: NOW }), address: "https://example.com/#x" });
    const lines = issue.split("\n");
    const fence = lines.find((line) => /^`{3,}json$/.test(line)).slice(0, -4);
    const inside = lines.slice(lines.indexOf(`${fence}json`) + 1, lines.lastIndexOf(fence)).join("\n");
    assert.equal(inside, text);
    const outside = issue.replace(text, "").replaceAll(/(`+) ?.*?[^`]\1(?!`)/g, "");
    assert.doesNotMatch(outside, /<script|^# title/m);
  }
});

test("requests of several formats are read from pasted text", () => {
  const request = { amount: 350000, currency: "CLP", customer_data: { name: "Ana 'la' Pérez" }, save: true };
  const json = JSON.stringify(request);
  const read = (text) => {
    const { requests, ...rest } = readPasted(text, "es-CL") ?? { requests: [] };
    return { ...rest, requests: requests.map((each) => JSON.parse(each)) };
  };
  const one = (kind, rest = {}) => ({ kind, ...rest, requests: [request] });
  assert.deepEqual(read(codeFor("curl", json, "v1")), one("curl", { version: "v1" }));
  assert.deepEqual(read(codeFor("node", json, "v2")), one("javascript"));
  assert.deepEqual(read(codeFor("python", json, "v2")), one("python"));
  assert.deepEqual(read(`curl -X POST https://api.fintoc.com/v2/checkout_sessions -H 'A: b' -d "${json.replaceAll('"', '\\"')}"`), one("curl", { version: "v2" }));
  assert.deepEqual(read(`$ curl https://x.cl --json $'${json.replaceAll("'", "\\u0027")}'`), one("curl"));
  assert.deepEqual(read(`curl https://x.cl -d @- <<'EOF'\n${json}\nEOF`), one("curl"));
  assert.deepEqual(read(`const q = {amount: 350_000, 'currency': "CLP", // pesos\n customer_data: {name: \`Ana 'la' Pérez\`}, save: true,};`), one("javascript"));
  assert.deepEqual(read("{'amount': 350000, 'currency': 'CLP', # pesos\n 'customer_data': {'name': \"Ana 'la' Pérez\"}, 'save': True}"), one("python"));
  assert.deepEqual(read(`${json}\n\n{"amount": 1}\n`), { kind: "ndjson", requests: [request, { amount: 1 }] });
  assert.deepEqual(read("amount=350.000&currency=CLP&customer_data%5Bname%5D=Ana+P"), {
    kind: "form",
    requests: [{ amount: 350000, currency: "CLP", customer_data: { name: "Ana P" } }],
  });
  assert.deepEqual(read("curl https://x.cl -d amount=1 -d currency=CLP").requests, [{ amount: 1, currency: "CLP" }]);
});

const SMALL = { amount: 1, currency: "CLP" };
const JSON_TEXT = JSON.stringify(SMALL);
const QUOTED = JSON_TEXT.replaceAll('"', '\\"');

/** Texts that people have on their clipboard, of which each holds the request `SMALL`, by kind. */
const CLIPBOARDS = {
  curl: [
    `# create a session\n$ curl https://x.cl -d '${JSON_TEXT}'`,
    `ana@pc:~$ TOKEN=1 curl -sSd '${JSON_TEXT}' https://x.cl`,
    `curl --request POST \\\n  --url https://x.cl \\\n  --data '\n${JSON.stringify(SMALL, null, 2)}\n'`,
    `curl https://x.cl --data='${JSON_TEXT}'`,
    `curl "https://x.cl" ^\n  -H "a: b" ^\n  -d "${QUOTED}"`,
    `curl "https://x.cl" ^\r\n  --data-raw "${JSON_TEXT.replace(/["{}]/g, (mark) => (mark === '"' ? '\\^"' : `^${mark}`))}"`,
    "curl https://x.cl --data-urlencode 'amount=1' --data-urlencode currency=CLP",
    "curl https://x.cl -F amount=1 -F 'currency=CLP'",
    `curl https://x.cl -d "{'amount': 1, 'currency': 'CLP'}"`,
  ],
  javascript: [
    'await fetch("https://x.cl", { method: "POST", headers: { "content-type": "x" }, body: JSON.stringify({ amount: 1, currency: "CLP" }) });',
    'axios.post(url, { amount: 1, currency: "CLP" }, { headers: { Authorization: key } })',
    'const request: CheckoutSessionRequest = { amount: 1, currency: "C" + "LP" } as const;',
    "{ // pesos\n amount: 1, currency: `CLP` }",
  ],
  python: [
    "requests.post(url, headers={'Authorization': key}, json={'amount': 1, 'currency': 'CLP'})",
    'client.checkout_sessions.create(\n    amount=1,\n    currency="CLP",\n)',
    "dict(amount=1, currency='C' 'LP')",
    "{\u201camount\u201d: 1, \u2018currency\u2019: \u201cCLP\u201d}",
  ],
  ruby: ['{ :amount => 1, "currency" => :CLP }', "client.create({ 'amount' => 1, 'currency' => 'CLP' })"],
  php: ["$body = ['amount' => 1, 'currency' => 'CLP'];", "array('amount' => 1, 'currency' => 'CLP')"],
  text: [
    `\`\`\`json\n${JSON_TEXT}\n\`\`\``,
    `POST /v2/checkout_sessions HTTP/1.1\r\nHost: x.cl\r\n\r\n${JSON_TEXT}`,
    `"${QUOTED}"`,
    `wget --post-data='${JSON_TEXT}' https://x.cl`,
    `2026-01-13 INFO sent ${JSON_TEXT}`,
    `requests.post(url, headers={"Authorization": "key"}, json=${JSON_TEXT})`,
  ],
  form: [
    "?amount=1&currency=CLP",
    "https://x.cl/pay?amount=1&currency=CLP",
    "amount=1&\ncurrency=CLP",
    "amount: 1\ncurrency: CLP",
    '------x\r\nContent-Disposition: form-data; name="amount"\r\n\r\n1\r\n------x\r\nContent-Disposition: form-data; name="currency"\r\n\r\nCLP\r\n------x--',
  ],
};

for (const [kind, texts] of Object.entries(CLIPBOARDS)) {
  test(`a request is found in what people have on their clipboard: ${kind}`, () => {
    for (const text of texts) {
      const pasted = readPasted(text, "es-CL");
      assert.equal(pasted?.kind, kind, text);
      assert.deepEqual(pasted.requests.map((request) => JSON.parse(request)), [SMALL], text);
    }
  });
}

test("several requests are found however they follow each other", () => {
  const two = [SMALL, { amount: 2 }];
  const written = two.map((request) => JSON.stringify(request));
  for (const text of [
    written.join("\n"),
    written.join("\r\n\r\n"),
    written.join(""),
    two.map((request) => JSON.stringify(request, null, 2)).join("\n"),
    `[${written}]`,
    written.map((request) => `2026-01-13 INFO ${request}`).join("\n"),
    `started\n${written.join("\n")}`,
  ]) {
    const pasted = readPasted(text, "en");
    assert.equal(pasted?.kind, "ndjson", text);
    assert.deepEqual(pasted.requests.map((request) => JSON.parse(request)), two, text);
  }
});

test("a request with a fault is never replaced by a part of it", () => {
  for (const text of [
    '{"amount": 1, "customer_data": {"email": "a@b.cl"} "currency": "CLP"}',
    '{"amount": 1 "metadata": {"amount": "1"}}',
    '{"amount": 1, "line_items": [{"price": "p", "quantity": 1} {"price": "q", "quantity": 2}]}',
    '{ amount, customer_data: { metadata: { a: "b" } } }',
    "({ ...base, metadata: { a: 1 } })",
    '{ amount: total, currency: "CLP" }',
    "curl https://x.cl -d @body.json",
    "https://x.cl/pay?a=b",
    '[{"quantity": 1, "price": "p"}, {"quantity": 2, "price": "q"}]',
  ]) {
    assert.equal(readPasted(text, "en"), undefined, text);
  }
});

test("hostile clipboards are read in linear time", () => {
  for (const part of ["{", "[", "a=", "a=b&", "curl ", "--x\n", 'name="', "{'a': ", "array(", "f(a=", '"', "\n\n", " ", "a: b\n", "'a' + "]) {
    const text = part.repeat(Math.floor(1_000_000 / part.length));
    for (const whole of [text, `x${text}`, `{${text}`]) readPasted(whole, "en");
  }
});

test("JSON with a fault is pasted as it is, and no pasted text is executed", () => {
  globalThis.hacked = false;
  const others = ['{"a": 1}', '{"a": 1,}', "", "hello", "a = b", "{a: hacked = true}", "{a: (() => { hacked = true })()}", "{`${hacked = true}`: 1}", "{'a': ", "{".repeat(10_000), `{a:${"[".repeat(5000)}`];
  for (const text of others) assert.equal(readPasted(text, "en"), undefined, text.slice(0, 40));
  assert.equal(globalThis.hacked, false);
  const { requests } = readPasted("{'__proto__': {'x': 1}, a: 1}", "en");
  assert.equal(requests[0].includes("__proto__"), true);
  assert.equal({}.x, undefined);
});

test("a link is unpacked up to a megabyte, and its state is checked", async () => {
  const pack = (text) => `#${deflateRawSync(text).toString("base64url")}`;
  const state = { ...DEFAULTS, text: '{"é": "\u2028"}', strict: true, levels: { enum: "warn" } };
  assert.deepEqual({ ...DEFAULTS, ...(await fromFragment(await toFragment(state))) }, state);
  assert.equal((await fromFragment(pack(JSON.stringify({ text: "x".repeat(1_000_000) })))).text.length, 1_000_000);
  // 20 million line breaks fit into 52 thousand characters.
  const bomb = pack(JSON.stringify({ text: "\n".repeat(10_000_000) }));
  assert.ok(bomb.length < 65_536);
  assert.equal(await fromFragment(bomb), undefined);
  for (const broken of ["#", "#x", "#%00", `#${"A".repeat(70_000)}`, pack("[1]"), pack("null"), pack("{")]) {
    assert.equal(await fromFragment(broken), undefined);
  }
  assert.deepEqual(readState({ text: "a\r\nb", version: "v3", locale: "xx", now: "x", strict: 1, levels: { nope: "warn", enum: "x" } }), { text: "a\nb", levels: {} });
});

test("a violation cites the sources of its field and version", () => {
  const options = { version: "v2", locale: "en" };
  assert.deepEqual(sourcesOf({ rule: "enum", path: ["flow"] }, options), ["API reference, version 2: Create a checkout session (flow)"]);
  assert.deepEqual(sourcesOf({ rule: "enum", path: ["flow"] }, { ...options, version: "v1" }), ["API reference, version 1: Create Checkout Session (flow)"]);
  assert.deepEqual(sourcesOf({ rule: "internal-error", path: [] }, options), []);
  assert.match(sourcesOf({ rule: "lost-in-json", path: [] }, { ...options, locale: "es-CL" })[0], /inferencia/);
});

test("every example and every text has a Spanish translation", () => {
  for (const name of names) assert.ok(nameOfExample(name, "es-MX"), name);
  assert.equal(nameOfExample("payment-wrong-total", "en"), "Payment: wrong total");
  const [en, es] = [wordsOf("en"), wordsOf("es-CL")];
  assert.deepEqual(Object.keys(es), Object.keys(en));
  const same = Object.keys(en).filter((key) => typeof en[key] === "string" && en[key] === es[key]);
  assert.deepEqual(same, ["title", "items.total", "save.disabled", "json", "error"]);
});
