/** Splits JSON text into tokens, and finds the token of a violation. */

import { positionOf } from "../../pkg/src/cli/position.js";

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
 * Returns the token of a violation; `undefined` in an empty text.
 *
 * @param {Token[]} tokens
 */
export function tokenAt(violation, /** @type {string} */ text, tokens) {
  const { line, column } = positionOf(violation, text);
  const lines = text.split("\n");
  const before = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0);
  const offset = before + [...(lines[line - 1] ?? "")].slice(0, column - 1).join("").length;
  return tokens.findLast(({ start, kind }) => start <= offset && kind !== "space") ?? tokens[0];
}
