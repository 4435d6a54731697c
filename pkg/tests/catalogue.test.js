/** The catalogue in both languages. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { explain, rules } from "../dist/index.js";

test("the catalogue is in English by default", () => {
  assert.equal(rules(), rules({ locale: "en-GB" }));
  assert.equal(rules({}), rules());
  assert.equal(explain("amount-required-in-subscription").when, "`amount` is absent");
});

test("the Spanish catalogue differs only in its texts", () => {
  const spanish = rules({ locale: "es-CL" });
  assert.equal(spanish, rules({ locale: "es" }));
  assert.equal(spanish.length, rules().length);
  for (const [index, english] of rules().entries()) {
    const { when, at, scope, note, sources, invalid, ...rest } = spanish[index];
    assert.notEqual(when, english.when);
    assert.deepEqual([at, scope].map((text) => typeof text), ["string", "string"]);
    assert.equal(note === undefined, english.note === undefined);
    assert.deepEqual(sources.map(({ document }) => document), english.sources.map(({ document }) => document));
    assert.equal(invalid.body, english.invalid.body);
    for (const name of Object.keys(rest)) assert.deepEqual(rest[name], english[name], `${english.rule}: ${name}`);
    assert.equal(explain(english.rule, { locale: "es" }), spanish[index]);
    assert.ok(Object.isFrozen(spanish[index]) && Object.isFrozen(sources));
  }
});

test("a rule has its versions and flows, and says what it marks and whether its level is fixed", () => {
  const { fixed, versions, flows, marks } = explain("options-match-types");
  assert.deepEqual({ fixed, versions, flows, marks }, {
    fixed: false,
    versions: ["v2"],
    flows: ["payment", "subscription", "setup"],
    marks: "name",
  });
  const levels = rules().filter((rule) => rule.fixed).map(({ rule }) => rule);
  assert.deepEqual(levels, ["json-syntax", "body-size", "not-serializable"]);
  assert.deepEqual(explain("amount-limit").flows, []);
});

test("a note mentions a contradicting newer page", () => {
  assert.match(explain("amount-required-in-subscription").note, /^Fintoc's newer page .* `allow` or `warn`$/);
  assert.match(explain("amount-required-in-subscription", { locale: "es" }).note, /`allow` o `warn`$/);
});

test("every rule of a violation can be explained, but an internal error has no entry", () => {
  assert.equal(explain("internal-error"), undefined);
  assert.equal(explain("internal-error", { locale: "es" }), undefined);
  assert.throws(() => explain("internal-error", { locale: "fr" }), { name: "TypeError", message: /"locale"/ });
  assert.throws(() => explain("amount-positiv"), { name: "TypeError", message: /there is no such rule/ });
  assert.throws(() => explain(undefined), TypeError);
});

test("an unsupported language is a TypeError", () => {
  assert.throws(() => rules({ locale: "fr" }), { name: "TypeError", message: /"locale"/ });
  assert.throws(() => explain("enum", { lang: "es" }), { name: "TypeError", message: /"lang"/ });
});
