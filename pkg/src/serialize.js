/** Serializes a value with `JSON.stringify`, within limits of size and depth. */

import { lengthOfTyped } from "./views.js";

/** The size limit of a body, in bytes of UTF-8. */
export const MAX_BYTES = 1024 * 1024;

/** The limit of nested objects and arrays, the body included. */
const MAX_DEPTH = 127;

const TOO_LARGE = Symbol("too large");

/**
 * Returns the JSON text of a value. Without one, `isTooLarge` tells a value beyond `MAX_BYTES` from one that cannot be
 * serialized: a function, a cycle, a BigInt, a `toJSON` that throws, or too deep a nesting.
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
 * Returns a replacer that changes nothing, but throws as soon as a value is nested too deep or certain to be too long,
 * before memory is spent on it: an object that many others share, or an array of four billion holes.
 *
 * The length is a lower bound: a member takes at least its name, two quotes, a colon and its value; an element takes
 * its value, and one byte for a comma or a bracket.
 */
function bounds() {
  const holders = [];
  let bytes = -3; // The body is a member of a holder, with an empty name: its quotes and colon are not written.
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

/** True if `JSON.stringify` omits a member with this value. */
const isLeftOut = (value) => value === undefined || typeof value === "function" || typeof value === "symbol";

/**
 * Returns the fewest bytes that a value takes, without its members. An object takes at least 1, because it can
 * serialize as a digit; a value that is omitted from an object takes 4 in an array, as `null`.
 */
function leastBytes(value) {
  if (typeof value === "string") return value.length + 2;
  return typeof value === "number" || (typeof value === "object" && value !== null) ? 1 : 4;
}

/**
 * Returns the fewest bytes that the elements of an array take; 0 for any other value. They are counted ahead, because
 * engines differ in how they serialize very long arrays, and because they list the names of all elements of a typed
 * array (`"0":0`) before they write the first.
 */
function leastBytesOfElements(value) {
  if (Array.isArray(value)) return value.length * 2;
  return ArrayBuffer.isView(value) ? lengthOfTyped(value) * 5 : 0;
}
