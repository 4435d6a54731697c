/** Names of controls, and the places that they stand for. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { paramOf, parseName, patternOf } from "../../src/form/names.js";

test("every way to write a name is read alike", () => {
  for (const name of [
    "line_items[0][quantity]",
    "line_items[0].quantity",
    "line_items.0.quantity",
    "line_items.0[quantity]",
  ]) {
    assert.deepEqual(parseName(name), ["line_items", "0", "quantity"], name);
  }
  assert.deepEqual(parseName("payment_method_types[]"), ["payment_method_types", ""]);
  assert.deepEqual(parseName("line_items[][quantity]"), ["line_items", "", "quantity"]);
  assert.deepEqual(parseName("line_items[].quantity"), ["line_items", "", "quantity"]);
  assert.deepEqual(parseName("metadata[order number]"), ["metadata", "order number"]);
  assert.deepEqual(parseName("amount"), ["amount"]);
});

test("what is no name is not read", () => {
  const names = [
    "",
    "[",
    "]",
    "a[",
    "a]",
    "a[b",
    "a]b[",
    "[a]",
    ".a",
    "a.",
    "a..b",
    "a[]b",
    "a[[b]]",
    "a[b]c",
  ];
  for (const name of names) assert.equal(parseName(name), undefined, name);
});

test("no name reaches into what every object has", () => {
  for (const name of [
    "__proto__",
    "a[__proto__][b]",
    "a.constructor",
    "metadata[prototype]",
    "constructor.prototype.a",
  ]) {
    assert.equal(parseName(name), undefined, name);
  }
});

test("names are bounded", () => {
  assert.equal(parseName("a" + "[b]".repeat(8)), undefined);
  assert.equal(parseName("a".repeat(257)), undefined);
  assert.equal(parseName("a" + "[b]".repeat(1e6)), undefined);
});

test("a path is written as Fintoc does, and as the catalogue does", () => {
  assert.equal(paramOf(["line_items", 0, "quantity"]), "line_items[0].quantity");
  assert.equal(patternOf(["line_items", 0, "quantity"]), "line_items[].quantity");
  assert.equal(paramOf([]), "");
});
