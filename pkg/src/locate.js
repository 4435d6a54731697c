/** Finds the places of paths and violations in the text of a request. */

import { CoreFailure, locate } from "./core.js";
import { MAX_BYTES, stringify } from "./serialize.js";
import { decodeStrictly } from "./utf8.js";
import { bytesOf } from "./views.js";

/** Rules that are reported at the name of a member, not at its value. */
export const ABOUT_NAMES = ["unknown-field", "options-match-types", "metadata-key-size"];

/** Rules about a body that has no text, or too long a text to look into. */
const ABOUT_NO_TEXT = ["body-size", "not-serializable"];

/**
 * Returns every occurrence of a path in a text; several if a name is repeated, none if it leads to nothing or the text
 * is not JSON.
 *
 * @param {ReturnType<typeof import("./core.js").createCore>} call
 * @param {string | Uint8Array} text
 * @param {readonly (string | number)[]} path
 * @returns {import("fintoc-preflight").Occurrence[]}
 */
export function locateIn(call, text, path) {
  const string = stringOf(text);
  const [{ depth, occurrences: found }] = find(call, string, [path], true);
  // Of a path that leads to nothing the core finds the innermost parent.
  const occurrences = depth === path.length ? found : [];
  const placeAt = placesIn(string ?? "", occurrences.flatMap(({ key, value }) => [...(key ?? []), ...value]));
  const range = ([start, end]) => ({ ...placeAt(start), end: placeAt(end).start });
  return occurrences.map(({ key, value }) => ({ ...(key && { name: range(key) }), value: range(value) }));
}

/**
 * Returns the place of each violation, in one pass over the text: of its value or its name, or of the bracket that
 * opens the object which lacks it.
 *
 * @param {ReturnType<typeof import("./core.js").createCore>} call
 * @param {string | Uint8Array} text
 * @param {readonly import("fintoc-preflight").Violation[]} violations
 * @returns {import("fintoc-preflight").Place[]}
 */
export function locateAllIn(call, text, violations) {
  const string = stringOf(text);
  const found = find(call, string, violations.map(({ path }) => path), false);
  const ranges = violations.map((violation, index) => rangeOf(violation, found[index]));
  const placeAt = placesIn(string ?? "", ranges.flat());
  return violations.map((violation, index) => {
    if (violation.rule === "json-syntax" && violation.path.length === 0) return placeOfFault(violation, string);
    const [start, end] = ranges[index];
    return { ...placeAt(start), end: placeAt(end).start };
  });
}

/** Returns the range of bytes of a violation. */
function rangeOf({ rule, path }, { depth, occurrences: [first, second] }) {
  if (first === undefined || ABOUT_NO_TEXT.includes(rule)) return [0, 0];
  if (depth < path.length) return [first.value[0], first.value[0] + 1];
  if (rule === "duplicate-key" && second) return second.key;
  return (ABOUT_NAMES.includes(rule) && first.key) || first.value;
}

/** Returns the place of a text that is not JSON: the character where reading it stopped. */
function placeOfFault({ facts: { line, column } = { line: 1, column: 1 } }, text = "") {
  const lines = text.split("\n", line);
  const before = lines.slice(0, line - 1).reduce((sum, { length }) => sum + length + 1, 0);
  const characters = [...(lines[line - 1] ?? "")];
  const start = Math.min(before + characters.slice(0, column - 1).join("").length, text.length);
  return { line, column, start, end: Math.min(start + (characters[column - 1]?.length ?? 1), text.length) };
}

/**
 * Returns what the core finds of each path: the depth of its value, or of the innermost parent that is there, and their
 * occurrences as ranges of bytes.
 */
export function find(call, text, paths, isAll) {
  const nothing = { depth: 0, occurrences: [] };
  if (text === undefined || text.length > MAX_BYTES) return paths.map(() => nothing);
  try {
    return JSON.parse(call(locate, isAll, text, stringify(paths))).map(([depth, ...offsets]) => ({
      depth,
      occurrences: Array.from({ length: offsets.length / 4 }, (_, index) => {
        const [keyStart, keyEnd, start, end] = offsets.slice(4 * index, 4 * index + 4);
        return { key: keyStart < 0 ? undefined : [keyStart, keyEnd], value: [start, end] };
      }),
    }));
  } catch (error) {
    if (error instanceof CoreFailure) return paths.map(() => nothing);
    throw error;
  }
}

/** Returns a function from the offsets, in bytes of UTF-8, to places in the text. Walks through the text once. */
function placesIn(text, offsets) {
  const places = new Map();
  let bytes = 0;
  let line = 1;
  let column = 1;
  let start = 0;
  for (const offset of new Set(offsets.sort((one, other) => one - other))) {
    while (bytes < offset && start < text.length) {
      const scalar = text.codePointAt(start);
      bytes += scalar < 0x80 ? 1 : scalar < 0x800 ? 2 : scalar < 0x10000 ? 3 : 4;
      start += scalar < 0x10000 ? 1 : 2;
      if (scalar === 0x0a) [line, column] = [line + 1, 1];
      else column++;
    }
    places.set(offset, { line, column, start });
  }
  return (offset) => places.get(offset) ?? { line: 1, column: 1, start: 0 };
}

/** Returns a text; of bytes `undefined` if they are not UTF-8. */
function stringOf(text) {
  if (typeof text === "string") return text;
  const bytes = bytesOf(text);
  return bytes && decodeStrictly(bytes);
}
