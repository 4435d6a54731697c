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

const TYPE = "customer_data[tax_id][type]";
const VALUE = "customer_data[tax_id][value]";

test("a group of which only preset values are posted is left out", () => {
  const email = { "customer_data[email]": "ana@example.com" };
  assert.deepEqual(request({ [TYPE]: "cl_rut", [VALUE]: "" }), {});
  assert.deepEqual(request({ ...email, [TYPE]: "cl_rut", [VALUE]: " \u200b" }), {
    customer_data: { email: "ana@example.com" },
  });
  assert.deepEqual(request({ [TYPE]: "cl_rut", [VALUE]: "111111111" }), {
    customer_data: { tax_id: { type: "cl_rut", value: "11.111.111-1" } },
  });
  assert.deepEqual(request({ "customer_data[metadata][source]": "web", "customer_data[email]": "" }), {});
  const sender = "payment_method_options[bank_transfer][sender_account][holder_id]";
  assert.deepEqual(request({ [`${sender}[editable]`]: "false", [`${sender}[value]`]: "" }), {});
  const row = (index, quantity, name) => ({
    [`line_items[${index}][quantity]`]: quantity,
    [`line_items[${index}][price_data][product_data][name]`]: name,
    [`line_items[${index}][price_data][currency]`]: "CLP",
    [`line_items[${index}][price_data][recurring][interval]`]: "month",
  });
  assert.deepEqual(request({ ...row(0, "1", ""), ...row(1, "0", "") }), {});
  assert.equal(request({ ...row(0, "1", ""), ...row(1, "1", "Pan") }).line_items.length, 1);
  assert.equal(request(row(0, "3", "")).line_items.length, 1);
});

test("a group without anything to fill is sent as it is", () => {
  assert.deepEqual(request({ [TYPE]: "cl_rut" }), { customer_data: { tax_id: { type: "cl_rut" } } });
  assert.deepEqual(request({ "metadata[order]": "1", "metadata[note]": "" }), { metadata: { order: "1" } });
});

test("defaults merge deeply, and alone do not fill a group", () => {
  const options = (defaults) => ({ locale: "es-CL", defaults });
  const type = options({ customer_data: { tax_id: { type: "cl_rut" } } });
  assert.deepEqual(read({ [VALUE]: "" }, type).request, {});
  assert.deepEqual(read({ [VALUE]: "11.111.111-1" }, type).request, {
    customer_data: { tax_id: { type: "cl_rut", value: "11.111.111-1" } },
  });
  assert.deepEqual(read({ amount: "" }, type).request, type.defaults, "the form does not ask for it");
  const known = options({ customer_data: { email: "ana@example.com", metadata: { plan: "a" } } });
  assert.deepEqual(read({ [VALUE]: "" }, known).request, known.defaults);
  assert.deepEqual(read({ "customer_data[name]": "Ana" }, known).request.customer_data, {
    ...known.defaults.customer_data,
    name: "Ana",
  });
  assert.deepEqual(read({ "metadata[order]": "0012" }, options({ metadata: { store: "1", order: "0" } })).request, {
    metadata: { store: "1", order: "0012" },
  });
  const list = options({ payment_method_types: ["card"], line_items: [{ quantity: 1, price: "price_1" }] });
  assert.deepEqual(read({ "payment_method_types[]": "pac", "line_items[0][quantity]": "" }, list).request, {
    payment_method_types: ["pac"],
    line_items: [{ quantity: 1, price: "price_1" }],
  });
  assert.deepEqual(list.defaults.payment_method_types, ["card"], "the defaults themselves are not changed");
  const polluting = JSON.parse('{"metadata": {"__proto__": {"polluted": 1}}}');
  read({ "metadata[a]": "1" }, options(polluting));
  assert.equal({}.polluted, undefined);
});

test("defaults of rows merge by index with the rows of the form", () => {
  const product = (name, unit_amount) => ({
    price_data: { currency: "CLP", unit_amount, product_data: { name, image_url: "https://merchant.com/" } },
  });
  const options = { locale: "es-CL", defaults: { line_items: [product("Pan", 1000), product("Queso", 5000)] } };
  const items = (posted) => read(posted, options).request.line_items;
  assert.deepEqual(items({ "line_items[1][quantity]": "2", "line_items[0][quantity]": "" }), [
    { ...product("Queso", 5000), quantity: 2 },
  ]);
  assert.deepEqual(items({ "line_items[0][quantity]": "", "line_items[1][quantity]": "" }), undefined);
  const [first] = items({ "line_items[0][quantity]": "1", "line_items[0][price_data][product_data][name]": "Pan negro" });
  assert.deepEqual(first.price_data, product("Pan negro", 1000).price_data);
  assert.deepEqual(
    items({ "line_items[][quantity]": "3" }).map(({ quantity }) => quantity),
    [3, undefined],
    "a row that the form does not ask for is sent as it is",
  );
  assert.deepEqual(items({ "line_items[5][quantity]": "1" }).length, 3);
  assert.deepEqual(items({}), options.defaults.line_items);
  assert.deepEqual(options.defaults.line_items, [product("Pan", 1000), product("Queso", 5000)]);
  const { fields } = read({ "line_items[0][quantity]": "", "line_items[1][quantity]": "2" }, options);
  assert.deepEqual(
    fields.map(({ name, path }) => `${name} ${path.join(".")}`),
    ["line_items[1][quantity] line_items.0.quantity", "line_items[0][quantity] line_items.1.quantity"],
  );
});

