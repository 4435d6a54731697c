import assert from "node:assert/strict";
import { test } from "node:test";

import { decode, encode } from "../src/inline.js";

const EVERY_BYTE = Uint8Array.from({ length: 256 }, (_, byte) => byte);

test("every byte survives at every position", () => {
  for (const bytes of [new Uint8Array(), EVERY_BYTE, EVERY_BYTE.slice().reverse()]) {
    assert.deepEqual(decode(encode(bytes)), bytes);
  }
});

test("the text contains nothing that ends a string or a script, or that differs in another encoding", () => {
  assert.match(encode(EVERY_BYTE), /^[#-~]+$/);
});
