/** The parts of the playground that need no page. */

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";

import { codeFor } from "../../../www/src/code.js";
import { applySuggestion } from "../../../www/src/fix.js";
import { tokensAt, tokensOf } from "../../../www/src/marks.js";
import { applyChanges } from "../../../www/src/merge.js";

const EXAMPLES = new URL("../../../examples/requests/", import.meta.url);
const examples = readdirSync(EXAMPLES).map((name) => readFileSync(new URL(name, EXAMPLES), "utf8"));

test("the tokens of any text add up to the text", () => {
  for (const text of [...examples, "", '"', '{"a":', '"\\', "{'a': 1}", "\u2028{\ud800}", "[1 2]"]) {
    assert.equal(tokensOf(text).map((token) => token.text).join(""), text);
  }
});

test("a violation marks its value, the name of an unknown field, or the parent of a missing one", () => {
  const text = '{"é": 1, "line_items": [{"quantity": 0}]}';
  const at = (rule, path) => tokensAt([{ rule, path }], text, tokensOf(text))[0].text;
  assert.equal(at("quantity-positive", ["line_items", 0, "quantity"]), "0");
  assert.equal(at("unknown-field", ["é"]), '"é"');
  assert.equal(at("required", ["line_items", 0, "price_data"]), "{");
  assert.equal(tokensAt([{ rule: "json-syntax", path: [], facts: { line: 1, column: 7 } }], text, tokensOf(text))[0].text, "1");
});

test("a suggestion replaces its value, and the rest of the text is kept", () => {
  const text = '{ "currency" : "clp",\n  "customer_mail": "a@b.cl" }';
  const currency = { rule: "enum", path: ["currency"], suggestion: "CLP", message: "" };
  const name = { rule: "unknown-field", path: ["customer_mail"], suggestion: "customer_email", message: "" };
  assert.equal(applySuggestion(text, currency), '{ "currency" : "CLP",\n  "customer_mail": "a@b.cl" }');
  assert.equal(applySuggestion(text, name), '{ "currency" : "clp",\n  "customer_email": "a@b.cl" }');
  assert.deepEqual(JSON.parse(applySuggestion(text, { rule: "x", path: ["amount"], suggestion: 5, message: "" })).amount, 5);
  const list = { rule: "type", path: ["payment_method_types"], suggestion: ["card"], message: "" };
  assert.equal(applySuggestion('{"payment_method_types": "card"}', list), '{"payment_method_types": ["card"]}');
  const time = { rule: "type", path: ["expires_at"], suggestion: "2026-01-14T12:00:00Z", message: "" };
  assert.equal(applySuggestion('{"expires_at": 1768392000}', time), '{"expires_at": "2026-01-14T12:00:00Z"}');
});

test("changes of the form are merged into the request, and fields that the form cannot show are kept", () => {
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

test("the programs to copy parse in their languages", () => {
  const text = JSON.stringify({ amount: 1, currency: "CLP", metadata: { note: "it's \"so\" \\ $HOME `x` é" } }, null, 2);
  for (const version of ["v1", "v2"]) {
    const curl = codeFor("curl", text, version).replace(/^curl /, 'printf "%s\\n" ');
    const printed = execFileSync("sh", ["-c", curl]).toString();
    assert.ok(printed.includes(`https://api.fintoc.com/${version}/checkout_sessions\n`) && printed.endsWith(`${text}\n`));
    execFileSync("node", ["--check", "--input-type=module", "-"], { input: codeFor("node", text, version) });
    const python = `import ast, json, sys\ncall = ast.parse(sys.stdin.read()).body[3].value.args[0].value\nprint(json.dumps(json.loads(call)))`;
    const read = execFileSync("python3", ["-c", python], { input: codeFor("python", text, version) });
    assert.deepEqual(JSON.parse(read.toString()), JSON.parse(text));
    assert.ok(codeFor("rust", text, version).includes(`Version::${version.toUpperCase()}`));
  }
});
