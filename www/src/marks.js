/** What the tokens of a JSON text are, and at which of them the violations are. */

import { positionOf } from "../../pkg/src/cli/position.js";

/** A string, a punctuation mark, white space, or a number or word. */
const TOKEN = /"(?:[^"\\\n]|\\.)*"?|[{}[\]:,]|\s+|[^\s{}[\]:,"]+/gy;

/** @typedef {{ start: number, text: string, kind: "name" | "string" | "number" | "word" | "mark" | "space" }} Token */

/**
 * The tokens of a text, whatever it is; together they are the text.
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
 * The token at which a violation is.
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
