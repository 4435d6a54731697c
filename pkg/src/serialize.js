/** The text that would be sent for a value: what `JSON.stringify` makes of it, within bounds. */

import { lengthOfTyped } from "./views.js";

export const MAX_BYTES = 1024 * 1024;

const MAX_DEPTH = 127;

const TOO_LARGE = Symbol("too large");

/**
 * The text, or why there is none.
 *
 * @param {unknown} value
 * @returns {{ text: string } | { isTooLarge: boolean }}
 */
export function serialize(value) {
  try {
    const text = JSON.stringify(value, bounds());
    return text === undefined ? { isTooLarge: false } : { text };
  } catch (error) {
    return { isTooLarge: error === TOO_LARGE };
  }
}

/**
 * A replacer that changes nothing, but stops at what nests too deep or is sure to be too long, before memory is spent on
 * it: an object that many others share, or an array of four thousand million holes. Each member has at least its name,
 * two quotes, a colon and its value; each element its value, and one byte more for a comma or a bracket.
 */
function bounds() {
  const holders = [];
  let bytes = -3; // The body has no name.
  return function (key, value) {
    const isElement = Array.isArray(this);
    if (isElement || !isLeftOut(value)) {
      bytes += (isElement ? 1 : key.length + 3) + leastBytes(value);
      if (bytes + leastBytesOfElements(value) > MAX_BYTES) throw TOO_LARGE;
    }
    while (holders.length > 0 && holders[holders.length - 1] !== this) holders.pop();
    if (typeof value === "object" && value !== null && holders.push(value) > MAX_DEPTH) {
      throw new RangeError("nested too deep");
    }
    return value;
  };
}

/** Whether `JSON.stringify` leaves a member out. */
const isLeftOut = (value) => value === undefined || typeof value === "function" || typeof value === "symbol";

/**
 * The bytes that a value takes at least, without what it holds. An object can be a number; what is left out of an object is
 * `null` in an array.
 */
function leastBytes(value) {
  if (typeof value === "string") return value.length + 2;
  return typeof value === "number" || (typeof value === "object" && value !== null) ? 1 : 4;
}

/**
 * The bytes that the elements of an array take at least. Engines differ in what they do with very long arrays, if they
 * get to see them; and they name every element of a typed array, `"0":0`, before they write the first.
 */
function leastBytesOfElements(value) {
  if (Array.isArray(value)) return value.length * 2;
  return ArrayBuffer.isView(value) ? lengthOfTyped(value) * 5 : 0;
}
