/** Turns the suggestions of violations into edits of the text, which keep everything else as it is written. */

import { explain } from "fintoc-preflight";

import { rangeAt } from "./places.js";

/** @typedef {{ from: number, to: number, insert: string }} Edit `to` is exclusive; both are offsets in UTF-16 units */

/**
 * Returns the edits that apply the suggestions of violations, in the order of the text. They can be applied together:
 * of two that overlap, or insert at the same offset, only the first is returned.
 *
 * @param {string} text
 * @param {readonly import("fintoc-preflight").Violation[]} violations
 */
export function editsFor(text, violations) {
  const edits = violations.map((violation) => editFor(text, violation)).filter((edit) => edit !== undefined);
  edits.sort((one, other) => one.from - other.from);
  /** @type {Edit[]} */
  const chosen = [];
  for (const edit of edits) {
    const last = chosen.at(-1);
    if (!last || (edit.from >= last.to && edit.from !== last.from)) chosen.push(edit);
  }
  return chosen;
}

/**
 * Returns the edit that applies a suggestion: a value or name is replaced, a missing member is inserted. `undefined`
 * without a suggestion, or if the member would be in a value that is not an object.
 *
 * @returns {Edit | undefined}
 */
function editFor(text, { rule, path, suggestion }) {
  if (suggestion === undefined) return undefined;
  const present = rangeAt(text, path, explain(rule).marks === "name");
  if (present) return { ...present, insert: JSON.stringify(suggestion) };
  for (let depth = path.length - 1; depth >= 0; depth--) {
    const parent = rangeAt(text, path.slice(0, depth));
    if (!parent) continue;
    if (text[parent.from] !== "{") return undefined;
    const [name, ...rest] = path.slice(depth);
    return insertMember(text, parent, name, rest.reduceRight((value, step) => ({ [step]: value }), suggestion));
  }
  return undefined;
}

/** Inserts a member at the end of an object, on its own line if the object's members are. */
function insertMember(text, { from, to }, name, value) {
  const inside = text.slice(from + 1, to - 1);
  const at = from + 1 + inside.trimEnd().length;
  const line = inside.match(/^\s*\n([ \t]*)/);
  const comma = inside.trim() === "" ? "" : ",";
  if (!line) return { from: at, to: at, insert: `${comma}${comma && " "}${JSON.stringify(name)}: ${JSON.stringify(value)}` };
  const member = `${JSON.stringify(name)}: ${JSON.stringify(value, null, 2).replaceAll("\n", `\n${line[1]}`)}`;
  return { from: at, to: at, insert: `${comma}\n${line[1]}${member}` };
}
