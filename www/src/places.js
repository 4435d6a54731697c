/** Finds where violations are in the text of a request, in one pass over its syntax tree. */

import { parser } from "@lezer/json";

/** Rules that are reported at the name of a member, not at its value. */
const ABOUT_NAMES = ["unknown-field", "options-match-types", "metadata-key-size"];

/** The rules for a body that cannot be read at all. Their level cannot be lowered. */
export const FIXED = ["json-syntax", "body-size", "not-serializable"];

/** @typedef {{ from: number, to: number }} Range offsets in UTF-16 units; `to` is exclusive */

/**
 * @typedef {object} Place
 * @property {Range} mark the range to underline
 * @property {Range} [present] the value, or the name if the rule is about names; absent if there is nothing at the path
 * @property {{ range: Range, depth: number }} [parent] the innermost value that contains the missing end of the path,
 *   and how many steps of the path lead to it
 */

/**
 * Returns the place of each violation, in their order.
 *
 * @param {string} text
 * @param {readonly import("fintoc-preflight").Violation[]} violations
 * @param {import("@lezer/common").Tree} [tree] the syntax tree of the text, if there is one already
 * @returns {Place[]}
 */
export function placesOf(text, violations, tree) {
  if (violations.some(({ rule }) => FIXED.includes(rule))) {
    return violations.map((violation) => ({ mark: markOfSyntax(text, violation) }));
  }
  const paths = treeOfPaths(violations.map(({ path }) => path));
  visit(text, (tree ?? parser.parse(text)).topNode.firstChild, undefined, paths);
  return violations.map((violation) => placeOf(violation, paths));
}

/**
 * A step of the paths, with the members of the text that it leads to: two or more if a name is repeated.
 *
 * @typedef {{ next: Map<string | number, Step>, found: { name?: Range, value: Range }[] }} Step
 */

/** @returns {Step} */
const newStep = () => ({ next: new Map(), found: [] });

/** Joins paths to a tree, in which each step is once. */
function treeOfPaths(paths) {
  const root = newStep();
  for (const path of paths) {
    path.reduce((step, name) => {
      if (!step.next.has(name)) step.next.set(name, newStep());
      return step.next.get(name);
    }, root);
  }
  return root;
}

/** Records a value at a step, and visits its members that are on a path. */
function visit(text, node, name, step) {
  if (!node) return;
  step.found.push({ name: name && rangeOf(name), value: rangeOf(node) });
  if (step.next.size === 0) return;
  let index = 0;
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (node.name === "Object" && child.name === "Property") {
      const key = child.firstChild;
      const next = key && step.next.get(JSON.parse(text.slice(key.from, key.to)));
      if (next) visit(text, child.lastChild, key, next);
    } else if (node.name === "Array" && VALUES.has(child.name)) {
      const next = step.next.get(index++);
      if (next) visit(text, child, undefined, next);
    }
  }
}

const VALUES = new Set(["Object", "Array", "String", "Number", "True", "False", "Null"]);

const rangeOf = ({ from, to }) => ({ from, to });

/** @returns {Place} */
function placeOf({ rule, path }, root) {
  let step = root;
  let parent = root;
  let depth = 0;
  for (const [index, name] of path.entries()) {
    step = step.next.get(name);
    if (step.found.length === 0) break;
    parent = step;
    depth = index + 1;
  }
  const [first, second] = step.found;
  if (!first) {
    const range = parent.found[0]?.value ?? { from: 0, to: 0 };
    return { mark: opening(range), parent: { range, depth } };
  }
  if (rule === "duplicate-key" && second) return { mark: second.name, present: second.name };
  const present = ABOUT_NAMES.includes(rule) ? (first.name ?? first.value) : first.value;
  return { mark: step.next.size > 0 ? opening(present) : present, present };
}

/** Returns the range of the bracket with which an object or array begins. */
const opening = ({ from, to }) => ({ from, to: Math.min(from + 1, to) });

/** In both languages, the first two numbers of a `json-syntax` message are the line and the column. */
function markOfSyntax(text, { rule, message }) {
  const [line, column] = rule === "json-syntax" ? message.match(/\d+/g).map(Number) : [1, 1];
  const start = offsetOfLine(text, line);
  const end = text.indexOf("\n", start);
  const characters = text.slice(start, end < 0 ? text.length : end);
  const before = [...characters].slice(0, column - 1).join("").length;
  const [token = " "] = characters.slice(before).match(/^(?:"(?:[^"\\]|\\.)*"?|[\w.+-]+|.)/u) ?? [];
  // At the end of a line there is nothing to underline but what precedes it.
  const from = Math.min(start + before, text.length);
  const to = Math.min(from + token.length, text.length);
  return from < to && text[from] !== "\n" ? { from, to } : { from: Math.max(0, from - 1), to: from };
}

function offsetOfLine(text, line) {
  let offset = 0;
  for (let count = 1; count < line; count++) offset = text.indexOf("\n", offset) + 1;
  return offset;
}
