/** The text that would be sent for a value: what `JSON.stringify` makes of it, within bounds. */

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
 * two quotes, a colon and one byte; each element at least one byte, and one more for a comma or a bracket.
 */
function bounds() {
  const holders = [];
  let bytes = -3; // The body has no name.
  return function (key, value) {
    const isElement = Array.isArray(this);
    if (isElement || !isLeftOut(value)) {
      bytes += (isElement ? 1 : key.length + 3) + (typeof value === "string" ? value.length + 2 : 1);
      // Engines differ in what they do with very long arrays, if they get to see them.
      if (bytes + (Array.isArray(value) ? value.length * 2 : 0) > MAX_BYTES) throw TOO_LARGE;
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
