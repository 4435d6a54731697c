/** Tests what is read as bytes. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { runInNewContext } from "node:vm";

import { bytesOf } from "../src/views.js";

const BYTES = [123, 125];

const buffer = () => Uint8Array.from(BYTES).buffer;

test("views and buffers of any realm are bytes", () => {
  const values = {
    "Uint8Array": Uint8Array.from(BYTES),
    "a part of a buffer": Uint8Array.from([0, ...BYTES, 0]).subarray(1, 3),
    "DataView": new DataView(buffer()),
    "Buffer": Buffer.from(BYTES),
    "ArrayBuffer": buffer(),
    "Uint8Array of another realm": runInNewContext("Uint8Array.of(123, 125)"),
    "ArrayBuffer of another realm": runInNewContext("Uint8Array.of(123, 125).buffer"),
  };
  for (const [name, value] of Object.entries(values)) assert.deepEqual([...bytesOf(value)], BYTES, name);
});

test("nothing else is", () => {
  const detached = buffer();
  const view = new Uint8Array(detached);
  structuredClone(detached, { transfer: [detached] });
  const shared = new SharedArrayBuffer(2);
  const values = [undefined, null, 2, "{}", BYTES, { byteLength: 2 }, shared, new Blob(["{}"]), detached, view];
  for (const [index, value] of values.entries()) assert.equal(bytesOf(value), undefined, `number ${index}`);
});
