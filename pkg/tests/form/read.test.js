/** What was posted, as the request that it stands for. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { FIELDS, SELF } from "../../src/form/fields.js";
import { readForm } from "../../src/form/read.js";
import { validate } from "../../dist/index.js";

const read = (entries, options = { locale: "es-CL" }) => readForm(Object.entries(entries), options);
const refused = (refusal) => ({ rule: "amount-text", path: ["amount"], param: "amount", refusal });
const request = (...args) => read(...args).request;

test("each text becomes what its field takes", () => {
  const entries = {
    amount: "$350.000",
    currency: "CLP",
    customer_email: " ana@example.com ",
    "line_items[0][quantity]": "2",
    "line_items[0].price_data.unit_amount": "175.000",
    "line_items.0.price_data.product_data.name": "Silla",
    "customer_data[tax_id][value]": "111111111",
    "payment_method_options[bank_transfer][sender_account][holder_id][editable]": "false",
    "payment_method_options[bank_transfer][sender_account][institution_id]": "cl_banco_estado",
    "metadata[note]": " as it is ",
    expires_at: "2026-01-14T12:00:00Z",
  };
  assert.deepEqual(request(entries), {
    amount: 350000,
    currency: "CLP",
    customer_email: "ana@example.com",
    line_items: [
      { quantity: 2, price_data: { unit_amount: 175000, product_data: { name: "Silla" }, currency: "CLP" } },
    ],
    customer_data: { tax_id: { value: "11.111.111-1" } },
    payment_method_options: {
      bank_transfer: { sender_account: { holder_id: { editable: false }, institution_id: "cl_banco_estado" } },
    },
    metadata: { note: " as it is " },
    expires_at: "2026-01-14T12:00:00Z",
  });
});

test("a RUT is sent as the documentation writes it, however it was typed", () => {
  for (const text of ["11.111.111-1", "11111111-1", "111111111", " 11111111 - 1 ", "11.111.111\u20111"]) {
    assert.equal(request({ "customer_data[tax_id][value]": text }).customer_data.tax_id.value, "11.111.111-1", text);
  }
  assert.equal(request({ "customer_data[tax_id][value]": "9007920k" }).customer_data.tax_id.value, "9.007.920-K");
  for (const text of ["GODE561231GR8", "11.11A.111-1", "1234567890123"]) {
    assert.equal(request({ "customer_data[tax_id][value]": text }).customer_data.tax_id.value, text);
  }
});

test("what is blank is not sent", () => {
  assert.deepEqual(request({ amount: " ", "line_items[0][quantity]": "", "customer_data[email]": "" }), {});
});

test("an amount that cannot be read stands there as it was typed, and is refused", () => {
  const { request, refusals } = read({ amount: "350,000", currency: "CLP" });
  assert.equal(request.amount, "350,000");
  assert.deepEqual(refusals, [refused("ambiguous")]);
  assert.deepEqual(read({ amount: "350" }).refusals, [refused("currency")]);
  assert.deepEqual(read({ amount: "350", currency: "USD" }).refusals, [refused("currency")]);
});

test("without a locale the numbers are English, and what is not is refused", () => {
  assert.deepEqual(read({ amount: "350.000", currency: "CLP" }, {}).refusals, [refused("ambiguous")]);
});

test("the currency may stand anywhere, be a default, or be that of an item", () => {
  assert.equal(request({ amount: "3.500,50", currency: "MXN" }).amount, 350050);
  assert.equal(
    readForm([["amount", "350.000"]], { locale: "es-CL", defaults: { currency: "CLP" } }).request.amount,
    350000,
  );
  const item = { "line_items[0].price_data.unit_amount": "3.500,50", "line_items[0].price_data.currency": "MXN" };
  assert.deepEqual(request({ ...item, currency: "CLP" }).line_items, [
    { price_data: { unit_amount: 350050, currency: "MXN" } },
  ]);
});

test("rows that were removed leave no gap, and blank ones come last", () => {
  const { request, fields } = read({
    "line_items[7][quantity]": "7",
    "line_items[0][quantity]": "",
    "line_items[2][quantity]": "2",
    "line_items[10][quantity]": "10",
  });
  assert.deepEqual(request.line_items, [{ quantity: 2 }, { quantity: 7 }, { quantity: 10 }]);
  const places = Object.fromEntries(fields.map(({ name, path }) => [name, path[1]]));
  assert.deepEqual(places, {
    "line_items[2][quantity]": 0,
    "line_items[7][quantity]": 1,
    "line_items[10][quantity]": 2,
    "line_items[0][quantity]": 3,
  });
});

test("a list is what is posted under its name, however that is written", () => {
  for (const names of [
    ["payment_method_types[]", "payment_method_types[]"],
    ["payment_method_types", "payment_method_types"],
    ["payment_method_types[1]", "payment_method_types[0]"],
  ]) {
    const entries = [
      [names[0], "card"],
      [names[1], "bank_transfer"],
    ];
    assert.deepEqual(readForm(entries).request, { payment_method_types: ["card", "bank_transfer"] });
  }
});

test("of a name that comes twice the last counts, as a box that is ticked after a hidden control", () => {
  const name = "payment_method_options.bank_transfer.sender_account.holder_id.editable";
  const [value] = [
    readForm([
      [name, "false"],
      [name, "on"],
    ]),
  ].map(({ request }) => request.payment_method_options.bank_transfer.sender_account.holder_id.editable);
  assert.equal(value, true);
});

test("names that no field has are told, and not sent", () => {
  const names = [
    "custmer_email",
    "amount[x]",
    "amount[]",
    "line_items",
    "line_items[]",
    "line_items[x][quantity]",
    "line_items[10000][quantity]",
    "line_items[00][quantity]",
    "line_items[-1][quantity]",
    "customer_data",
    "metadata",
    "metadata[*][x]",
    "*",
    "__proto__[polluted]",
    "metadata[__proto__]",
    "constructor",
    "toString",
    "hasOwnProperty",
    "payment_method_types[a]",
  ];
  const { request, unknown } = readForm(names.map((name) => [name, "1"]));
  assert.deepEqual(request, {});
  assert.deepEqual(unknown, names);
  assert.equal({}.polluted, undefined);
});

test("whatever is posted, nothing is thrown and the work is bounded", () => {
  const entries = Array.from({ length: 20_000 }, (_, index) => [`line_items[${index}][quantity]`, "1"]);
  assert.equal(readForm(entries).request.line_items.length, 10_000);
  assert.deepEqual(
    readForm([
      ["amount", new Blob()],
      [1, 2],
      [undefined, undefined],
    ]).request,
    {},
  );
});

test("each version has its own fields", () => {
  assert.deepEqual(readForm([["customer[email]", "ana@example.com"]], { version: "v1" }).request, {
    customer: { email: "ana@example.com" },
  });
  assert.deepEqual(readForm([["customer[email]", "ana@example.com"]]).unknown, ["customer[email]"]);
  assert.throws(() => readForm([], { version: "v3" }), TypeError);
});

/** Every field of a version: its path, and its kind. */
function* fieldsOf(tree, path = []) {
  if (typeof tree === "string") return yield { path, kind: tree };
  if (Array.isArray(tree)) return yield* fieldsOf(tree[0], [...path, 0]);
  if (tree[SELF]) yield { path, kind: tree[SELF] };
  for (const [name, member] of Object.entries(tree)) if (name !== "*") yield* fieldsOf(member, [...path, name]);
}