test("what was posted is read from every kind of object", async () => {
  const expected = {
    amount: 350000,
    currency: "CLP",
    payment_method_types: ["card", "pac"],
    line_items: [{ quantity: 2 }],
  };
  const pairs = [
    ["amount", "350.000"],
    ["currency", "CLP"],
    ["payment_method_types[]", "card"],
    ["payment_method_types[]", "pac"],
    ["line_items[0][quantity]", "2"],
  ];
  const formData = new FormData();
  for (const [name, value] of pairs) formData.append(name, value);
  const nested = {
    amount: "350.000",
    currency: "CLP",
    payment_method_types: ["card", "pac"],
    line_items: [{ quantity: "2" }],
  };
  const flat = {
    amount: "350.000",
    currency: "CLP",
    "payment_method_types[]": ["card", "pac"],
    "line_items[0][quantity]": "2",
  };
  const byIndex = { ...nested, line_items: { 0: { quantity: "2" } }, payment_method_types: { 0: "card", 1: "pac" } };
  const bare = Object.assign(Object.create(null), flat);
  const parsed = await new Response(new URLSearchParams(pairs)).formData();
  for (const source of [
    pairs,
    formData,
    parsed,
    new URLSearchParams(pairs),
    nested,
    flat,
    byIndex,
    bare,
    pairs.values(),
  ]) {
    assert.deepEqual(readForm(source, { locale: "es-CL" }).request, expected);
  }
  assert.deepEqual(readForm({ amount: 350000, currency: "CLP", expires_at: new Date(0) }).request, {
    amount: 350000,
    currency: "CLP",
    expires_at: new Date(0),
  });
});

test("what is no form is an error that says what it is", () => {
  class Body {}
  const wrong = [
    [undefined, /parser/],
    [null, /parser/],
    ["amount=1", /URLSearchParams/],
    ["", /URLSearchParams/],
    [Promise.resolve({}), /await/],
    [new Request("https://merchant.com"), /formData/],
    [new Response(), /formData/],
    [5, /number/],
    [() => {}, /function/],
    [new Set(["amount"]), /Set/],
    [new Uint8Array(3), /Uint8Array/],
    [["amount", "1"], /Array/],
    [[["amount"]], /Array/],
    [new Body(), /Body/],
    [new Date(), /Date/],
  ];
  for (const [source, reason] of wrong) {
    assert.throws(
      () => readForm(source),
      (error) => error instanceof TypeError && /^readForm takes/.test(error.message) && reason.test(error.message),
      String(source),
    );
  }
});

test("cycles and depths of an object end", () => {
  const cyclic = { amount: "1", currency: "CLP" };
  cyclic.customer_data = cyclic;
  assert.equal(readForm(cyclic).request.amount, 1);
  let deep = { a: "1" };
  for (let depth = 0; depth < 10_000; depth++) deep = { customer_data: deep };
  assert.deepEqual(readForm(deep).request, {});
});

test("a local time is read in its zone", () => {
  const time = (expires_at, timeZone) => readForm({ expires_at }, { timeZone }).request.expires_at;
  for (const [text, zone, utc] of [
    ["2027-01-13T10:00", "America/Santiago", "2027-01-13T13:00:00Z"],
    ["2027-07-13T10:00", "America/Santiago", "2027-07-13T14:00:00Z"],
    ["2027-07-13T10:00:30", "America/Mexico_City", "2027-07-13T16:00:30Z"],
    ["2027-07-13T10:00", "America/Tijuana", "2027-07-13T17:00:00Z"],
    ["2027-01-13T10:00", "UTC", "2027-01-13T10:00:00Z"],
    ["2027-01-13T10:00", "Asia/Kolkata", "2027-01-13T04:30:00Z"],
    // Clocks are put back at midnight, so that 23:30 comes twice: the first is meant.
    ["2027-04-03T23:30", "America/Santiago", "2027-04-04T02:30:00Z"],
    // Clocks are put forward at midnight, so that 00:30 does not exist.
    ["2027-09-05T00:30", "America/Santiago", "2027-09-05T04:30:00Z"],
    ["2027-12-31T22:00", "America/Santiago", "2028-01-01T01:00:00Z"],
    ["2028-02-29T10:00", "UTC", "2028-02-29T10:00:00Z"],
    ["2027-02-30T10:00", "UTC", "2027-02-30T10:00"],
    ["2027-01-13T10:00:00Z", "America/Santiago", "2027-01-13T10:00:00Z"],
    ["mañana", "America/Santiago", "mañana"],
  ]) {
    assert.equal(time(text, zone), utc, `${text} ${zone}`);
  }
  assert.deepEqual(readForm({ expires_at: "2027-01-13T10:00" }).refusals, [
    { rule: "time-text", path: ["expires_at"], param: "expires_at", refusal: "no-zone" },
  ]);
  for (const timeZone of ["Chile", "", 3, null, {}]) assert.throws(() => time("", timeZone), /option "timeZone"/);
});

