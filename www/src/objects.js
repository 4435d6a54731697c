/** Finds JSON objects in a text. */

/** The most objects that are looked for. */
const MAX_OBJECTS = 10_000;

/** A string, or a bracket. A string ends with its line. */
const TOKEN = /"(?:[^"\\\n]|\\.)*"|[{}]/g;

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
    try {
      found.push(JSON.parse(text.slice(start, index + 1)));
    } catch {
      // What is not JSON is not one of the objects.
    }
    if (found.length === MAX_OBJECTS) break;
  }
  return found;
}
