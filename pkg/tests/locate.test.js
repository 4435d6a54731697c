/** The places of paths and violations in a text, found by the core. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { locateAllIn, locateIn } from "../src/locate.js";
import { createEntry, instantiate } from "./core.js";

const { api, validateJson } = createEntry(instantiate);

const locate = (text, path) => locateIn(api.call, text, path);
const locateAll = (text, violations) => locateAllIn(api.call, text, violations);

const TEXT = `{
  "ñ😀": {"a": [1, {"b": "é"}]}, "line_items": [{}],
  "amount": 0, "amount": 1
}`;

/** The text of a place, with its line and column. */
const shown = (text, { line, column, start, end }) => `${line}:${column} ${text.slice(start, end)}`;

test("a path leads to its value and the name of it, everywhere it is", () => {
  const found = (path) =>
    locate(TEXT, path).map(({ name, value }) => [name && shown(TEXT, name), shown(TEXT, value)]);
  assert.deepEqual(found(["ñ😀", "a", 1, "b"]), [['2:20 "b"', '2:25 "é"']]);
  assert.deepEqual(found(["ñ😀", "a", 0]), [[undefined, "2:16 1"]]);
  assert.deepEqual(found(["amount"]), [
    ['3:3 "amount"', "3:13 0"],
    ['3:16 "amount"', "3:26 1"],
  ]);
  assert.deepEqual(found([]), [[undefined, `1:1 ${TEXT}`]]);
  for (const path of [["x"], ["amount", 0], ["line_items", 1]]) assert.deepEqual(found(path), []);
});

test("bytes are taken as their text; what is not JSON has no places", () => {
  assert.deepEqual(locate(new TextEncoder().encode(TEXT), ["amount"]), locate(TEXT, ["amount"]));
  for (const text of ["{", "", new Uint8Array([0xff]), " ".repeat(2 ** 20 + 1), undefined]) {
    assert.deepEqual(locate(text, []), []);
  }
});

test("each violation has its place: the value, the name, or the bracket of what lacks it", () => {
  const { errors, warnings } = validateJson(TEXT);
  const violations = [...errors, ...warnings];
  const places = locateAll(TEXT, violations).map((place, index) => `${violations[index].rule} ${shown(TEXT, place)}`);
  assert.deepEqual(places, [
    'duplicate-key 3:16 "amount"',
    "amount-positive 3:13 0",
    "redirect-urls-required 1:1 {",
    "required 1:1 {",
    "required 2:48 {",
    "required 2:48 {",
    "redirect-urls-required 1:1 {",
    'unknown-field 2:3 "ñ😀"',
  ]);
});

test("a text that cannot be read has the place of its fault", () => {
  const placeIn = (text) => {
    const [place] = locateAll(text, validateJson(text).errors);
    return [place.line, place.column, place.start, place.end];
  };
  assert.deepEqual(placeIn('{\n "ñ😀": x}'), [2, 8, 10, 11]);
  assert.deepEqual(placeIn(""), [1, 1, 0, 0]);
  assert.deepEqual(placeIn('{"a": 1'), [1, 8, 7, 7]);
  assert.deepEqual(placeIn(new Uint8Array([0x22, 0xff, 0x22])), [1, 2, 0, 0]);
  assert.deepEqual(placeIn(" ".repeat(2 ** 20 + 1)), [1, 1, 0, 0]);
});

test("a report of a thousand violations on a large text is placed in one pass", () => {
  const text = `{"line_items":[${Array(300_000).fill("{}").join(",")}]}`;
  let asked = 0;
  const call = (...parts) => {
    asked++;
    return api.call(...parts);
  };
  const { errors } = validateJson(text);
  const places = locateAllIn(call, text, errors);
  assert.deepEqual([errors.length, places.length, asked], [1000, 1000, 1]);
  for (const [index, { start, end }] of places.entries()) {
    if (errors[index].path[0] === "line_items") assert.equal(text.slice(start, end), "{");
  }
});

test("without a core that works there are no places, and nothing is thrown", () => {
  const broken = createEntry(() => ({ ...instantiate(), locate: () => { throw new WebAssembly.RuntimeError(); } }));
  assert.deepEqual(locateIn(broken.api.call, TEXT, []), []);
  const { errors } = validateJson("{}");
  for (const place of locateAllIn(broken.api.call, TEXT, errors)) assert.deepEqual(place, { line: 1, column: 1, start: 0, end: 0 });
});