const WANTED = {
  text: "invalid_string",
  "tax-id": "invalid_string",
  time: "invalid_string",
  amount: "invalid_integer",
  integer: "invalid_integer",
  account: "invalid_string",
  enabled: "invalid_string",
  boolean: "invalid_boolean",
};

const bodyOf = (path, value) => path.reduceRight((inner, step) => (step === 0 ? [inner] : { [step]: inner }), value);

for (const version of ["v1", "v2"]) {
  test(`${version}: the core has each field, of the kind that a form reads`, () => {
    for (const { path, kind } of fieldsOf(FIELDS[version])) {
      const { errors, warnings } = validate(bodyOf(path, [[]]), { version });
      assert.ok(!warnings.some(({ rule }) => rule === "unknown-field"), path.join());
      const codes = errors
        .filter((error) => error.rule === "type" && error.path.join() === path.join())
        .map(({ code }) => code);
      assert.deepEqual(codes, [WANTED[kind]], path.join());
    }
  });
}

test("a form reads every field that the types declare", () => {
  const types = readFileSync(new URL("../../dist/index.d.ts", import.meta.url), "utf8");
  const declared = new Set(
    [...types.slice(types.indexOf("namespace Draft")).matchAll(/^ {4}(\w+)\?: Field</gm)].map(([, name]) => name),
  );
  const known = new Set(["v1", "v2"].flatMap((version) => namesOf(FIELDS[version])));
  assert.ok(declared.size > 30);
  assert.deepEqual(
    [...declared].filter((name) => !known.has(name)),
    [],
  );
});

function namesOf(tree) {
  if (typeof tree === "string") return [];
  return Object.entries(tree).flatMap(([name, member]) => [name, ...namesOf(member)]);
}
