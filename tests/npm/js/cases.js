/**
 * Writes every vector as cases, one line of JSON each, in both languages: as text, and as the serialized JavaScript
 * value if the text has one. `cargo xtask test` adds the reports of the native core.
 */

import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { BUILT, CASES, VECTORS } from "./paths.js";

/** A value with more levels is `not-serializable`; a text with more is `json-syntax`. */
const MAX_LEVELS = 127;

const cases = VECTORS.flatMap(vectorsOf).flatMap(casesOf);
if (cases.length === 0) throw new Error(`no vectors in ${VECTORS}`);
mkdirSync(BUILT, { recursive: true });
writeFileSync(CASES, cases.map((each) => `${JSON.stringify(each)}\n`).join(""));

function vectorsOf(folder) {
  const files = readdirSync(folder).filter((file) => file.endsWith(".json"));
  return files.flatMap((file) => JSON.parse(readFileSync(join(folder, file), "utf8")).cases);
}

function casesOf({ name, request, body = JSON.stringify(request), version, now, strict = false, levels = {} }) {
  return ["en", "es"].flatMap((locale) => {
    const options = { version, now, locale, strict, levels };
    const value = valueText(body);
    const asText = { name, input: "text", body, options };
    return value === undefined ? [asText] : [asText, { name, input: "value", body: value, options }];
  });
}

/** Returns the parsed and serialized text; `undefined` if it is not JSON, or has too many levels. */
function valueText(body) {
  try {
    const value = JSON.parse(body);
    return levelsOf(value) > MAX_LEVELS ? undefined : JSON.stringify(value);
  } catch {
    return undefined;
  }
}

function levelsOf(value) {
  const members = typeof value === "object" && value !== null ? Object.values(value) : undefined;
  return members ? 1 + Math.max(0, ...members.map(levelsOf)) : 0;
}
