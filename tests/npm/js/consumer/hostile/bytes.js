import { detached, fail, throwing } from "./making.js";

/** Values that a caller may pass as bytes. */
export const hostileBytes = (realm) =>
  [
    ["nothing", () => undefined],
    ["a number", () => 2 ** 40],
    ["an object with a length", () => ({ length: 2 ** 32 })],
    ["an array of bytes", () => [123, 125]],
    ["an ArrayBuffer", () => new ArrayBuffer(8)],
    ["a string as an object", () => Object("{}")],
    ["a Proxy of bytes", () => new Proxy(new Uint8Array(8), {})],
    ["a Proxy whose every trap throws", () => throwing(new Uint8Array(8))],
    ["bytes that were transferred", () => detached(Uint8Array)],
    ["a DataView that was transferred", () => detached(DataView)],
    ["bytes over the limit", () => new Uint8Array(2 ** 21)],
    ["bytes that are not UTF-8", () => new Uint8Array([34, 255, 34])],
    ["bytes whose buffer throws", () => Object.defineProperty(new Uint8Array(2), "buffer", { get: fail })],
    ["bytes whose buffer is a number", () => Object.defineProperty(new Uint8Array(2), "buffer", { value: 2 ** 33 })],
    [
      "bytes whose buffer has a length alone",
      () => Object.defineProperty(new Uint8Array(2), "buffer", { value: { length: 2 ** 33 } }),
    ],
    ["bytes whose length lies", () => Object.defineProperty(new Uint8Array(2), "byteLength", { value: 2 ** 33 })],
    ["bytes of another realm", () => new realm.Uint8Array(2)],
    ["a lone surrogate", () => '{"a":"\ud800"}'],
    ["a text over the limit", () => " ".repeat(2 ** 26)],
    ["brackets alone", () => "[".repeat(2 ** 20)],
  ].map(([kind, make]) => ({ kind, make }));
