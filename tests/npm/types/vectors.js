/** The requests of the vectors, with their reports by the core. */

import { existsSync, readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

const FOLDERS = ["../../conformance/", "../../../../shared/conformance-2nd/"]
  .map((path) => fileURLToPath(new URL(path, import.meta.url)))
  .filter(existsSync);

/**
 * The maximum length of a request, in characters. Longer ones test limits of size, which no type has. TypeScript 5.4
 * takes minutes for one with 1,000 unknown names.
 */
const MAX_LENGTH = 4_000;

/** The vectors that are values, use the default levels, and are short enough. */
export const vectors = FOLDERS.flatMap((folder) =>
  readdirSync(folder).flatMap((file) => JSON.parse(readFileSync(folder + file, "utf8")).cases),
).filter((vector) => "request" in vector && !vector.levels && !vector.strict && JSON.stringify(vector.request).length < MAX_LENGTH);

/** Matches what may be a word of a vocabulary. To the compiler, all other strings are the same. */
const MAYBE_WORD = /^[a-z][a-z\d_-]{0,40}$/i;

/**
 * Returns a value as JSON with 1 for every number and "..." for every string that is no word. Values of which this is
 * the same are the same to the compiler.
 *
 * @param {string[]} [texts] names of members that are any string
 */
export function withoutValues(value, texts = []) {
  return JSON.stringify(value, (name, value) => {
    if (typeof value === "number") return 1;
    return typeof value === "string" && (texts.includes(name) || !MAYBE_WORD.test(value)) ? "..." : value;
  });
}
