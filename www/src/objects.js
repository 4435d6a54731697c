/** Finds JSON objects in a text. */

import { parseObject } from "./format.js";

/** The most requests that are read from a log. */
export const MAX_OBJECTS = 10_000;

/** A string, or a bracket. A string without an end ends with its line, so that none of it is read twice. */
const TOKEN = /"(?:[^"\\\n]|\\.)*"?|[{}]/g;

/**
 * Returns the outermost JSON objects of a text, in order. Takes linear time: an object that is not JSON is passed over
 * with all that is inside of it.
 *
 * @returns {object[]}
 */
export function objectsOf(/** @type {string} */ text) {
  const found = [];
  let depth = 0;
  let start = 0;
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    if (token === "{" && depth++ === 0) start = index;
    if (token !== "}" || depth === 0 || --depth > 0) continue;
    const object = parseObject(text.slice(start, index + 1));
    if (object) found.push(object);
    if (found.length === MAX_OBJECTS) break;
  }
  return found;
}
