/** Advice on a secret key in a page. The other advice is tested with the official client. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { adviseOnKey } from "../../src/guard/key.js";

test("a secret key in a page is told, and one in Node with a document is not", (t) => {
  const warn = t.mock.method(console, "warn", () => {});
  const managers = [{ _client: { apiKey: "sk_test_secret" } }];
  const { process } = globalThis;
  globalThis.document = {};
  adviseOnKey(managers, "es");
  assert.equal(warn.mock.callCount(), 0);
  try {
    globalThis.process = undefined;
    adviseOnKey(managers, "es");
    adviseOnKey(managers, "es");
  } finally {
    globalThis.process = process;
    delete globalThis.document;
  }
  assert.equal(warn.mock.callCount(), 1);
  const [line] = warn.mock.calls[0].arguments;
  assert.match(line, /en un navegador/);
  assert.ok(!line.includes("sk_test"));
});

test("a key that cannot be seen is not judged", (t) => {
  const warn = t.mock.method(console, "warn", () => {});
  adviseOnKey([{}, { _client: null }, { _client: {} }], "en");
  assert.equal(warn.mock.callCount(), 0);
});
