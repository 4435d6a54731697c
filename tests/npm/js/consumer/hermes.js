/** Hermes: validates every case, and prints the result as JSON. It has no files, no console and no `TextEncoder`. */

import * as api from "fintoc-preflight";

import cases from "cases:";
import { readCases, run } from "./harness.js";

const HALVES = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Encodes a text to UTF-8, as `TextEncoder` does. */
function encode(text) {
  const binary = unescape(encodeURIComponent(text.replace(HALVES, "\ufffd")));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}

print(JSON.stringify(run(api, readCases(cases), globalThis, { isInterpreted: true, encode })));
