/** Reads and formats JSON text. */

import { MAX_EDITABLE } from "./store.js";

/** The deepest nesting that the core accepts. */
const MAX_DEPTH = 127;

/** A string, white space, a punctuation mark, or a number or literal. */
const TOKEN = /"(?:[^"\\]|\\.)*"|\s+|[{}[\]:,]|[^\s{}[\]:,"]+/g;

/**
 * Returns a JSON text with one member or element on a line. Numbers, strings and repeated names are kept as they are
 * written, which `JSON.stringify(JSON.parse(text))` does not.
 *
 * @returns {string | undefined} `undefined` if the text is not JSON, or longer than `MAX_EDITABLE`
 */
export function format(/** @type {string} */ text) {
  if (text.length > MAX_EDITABLE || parse(text) === undefined) return undefined;
  let indent = "";
  let written = "";
  let last = "";
  for (const [token] of text.matchAll(TOKEN)) {
    if (/^\s/.test(token)) continue;
    const closes = token === "}" || token === "]";
    if (closes) indent = indent.slice(2);
    const isOnNewLine = last === "," || (last === "{" || last === "[" ? !closes : closes);
    if (isOnNewLine && last !== "") written += `\n${indent}`;
    else if (last === ":") written += " ";
    written += token;
    if (token === "{" || token === "[") indent += "  ";
    last = token;
  }
  return written;
}

/** Returns the value of a JSON text; `undefined` for another text, and for one that is nested too deeply. */
export function parse(/** @type {string} */ text) {
  try {
    const value = JSON.parse(text);
    // A deeper value could not be written again: `JSON.stringify` calls itself for each level.
    return isTooDeep(text) ? undefined : value;
  } catch {
    return undefined;
  }
}

/** True if more than `MAX_DEPTH` objects and arrays of a JSON text are open at once. */
function isTooDeep(text) {
  let depth = 0;
  let isString = false;
  for (let index = 0; index < text.length; index++) {
    const character = text[index];
    if (character === "\\") index++;
    else if (character === '"') isString = !isString;
    else if (isString) continue;
    else if (character === "}" || character === "]") depth--;
    else if ((character === "{" || character === "[") && ++depth > MAX_DEPTH) return true;
  }
  return false;
}

/** Returns the object of a JSON text; `undefined` if it is not one. */
export function parseObject(/** @type {string} */ text) {
  const value = parse(text);
  return typeof value === "object" && value !== null && !Array.isArray(value) ? value : undefined;
}

/** Returns the JSON text of a value: with a member on a line, unless it would be longer than `MAX_EDITABLE`. */
export function pretty(/** @type {unknown} */ value) {
  const compact = JSON.stringify(value);
  const written = compact.length > MAX_EDITABLE ? compact : JSON.stringify(value, null, 2);
  return written.length > MAX_EDITABLE ? compact : written;
}
