/** The certain fixes of a report, as edits of the text: the same as those of `Report::edits` in Rust. */

import { ABOUT_NAMES, find } from "./locate.js";

const OPENERS = ["{", "["];

/**
 * @typedef {object} Edit
 * @property {number} start in bytes
 * @property {number} end in bytes, exclusive
 * @property {string} insert JSON
 * @property {import("fintoc-preflight").Violation} violation
 */

/**
 * Returns the certain edits of a text, in its order; they do not overlap. `report` must be the report on it. A fix is
 * left out if two of one value disagree, if two names would become the same, if a name on its path is repeated, if the
 * new name is there already, and if it would replace an array or object, or a currency by more than its case.
 *
 * @param {ReturnType<typeof import("./core.js").createCore>} call
 * @param {Uint8Array} body UTF-8
 * @param {import("fintoc-preflight").Report} report
 * @returns {Edit[]}
 */
export function editsIn(call, body, report) {
  const fixes = [...report.errors, ...report.warnings].filter((violation) => violation.suggestion !== undefined);
  if (fixes.length === 0) return [];
  const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(body);
  const found = find(call, text, fixes.flatMap(searched), false);
  let next = 0;
  const edits = fixes.map((violation) => {
    const count = searched(violation).length;
    next += count;
    return editOf(body, violation, found.slice(next - count, next));
  });
  return undisputed(edits.filter((edit) => edit !== undefined));
}

const renames = ({ rule }) => ABOUT_NAMES.includes(rule);

/** Returns the paths to look for: of every name and index that leads to a violation, then of the new name. */
function searched(violation) {
  const { path, suggestion } = violation;
  const parents = path.map((_, index) => path.slice(0, index + 1));
  return renames(violation) ? [...parents, [...path.slice(0, -1), suggestion]] : parents;
}

/** Returns the edit of a violation, given what the text has at each of its paths; `undefined` unless it is certain. */
function editOf(body, violation, found) {
  const { path } = violation;
  const parents = found.slice(0, path.length);
  const renamed = found[path.length];
  const isOnce = ({ depth, occurrences }, index) => depth === index + 1 && occurrences.length === 1;
  if (path.length === 0 || !parents.every(isOnce) || (renamed && renamed.depth >= path.length)) return undefined;
  const [{ key, value }] = parents.at(-1).occurrences;
  const range = renamed ? key : value;
  if (range === undefined) return undefined;
  const [start, end] = range;
  const old = new TextDecoder().decode(body.subarray(start, end));
  const insert = JSON.stringify(violation.suggestion);
  if (!renamed && path.at(-1) === "currency" && old.toUpperCase() !== insert.toUpperCase()) return undefined;
  if (OPENERS.includes(old[0]) || old === insert) return undefined;
  const newName = renamed && JSON.stringify([...path.slice(0, -1), violation.suggestion]);
  return { start, end, insert, violation, newName };
}

/** Sorts the edits, and leaves out those that dispute a value, or a new name, with another. */
function undisputed(edits) {
  edits.sort((one, other) => one.start - other.start);
  const distinct = edits.filter(({ start, insert }, index) => {
    const last = edits[index - 1];
    return !last || last.start !== start || last.insert !== insert;
  });
  const counts = new Map();
  const places = ({ start, newName }) => (newName === undefined ? [start] : [start, newName]);
  for (const place of distinct.flatMap(places)) counts.set(place, (counts.get(place) ?? 0) + 1);
  return distinct.filter((edit) => places(edit).every((place) => counts.get(place) === 1));
}
