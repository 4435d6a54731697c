/** Splits JSON text into tokens, and finds the tokens of violations. */

import { locateAll } from "fintoc-preflight";

/** A string, a punctuation mark, white space, or a number or literal. */
const TOKEN = /"(?:[^"\\\n]|\\.)*"?|[{}[\]:,]|\s+|[^\s{}[\]:,"]+/gy;

/** @typedef {{ start: number, text: string, kind: "name" | "string" | "number" | "word" | "mark" | "space" }} Token */

/**
 * Returns the tokens of any text, valid JSON or not. Concatenated they are the text.
 *
 * @returns {Token[]}
 */
export function tokensOf(/** @type {string} */ text) {
  const tokens = Array.from(text.matchAll(TOKEN), ({ 0: token, index }) => ({ start: index, text: token, kind: kindOf(token) }));
  // A string before a colon is a name.
  let next;
  for (const token of tokens.toReversed()) {
    if (token.kind === "string" && next?.text === ":") token.kind = "name";
    if (token.kind !== "space") next = token;
  }
  return tokens;
}

function kindOf(token) {
  if (token[0] === '"') return "string";
  if (/[-\d]/.test(token[0])) return "number";
  if (/[{}[\]:,]/.test(token[0])) return "mark";
  return /\s/.test(token[0]) ? "space" : "word";
}

/**
 * Returns the token of each violation, in one pass over the text; `undefined` in an empty text.
 *
 * @param {readonly import("fintoc-preflight").Violation[]} violations
 * @param {string} text
 * @param {Token[]} tokens
 */
export function tokensAt(violations, text, tokens) {
  const solid = tokens.filter(({ kind }) => kind !== "space");
  return locateAll(text, violations).map(({ start }) => solid[lastUntil(solid, start)] ?? tokens[0]);
}

/** Returns the index of the last token that begins at an offset or before it; -1 if there is none. */
function lastUntil(tokens, offset) {
  let [low, high] = [0, tokens.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens[middle].start <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
