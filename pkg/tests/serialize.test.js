/** The limits of serialization, which never refuse a value that fits. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { MAX_BYTES, serialize } from "../src/serialize.js";

const TOO_LARGE = { isTooLarge: true };
const NOT_SERIALIZABLE = { isTooLarge: false };

test("a value within the limits is serialized as by JSON.stringify", () => {
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
    [undefined, () => 1, Symbol()],
    { a: undefined, b: Symbol(), c: date },
    { toJSON: () => ({ amount: 1 }) },
    Object.create({ inherited: 1 }),
    new Map([[1, 2]]),
    new Number(1),
    new String("s"),
    new Boolean(false),
    Object(Symbol()),
    new Proxy({ a: 1 }, {}),
    new Proxy([1], {}),
    { ["__proto__"]: 1 },
    /x/,
    new Error("e"),
    { a: { b: [{ c: 1 }, { d: [[]] }] }, e: {} },
    new Float64Array([1.5, NaN]),
    new DataView(new ArrayBuffer(8)),
    Object.defineProperty(new Uint8Array(2), "length", { value: 2 ** 40 }),
  ];
  for (const value of values) assert.deepEqual(serialize(value), { text: JSON.stringify(value) });
});

test("a value for which JSON.stringify returns undefined or throws cannot be serialized", () => {
  const cycle = {};
  cycle.self = { again: [cycle] };
  const throwing = {
    get amount() {
      throw "anything";
    },
  };
  const values = [
    undefined,
    () => 1,
    Symbol(),
    1n,
    { a: 1n },
    cycle,
    throwing,
    {
      toJSON() {
        throw new Error();
      },
    },
  ];
  for (const value of values) assert.deepEqual(serialize(value), NOT_SERIALIZABLE);
});

test("127 levels are accepted, and 128 are not", () => {
  for (const wrap of [(value) => [value], (value) => ({ value }), (value) => ({ toJSON: () => [value] })]) {
    const nested = (levels) => Array.from({ length: levels - 1 }).reduce(wrap, wrap(0));
    assert.ok(serialize(nested(127)).text);
    assert.deepEqual(serialize(nested(128)), NOT_SERIALIZABLE);
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
  for (const value of values) assert.deepEqual(serialize(value), TOO_LARGE);
});
