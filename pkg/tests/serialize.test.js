/** The text of a value, the losses of JSON.stringify, and limits that never refuse a value that fits. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { runInNewContext } from "node:vm";

import { MAX_BYTES, findLoneSurrogate, serialize } from "../src/serialize.js";

const fail = () => {
  throw new Error("mine");
};

test("half of a surrogate pair is escaped where JSON.stringify writes it as it is, as in Hermes", async () => {
  const { stringify } = JSON;
  const unescaped = (text) => text?.replace(/\\u(d[89a-f]..)/g, (_, digits) => String.fromCharCode(parseInt(digits, 16)));
  JSON.stringify = (value) => unescaped(stringify(value));
  try {
    const { serialize } = await import("../src/serialize.js?hermes");
    for (const value of ["\ud800", "a\udc00b", { "\udfff": ["\udc00\ud800", "😀"] }, ["ñ", "\\ud800"]]) {
      assert.equal(serialize(value).text, stringify(value));
    }
  } finally {
    JSON.stringify = stringify;
  }
});

/** Returns the id and the path of the fault of a value, in one list. */
const faultOf = (value) => {
  const { text, fault } = serialize(value);
  assert.equal(text, undefined);
  return [fault.id, ...fault.path];
};
const TOO_LARGE = [""];

test("a value within the limits is serialized as by JSON.stringify, and the copy is what the text says", () => {
  const date = new Date(0);
  const values = [
    null,
    true,
    1.5,
    -0,
    NaN,
    "ñ\ud800",
    [],
    {},
    [undefined, () => 1, Symbol(), -0, , 1],
    { a: undefined, b: Symbol(), c: date },
    { toJSON: () => ({ amount: 1 }) },
    { a: { toJSON: (key) => key }, b: [{ toJSON: (key) => key }] },
    Object.assign(() => 1, { toJSON: () => 2 }),
    Object.create({ inherited: 1 }),
    new Map([[1, 2]]),
    new Number(1),
    new String("s"),
    new Boolean(false),
    [new Number(NaN), Object.assign(new Number(1), { valueOf: () => 7 })],
    { [Symbol.toStringTag]: "Number" },
    Object(Symbol()),
    new Proxy({ a: 1 }, {}),
    new Proxy([1], {}),
    { ["__proto__"]: 1, constructor: 2, toString: 3 },
    { 10: 1, 9: 2, a: 3 },
    /x/,
    new Error("e"),
    { a: { b: [{ c: 1 }, { d: [[]] }] }, e: {} },
    new Float64Array([1.5, NaN]),
    new DataView(new ArrayBuffer(8)),
    Object.defineProperty(new Uint8Array(2), "length", { value: 2 ** 40 }),
    runInNewContext("({ a: new Date(0), b: [new Number(1)], c: Object.create(null) })"),
  ];
  for (const value of values) {
    const { text, copy, fault } = serialize(value);
    assert.equal(fault, undefined);
    assert.equal(text, JSON.stringify(value));
    assert.deepEqual(copy, JSON.parse(text));
  }
});

test("a number that JSON.rawJSON made stays as it is", { skip: !JSON.rawJSON }, () => {
  const { text, copy } = serialize({ amount: JSON.rawJSON("12345678901234567890") });
  assert.equal(text, '{"amount":12345678901234567890}');
  assert.equal(copy.amount, 12345678901234567890);
});

test("no setter of a polluted prototype is called", () => {
  Object.defineProperty(Object.prototype, "colour", { set: fail, configurable: true });
  try {
    assert.equal(serialize({ colour: 1 }).text, '{"colour":1}');
  } finally {
    delete Object.prototype.colour;
  }
});

test("what is lost in the text is listed with its path", () => {
  const lost = (value) => serialize(value).losses;
  const nested = {
    a: () => 1,
    b: [Symbol(), undefined, { c: NaN }],
    d: new Date(NaN),
    e: new Map([[1, 2]]),
    f: new Set([1]),
    g: Promise.resolve(),
    h: -Infinity,
    i: new (class extends Map {})(),
    j: { toJSON: () => Infinity },
    k: new Number(NaN),
    l: new (class extends Date {})("x"),
  };
  assert.deepEqual(lost(nested), [
    ["function", "a"],
    ["symbol", "b", 0],
    ["undefined", "b", 1],
    ["not_finite", "b", 2, "c"],
    ["invalid_date", "d"],
    ["map", "e"],
    ["set", "f"],
    ["promise", "g"],
    ["not_finite", "h"],
    ["map", "i"],
    ["not_finite", "j"],
    ["not_finite", "k"],
    ["invalid_date", "l"],
  ]);
  const bodies = [NaN, new Map(), new Set(), Promise.resolve(), new FormData(), new URLSearchParams()];
  bodies.push(new Request("http://a.cl"), new Response(), runInNewContext("new Map()"), new Date(NaN));
  const ids = ["not_finite", "map", "set", "promise", "form_data", "url_search_params", "request", "response", "map"];
  assert.deepEqual(bodies.map(lost), [...ids, "invalid_date"].map((id) => [[id]]));
});

test("what JSON keeps is not lost, nor what is absent, nor what a toJSON gives", () => {
  const value = {
    a: undefined,
    b: new Date(0),
    c: null,
    d: { toJSON: () => null },
    e: { toJSON: () => undefined },
    f: Object.assign(new Map(), { toJSON: () => ({}) }),
    g: new URLSearchParams(),
    h: new Response(),
    i: Object.assign(() => 1, { toJSON: () => 2 }),
    j: Object.create({ then: () => 1 }),
  };
  assert.deepEqual(serialize(value).losses, []);
});

