/** Turns the suggestions of violations into edits of the text, which leave everything else as it is written. */

/** @typedef {{ from: number, to: number, insert: string }} Edit `to` is exclusive; both are offsets in UTF-16 units */

/**
 * Returns the edit that puts a suggestion in place; `undefined` if the violation has none, or its place is inside of
 * a value that is not an object.
 *
 * @param {string} text
 * @param {import("fintoc-preflight").Violation} violation
 * @param {import("./places.js").Place} place
 * @returns {Edit | undefined}
 */
export function editFor(text, { path, suggestion }, { present, parent }) {
  if (suggestion === undefined) return undefined;
  if (present) return { ...present, insert: JSON.stringify(suggestion) };
  if (!parent || text[parent.range.from] !== "{") return undefined;
  const [name, ...rest] = path.slice(parent.depth);
  return insertMember(text, parent.range, name, rest.reduceRight((value, step) => ({ [step]: value }), suggestion));
}

/**
 * Returns the edits of several violations, which can be applied together. Of two edits that overlap only the first is
 * in it.
 *
 * @param {string} text
 * @param {readonly import("fintoc-preflight").Violation[]} violations
 * @param {readonly import("./places.js").Place[]} places
 */
export function editsFor(text, violations, places) {
  const edits = violations.map((violation, index) => editFor(text, violation, places[index])).filter((edit) => edit !== undefined);
  edits.sort((one, other) => one.from - other.from);
  /** @type {Edit[]} */
  const chosen = [];
  // Two insertions at one offset are of the same member, or one would lack its comma.
  for (const edit of edits) if (edit.from >= (chosen.at(-1)?.to ?? 0) && edit.from !== chosen.at(-1)?.from) chosen.push(edit);
  return chosen;
}

/** Inserts a member at the end of an object, on a line of its own if the object's members are. */
function insertMember(text, { from, to }, name, value) {
  const inside = text.slice(from + 1, to - 1);
  const at = from + 1 + inside.trimEnd().length;
  const line = inside.match(/^\s*\n([ \t]*)/);
  const comma = inside.trim() === "" ? "" : ",";
  if (!line) return { from: at, to: at, insert: `${comma}${comma && " "}${JSON.stringify(name)}: ${JSON.stringify(value)}` };
  const member = `${JSON.stringify(name)}: ${JSON.stringify(value, null, 2).replaceAll("\n", `\n${line[1]}`)}`;
  return { from: at, to: at, insert: `${comma}\n${line[1]}${member}` };
}
