/** Finds the places of violations in the text of a request. */

import { locate, locateAll } from "fintoc-preflight";

/** @typedef {{ from: number, to: number }} Range offsets in UTF-16 units; `to` is exclusive */

/**
 * Returns the range to underline for each violation, in one pass over the text: of an object or array its first
 * bracket, and at the end of a line the character before.
 *
 * @param {string} text
 * @param {readonly import("fintoc-preflight").Violation[]} violations
 * @returns {Range[]}
 */
export function marksOf(text, violations) {
  return locateAll(text, violations).map(({ start, end }) => {
    if (start === text.length || text[start] === "\n") return { from: Math.max(0, start - 1), to: start };
    return { from: start, to: "{[".includes(text[start]) ? start + 1 : end };
  });
}

/**
 * Returns the range of the value at a path; of its name, if `isName`. `undefined` if there is nothing.
 *
 * @param {string} text
 * @param {readonly (string | number)[]} path
 * @returns {Range | undefined}
 */
export function rangeAt(text, path, isName = false) {
  const [first] = locate(text, path);
  const found = isName ? first?.name : first?.value;
  return found && { from: found.start, to: found.end };
}