test("the list of losses is bounded, in their number and in the size of their paths", () => {
  const { losses, omitted } = serialize(Array(1000).fill(NaN), 10);
  assert.deepEqual([losses.length, omitted], [10, 990]);
  const long = serialize({ ["k".repeat(100_000)]: Array(1000).fill(NaN) });
  assert.equal(long.losses.length + long.omitted, 1000);
  assert.ok(JSON.stringify(long.losses).length < 2 * MAX_BYTES);
});

test("the cause why there is no text, and where it is", () => {
  const cycle = { a: [{}] };
  cycle.a[0].b = cycle.a;
  const trap = (name) => new Proxy({}, { [name]: fail });
  const faults = [
    [undefined, ["undefined"]],
    [() => 1, ["function"]],
    [Symbol(), ["symbol"]],
    [{ toJSON: () => undefined }, ["undefined"]],
    [1n, ["bigint"]],
    [{ a: [0, 1n] }, ["bigint", "a", 1]],
    [{ a: Object(1n) }, ["bigint", "a"]],
    [cycle, ["cycle", "a", 0, "b"]],
    [{ a: { get b() { return fail(); } } }, ["getter", "a", "b"]],
    [{ a: { get toJSON() { return fail(); } } }, ["getter", "a"]],
    [{ a: [{ toJSON: fail }] }, ["to_json", "a", 0]],
    [{ a: 1, b: { toJSON: () => ({ c: 1n }) } }, ["bigint", "b", "c"]],
    [{ a: trap("ownKeys") }, ["getter", "a"]],
    [{ a: trap("get") }, ["getter", "a"]],
    [[new Proxy([], { get: (_, name) => (name === "length" ? 1n : undefined) })], ["getter", 0]],
  ];
  for (const [value, fault] of faults) assert.deepEqual(faultOf(value), fault);
});

test("127 levels are accepted, and 128 are not", () => {
  for (const wrap of [(value) => [value], (value) => ({ value }), (value) => ({ toJSON: () => [value] })]) {
    const nested = (levels) => Array.from({ length: levels - 1 }).reduce(wrap, wrap(0));
    assert.ok(serialize(nested(127)).text);
    const { fault } = serialize(nested(128));
    assert.deepEqual([fault.id, fault.path.length], ["depth", 127]);
  }
});

test("levels are counted per path: siblings and repeated objects add none", () => {
  const shared = { a: [] };
  assert.ok(serialize(Array.from({ length: 500 }, () => ({ shared, again: [shared, shared] }))).text);
});

test("a text of exactly the maximum length is accepted", () => {
  const fill = (make) => {
    const units = MAX_BYTES - JSON.stringify(make("")).length;
    return make("n".repeat(units));
  };
  const shapes = [
    (text) => text,
    (text) => [text],
    (text) => ({ [text]: 0 }),
    (text) => ({ a: 0, b: [0, [], {}], c: text }),
    (text) => [...Array(1000).fill(null), true, text],
    (text) => [new Uint8Array(1000), text],
    (text) => ({ a: undefined, b: () => 0, c: { d: { e: text } } }),
    (text) => [undefined, () => 0, Symbol(), text],
  ];
  for (const shape of shapes) {
    const { text } = serialize(fill(shape));
    assert.equal(text?.length, MAX_BYTES);
  }
  const full = serialize(Array(MAX_BYTES / 2 - 1).fill(0));
  assert.equal(full.text?.length, MAX_BYTES - 1);
});

test("a text that must become too long is not built", () => {
  const dag = Array.from({ length: 60 }).reduce((below) => [below, below], 0);
  const values = [
    dag,
    new Array(2 ** 32 - 1),
    new Uint8Array(2 ** 24),
    Object.defineProperty(new Uint8Array(2 ** 24), "length", { value: 0 }),
    "n".repeat(MAX_BYTES + 1),
    Object.fromEntries(Array.from({ length: 300_000 }, (_, index) => [`key${index}`, 0])),
    new Proxy([], { get: (target, key) => (key === "length" ? 2 ** 53 - 1 : undefined) }),
  ];
  for (const value of values) assert.deepEqual(faultOf(value), TOO_LARGE);
});

test("what is left out is counted too: no value is read more than a million times", () => {
  let reads = 0;
  const members = Array.from({ length: 2 ** 10 }, (_, index) => [`k${index}`, undefined]);
  const leaf = new Proxy(Object.fromEntries(members), { get: (target, key) => void (typeof key === "string" && reads++) });
  assert.deepEqual(faultOf(Array(2 ** 11).fill(leaf)), TOO_LARGE);
  assert.ok(reads < 2 ** 20 + 2 ** 12, String(reads));
  assert.equal(serialize(Array(100).fill(leaf)).text, JSON.stringify(Array(100).fill({})));
});

test("the first string or name with half of a surrogate pair is found", () => {
  const found = [
    ["\ud800", []],
    [{ a: "😀", b: ["x", { c: "\ude00" }] }, ["b", 1, "c"]],
    [{ a: { "\ud800": 1 } }, ["a", "\ud800"]],
    [{ a: "😀" }, undefined],
    [null, undefined],
  ];
  for (const [value, path] of found) assert.deepEqual(findLoneSurrogate(value), path);
});
