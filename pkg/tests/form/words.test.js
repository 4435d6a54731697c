/** The words for people: every rule has some, in every language, and none repeats what was typed. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { controlFor, ELSEWHERE } from "../../src/form/place.js";
import { choose } from "../../src/form/timing.js";
import { readServerError } from "../../src/form/server-error.js";
import { en } from "../../src/form/words/en.js";
import { es, mexican } from "../../src/form/words/es.js";
import { formMessage, personMessage } from "../../src/form/words.js";
import { rules, validate } from "../../dist/index.js";

const LANGUAGES = { en, es, mexican: { ...es, ...mexican } };
const OTHERS = [
  "internal-error",
  "browser",
  "pending",
  "tax-id-no-check-digit",
  "time-no-zone",
  "unseen",
  "server",
  "summary",
  "row",
  ...["not-a-number", "currency", "decimals", "ambiguous", "repeated", "too-large"].map((reason) => `amount-${reason}`),
];

test("no rule is without words, and no words are of no rule", () => {
  const subjects = [...rules().map(({ rule }) => rule), ...OTHERS].sort();
  for (const [name, words] of Object.entries(LANGUAGES)) assert.deepEqual(Object.keys(words).sort(), subjects, name);
});

test("every sentence is one, with whatever facts there are", () => {
  const facts = [
    {},
    { currency: "CLP", taxId: "RUT", total: "$1", code: "invalid_integer", count: 1 },
    { currency: "MXN", taxId: "RFC", code: "missing_parameter", count: 2 },
  ];
  for (const words of Object.values(LANGUAGES)) {
    for (const [subject, sentence] of Object.entries(words)) {
      for (const fact of facts) {
        const said = sentence({ label: "Etiqueta", example: "$1", row: 1, count: 2, ...fact });
        assert.match(
          said,
          ["summary", "row", "pending"].includes(subject) ? /^[\p{Lu}\d].*[^.]$/u : /^[\p{Lu}“].*[.?]$/u,
          `${subject}: ${said}`,
        );
        assert.doesNotMatch(said, /undefined|null|NaN|_/, subject);
      }
    }
  }
});

test("the breach of every rule is said with the label instead of the name", () => {
  for (const { rule, invalid } of rules()) {
    if (!invalid.body) continue;
    const request = tryParse(invalid.body);
    const { errors, warnings } = validate(request, { version: invalid.version, now: "2026-01-13T12:00:00Z" });
    for (const violation of [...errors, ...warnings].filter((found) => found.rule === rule)) {
      for (const locale of ["en", "es-CL", "es-MX"]) {
        const said = personMessage(violation, { locale, label: "Etiqueta", request });
        const name = violation.path.filter((step) => typeof step === "string").at(-1);
        assert.ok(!name?.includes("_") || !said.includes(name), said);
      }
    }
  }
});

function tryParse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const violation = (rule, path, more) => ({ rule, path, param: path.join("."), ...more });
const taxId = ["customer_data", "tax_id", "value"];

test("a sentence knows the language, the currency and the kind of identifier", () => {
  const say = (found, options) => personMessage(found, options).replaceAll("\u00a0", " ");
  const wrongRut = { request: { customer_data: { tax_id: { type: "cl_rut", value: "x" } } }, label: "RUT" };
  assert.equal(
    say(violation("tax-id-format", taxId), { ...wrongRut, locale: "es-CL" }),
    "Escribe un RUT válido, por ejemplo 11.111.111-1.",
  );
  const wrongRfc = { request: { currency: "CLP", customer_data: { tax_id: { type: "mx_rfc" } } }, label: "RFC" };
  assert.equal(
    say(violation("tax-id-format", taxId), { ...wrongRfc, locale: "es-MX" }),
    "Escribe un RFC válido, por ejemplo GODE561231GR8.",
  );
  const total = violation("amount-equals-total", ["amount"], { suggestion: 350050 });
  assert.equal(
    say(total, { locale: "es-CL", request: { currency: "MXN" } }),
    "El monto y los productos no cuadran: los productos suman MXN 3.500,50.",
  );
  assert.equal(
    say(total, { locale: "es", request: { currency: "MXN" } }),
    "El monto y los productos no cuadran: los productos suman $3,500.50.",
  );
  const ambiguous = violation("amount-text", ["amount"], { refusal: "ambiguous" });
  assert.equal(
    say(ambiguous, { locale: "es-CL", label: "Monto", request: { currency: "CLP" } }),
    "“Monto” no está claro. Escríbelo como $350.000.",
  );
  assert.equal(say(violation("required", ["currency"]), { locale: "en", label: "Currency" }), "Fill in “Currency”.");
});

test("words can be others, as a sentence or as what makes it", () => {
  const required = violation("required", ["currency"]);
  assert.equal(personMessage(required, { words: { required: "Falta." } }), "Falta.");
  assert.equal(personMessage(required, { label: "A", words: { required: ({ label }) => `${label}?` } }), "A?");
  assert.equal(personMessage(required, { label: "A", words: { type: "no" } }), "Fill in “A”.");
});

test("what is typed is not repeated", () => {
  const secret = "s3cr3t";
  const request = {
    amount: secret,
    currency: secret,
    customer_email: secret,
    flow: secret,
    customer_data: { tax_id: { type: secret, value: secret } },
    metadata: { a: { secret } },
  };
  const { errors, warnings } = validate(request);
  for (const found of [...errors, ...warnings]) {
    for (const locale of ["en", "es-CL", "es-MX"])
      assert.ok(!personMessage(found, { locale, label: "L", request }).includes(secret));
  }
});

test("where to mend a mistake instead is among what its rule judges or reads", () => {
  const catalogue = Object.fromEntries(rules().map((info) => [info.rule, [...info.fields, ...info.depends_on]]));
  for (const [rule, patterns] of Object.entries(ELSEWHERE)) {
    for (const pattern of patterns) {
      const isKnown = catalogue[rule].some(
        (known) => known === pattern || pattern.startsWith(known) || known.startsWith(pattern),
      );
      assert.ok(isKnown, `${rule}: ${pattern}`);
    }
  }
});

const control = (more) => ({ matches: () => false, getClientRects: () => [{}], ...more });

test("a mistake is shown at its control, or else where it can be mended", () => {
  const amount = { path: ["amount"], control: control({ readOnly: true }) };
  const quantity = { path: ["line_items", 0, "quantity"], control: control() };
  const name = { path: ["customer_data", "name"], control: control() };
  const fields = [amount, quantity, name];
  assert.equal(controlFor(violation("amount-equals-total", ["amount"]), fields), quantity.control);
  assert.equal(controlFor(violation("line-items-required-in-subscription", ["line_items"]), fields), quantity.control);
  assert.equal(controlFor(violation("customer-identified", ["customer_data"]), fields), name.control);
  assert.equal(controlFor(violation("required", ["currency"]), fields), undefined);
  assert.equal(controlFor(violation("json-syntax", []), fields), undefined);
  amount.control.readOnly = false;
  assert.equal(controlFor(violation("amount-equals-total", ["amount"]), fields), amount.control);
});

test("a mistake in an item is shown in that item", () => {
  const named = (...path) => ({ path, control: control() });
  const [first, second] = [0, 1].map((index) => ({
    price: named("line_items", index, "price"),
    unitAmount: named("line_items", index, "price_data", "unit_amount"),
    interval: named("line_items", index, "price_data", "recurring", "interval"),
    product: named("line_items", index, "price_data", "product"),
  }));
  const flow = named("flow");
  const at = (rule, path, fields) => controlFor(violation(rule, path), fields);
  const all = [flow, ...Object.values(first), ...Object.values(second)];
  const priceData = ["line_items", 1, "price_data"];
  assert.equal(at("price-xor-price-data", priceData, all), second.price.control);
  assert.equal(at("product-xor-product-data", [...priceData, "product_data"], all), second.product.control);
  for (const rule of ["recurring-expected", "recurring-only-in-subscription"]) {
    assert.equal(at(rule, [...priceData, "recurring"], all), second.interval.control);
    assert.equal(at(rule, [...priceData, "recurring"], [flow, first.interval]), flow.control);
  }
  assert.equal(at("amount-positive", ["line_items"], all), first.unitAmount.control);
  assert.equal(at("price-xor-price-data", priceData, Object.values(first)), undefined);
});

test("what is missing in an account is shown at what the form has of it", () => {
  const account = ["payment_method_options", "bank_transfer", "sender_account"];
  const editable = { path: [...account, "holder_id", "editable"], control: control() };
  const other = { path: [...account, "institution_id", "value"], control: control() };
  const missing = violation("sender-account-form", [...account, "holder_id", "value"]);
  assert.equal(controlFor(missing, [other, editable]), editable.control);
  assert.equal(controlFor(missing, [other]), undefined);
  const recipient = { path: ["payment_method_options", "bank_transfer", "recipient_account", "number"], control: control() };
  const incomplete = violation("recipient-account-complete", recipient.path.slice(0, -1));
  assert.equal(controlFor(incomplete, [other, recipient]), recipient.control);
  const types = { path: ["payment_method_types", 0], control: control() };
  const options = violation("options-incomplete", ["payment_method_options", "card", "types"]);
  assert.equal(controlFor(options, [other, types]), types.control);
});

test("a form never shows a name of the request, or quotes around nothing", () => {
  for (const { rule, fields } of [...rules(), ...OTHERS.map((rule) => ({ rule, fields: ["amount"] }))]) {
    for (const path of [[], ["line_items", 0, ...(fields[0] ?? "").split(".")]]) {
      for (const locale of ["en", "es-CL", "es-MX"]) {
        for (const level of ["error", "warning"]) {
          for (const found of [violation(rule, path, { level }), violation(rule, path, { level, control: control() })]) {
            const said = formMessage(found, { locale, request: { currency: "MXN" } });
            assert.doesNotMatch(said, /“”|[a-z]_|line_items/, `${rule}: ${said}`);
            assert.doesNotMatch(personMessage(found, { locale }), /“”/, rule);
          }
        }
      }
    }
  }
  const hidden = violation("redirect-url-http", ["success_url"], { level: "error" });
  assert.equal(formMessage(hidden, { locale: "es-CL" }), es["not-serializable"]());
  assert.equal(formMessage(hidden, { words: { "redirect-url-http": ({ label }) => label } }), "success_url");
  const unlabelled = violation("required", ["customer_email"], { code: "missing_parameter", control: control() });
  assert.equal(formMessage(unlabelled, { locale: "es-CL" }), "Completa este campo.");
  assert.equal(formMessage(unlabelled, { locale: "es-CL", label: "Correo" }), "Completa “Correo”.");
});

test("what is shown stays while it is found, and a new mistake waits", () => {
  const [one, other] = [{ rule: "a" }, { rule: "b" }];
  assert.equal(
    choose([one, other], other, () => false),
    other,
  );
  assert.equal(
    choose([one], other, () => false),
    undefined,
  );
  assert.equal(
    choose([one], other, () => true),
    one,
  );
  assert.equal(
    choose([], other, () => true),
    undefined,
  );
  assert.equal(
    choose([one, other], undefined, () => true),
    one,
  );
});

test("whatever a server answers is an error at a place, or at none", () => {
  const { path, message } = readServerError({ error: { param: "line_items[0].quantity", code: "x", message: "No." } });
  assert.deepEqual({ path, message }, { path: ["line_items", 0, "quantity"], message: "No." });
  const throwing = {
    get error() {
      throw new Error();
    },
  };
  for (const answer of [
    undefined,
    null,
    1,
    "x",
    [],
    {},
    { error: null },
    { error: { param: {}, message: 1 } },
    { error: { param: "__proto__" } },
    throwing,
  ]) {
    assert.deepEqual(readServerError(answer).path, []);
  }
  assert.equal(readServerError({ message: "m".repeat(1e6) }).message.length, 300);
});