test("rows are named as in Rails too", () => {
  const posted = new URLSearchParams([
    ["line_items[][quantity]", "1"],
    ["line_items[][price_data][unit_amount]", "1.000"],
    ["line_items[][quantity]", "2"],
    ["line_items[][price_data][product_data][name]", "Pan"],
    ["line_items[].quantity", "3"],
    ["currency", "CLP"],
  ]);
  const { request, unknown } = readForm(posted, { locale: "es-CL" });
  assert.deepEqual(
    request.line_items.map(({ quantity, price_data }) => [
      quantity,
      price_data?.unit_amount,
      price_data?.product_data?.name,
    ]),
    [
      [1, 1000, undefined],
      [2, undefined, "Pan"],
      [3, undefined, undefined],
    ],
  );
  assert.deepEqual(unknown, []);
});

test("a box for saving the payment method sends its word", () => {
  for (const [value, word] of [
    ["on", "enabled"],
    ["true", "enabled"],
    ["1", "enabled"],
    ["enabled", "enabled"],
    ["off", "disabled"],
    ["0", "disabled"],
    ["disabled", "disabled"],
    ["On", "enabled"],
    ["YES", "enabled"],
    ["Sí", "enabled"],
    ["no", "disabled"],
    ["Enabled", "enabled"],
    ["x", "x"],
    [true, "enabled"],
    [false, "disabled"],
  ]) {
    assert.deepEqual(readForm({ save_payment_method: value }).request, { save_payment_method: word });
  }
  assert.equal(
    readForm([
      ["save_payment_method", "0"],
      ["save_payment_method", "1"],
    ]).request.save_payment_method,
    "enabled",
  );
});

test("two amounts under one name are refused, and the same one twice is not", () => {
  const twice = (one, other) =>
    readForm(
      [
        ["currency", "CLP"],
        ["amount", one],
        ["amount", other],
      ],
      { locale: "es-CL" },
    );
  assert.deepEqual(twice("1", "2").refusals, [refused("repeated")]);
  assert.deepEqual(twice("350.000", "350000").refusals, []);
  assert.equal(twice("", "2").request.amount, 2);
});

test("names of frameworks are passed over", () => {
  const names = [
    "$ACTION_REF_1",
    "$ACTION_1:0",
    "$ACTION_KEY",
    "csrf",
    "_csrf",
    "csrf_token",
    "csrfmiddlewaretoken",
    "_token",
    "authenticity_token",
    "utf8",
    "_method",
    "csrf-token",
    "csrfToken",
    "X-CSRF-Token",
    "XSRF-TOKEN",
    "_xsrf",
    "YII_CSRF_TOKEN",
    "csrf_test_name",
    "__RequestVerificationToken",
    "__VIEWSTATE",
    "javax.faces.ViewState",
    "_charset_",
    "_wpnonce",
    "_Token[fields]",
    "form_build_id",
    "commit",
    "1_$ACTION_ID_4f",
    "g-recaptcha-response",
    "cf-turnstile-response",
  ];
  assert.deepEqual(readForm(names.map((name) => [name, "1"])).unknown, []);
  const others = ["token", "methods", "utf", "commits", "csr", "$amount", "metadata_csr", "__proto__[csr]"];
  assert.deepEqual(readForm(others.map((name) => [name, "1"])).unknown, others);
  // In the metadata such a name is the merchant's own.
  assert.deepEqual(readForm({ "metadata[csrf]": "1", "metadata[_id]": "2" }).request.metadata, { csrf: "1", _id: "2" });
});

test("blanks that cannot be seen are stripped at the ends", () => {
  for (const blank of ["\u200b", "\ufeff", "\u2060", "\u00ad", "\u200e", "\u202e", "\u3164"]) {
    assert.deepEqual(request({ customer_email: `${blank} ana@example.com${blank}`, "metadata[note]": blank }), {
      customer_email: "ana@example.com",
    });
  }
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
