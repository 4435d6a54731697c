/** UTF-8 without `TextEncoder` and `TextDecoder`, compared with them. */

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { decode, encodeInto } from "../src/utf8.js";

const { TextEncoder, TextDecoder } = globalThis;

before(() => {
  delete globalThis.TextEncoder;
  delete globalThis.TextDecoder;
});

after(() => Object.assign(globalThis, { TextEncoder, TextDecoder }));

const encode = (text) => {
  const bytes = new Uint8Array(text.length * 3);
  return bytes.subarray(0, encodeInto(text, bytes));
};

test("every character", () => {
  for (let scalar = 0; scalar <= 0x10ffff; scalar += scalar < 0x3000 ? 1 : 97) {
    if (scalar >= 0xd800 && scalar <= 0xdfff) continue;
    const text = String.fromCodePoint(scalar);
    const expected = new TextEncoder().encode(text);
    assert.deepEqual(encode(text), expected);
    assert.equal(decode(expected), text);
  }
});

test("lone surrogates, anywhere", () => {
  for (const text of ["\ud800", "a\udc00b", "\udc00\ud800", "\ud83d\ud83d\ude00", "ñ\udfff"]) {
    assert.deepEqual(encode(text), new TextEncoder().encode(text));
  }
});

test("the edges of each length", () => {
  const text = "\0\x7f\x80\u07ff\u0800\uffff\u{10000}\u{10ffff}";
  assert.equal(decode(encode(text)), text);
});

const MALFORMED = ["80", "c3", "c328", "c0af", "e282", "e0809f", "eda080", "f0288cbc", "f4908080", "f8888080", "ff", "41fe", "e2"];

const bytesOf = (hex) => Uint8Array.from(hex.match(/../g), (digits) => parseInt(digits, 16));

for (const [what, globals] of [
  ["without TextEncoder and TextDecoder", {}],
  ["with them", { TextEncoder, TextDecoder }],
  ["with a TextEncoder that only encodes, as polyfills have it", { TextEncoder: class { encode() {} } }],
]) {
  test(`strictly, ${what}`, async () => {
    Object.assign(globalThis, globals);
    try {
      const { decodeStrictly } = await import(`../src/utf8.js?${what}`);
      for (const text of ["", "a\0b", "\ufeff{}", "ñ€\u{10ffff}", "\ufffd"]) {
        assert.equal(decodeStrictly(new TextEncoder().encode(text)), text);
      }
      for (const hex of MALFORMED) assert.equal(decodeStrictly(bytesOf(hex)), undefined, hex);
    } finally {
      for (const name of Object.keys(globals)) delete globalThis[name];
    }
  });
}
