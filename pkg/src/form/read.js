/** Reads a form into the request that it would send, with the path of each control. */

import { controlEntries, isForm, languageOf } from "./controls.js";
import { FIELDS, isList, kindOf, member } from "./fields.js";
import { paramOf, parseName } from "./names.js";
import { readValue } from "./values.js";

/**
 * Returns the request of a form or of posted entries. Never throws for what was typed, only for a wrong option.
 *
 * @param {HTMLFormElement | Iterable<[string, unknown]>} source
 * @param {import("../types.js").ReadOptions} [options]
 * @returns {import("../types.js").Reading}
 * @example
 * import { readForm } from "fintoc-preflight/form";
 *
 * const posted = new URLSearchParams({ amount: "$350.000", currency: "CLP" });
 * console.log(readForm(posted, { locale: "es-CL" }).request.amount); // 350000
 */
export function readForm(source, options = {}) {
  const entries = isForm(source) ? controlEntries(source) : postedEntries(source);
  const locale = options.locale ?? (isForm(source) ? languageOf(source) : "en");
  return readEntries(entries, { ...options, locale });
}

const postedEntries = (source) => Array.from(source, ([name, value]) => ({ name, value }));

/**
 * Reads entries into a request.
 *
 * @param {Iterable<{ name: unknown, value: unknown, type?: string, control?: HTMLElement }>} entries
 *   `value` is `undefined` for an unticked box; posted entries have neither a type nor a control
 */
function readEntries(entries, { version = "v2", locale, defaults = {} }) {
  if (!Object.hasOwn(FIELDS, version)) throw new TypeError('option "version" must be "v1" or "v2"');
  const root = createNode(FIELDS[version]);
  const unknown = new Set();
  for (const entry of entries) {
    const node = typeof entry.name === "string" && nodeOf(root, entry.name);
    if (node) node.entries.push(entry);
    else unknown.add(entry.name);
  }
  const reading = { fields: [], refusals: [] };
  const value = readNode(root, [], { locale, currency: defaults.currency, ...reading });
  return { request: { ...defaults, ...value }, ...reading, unknown: [...unknown] };
}

/** Returns a node of the tree of entries: a part of the request for which the form has controls. */
const createNode = (tree) => ({ tree, children: new Map(), entries: [] });

/** Returns the node of the field with a name, created if missing; `undefined` if no field has the name. */
function nodeOf(root, name) {
  const steps = parseName(name);
  if (!steps) return undefined;
  const trees = [root.tree];
  for (const step of steps) {
    const tree = trees[trees.length - 1];
    if (isList(tree)) {
      // Elements of a list are in the order of the form; their indexes are ignored.
      return trees.length === steps.length && (step === "" || member(tree, step))
        ? descend(root, steps.slice(0, -1), trees)
        : undefined;
    }
    const next = step === "" ? undefined : member(tree, step);
    if (next === undefined) return undefined;
    trees.push(next);
  }
  const last = trees[trees.length - 1];
  return kindOf(last) || isList(last) ? descend(root, steps, trees) : undefined;
}

function descend(root, steps, trees) {
  return steps.reduce((node, step, index) => {
    if (!node.children.has(step)) node.children.set(step, createNode(trees[index + 1]));
    return node.children.get(step);
  }, root);
}

/** Returns the value of a node; `undefined` if all of it is blank. */
function readNode(node, path, context) {
  if (isList(node.tree)) return readList(node, path, context);
  if (Array.isArray(node.tree)) return readRows(node, path, context);
  const value = readEntriesOf(node, path, context);
  return node.children.size === 0 ? value : (readObject(node, path, context) ?? value);
}

/** Returns the value of the last entry that is not blank: a ticked box overrides a hidden control before it. */
function readEntriesOf({ tree, entries }, path, context) {
  for (const { name, control } of entries) context.fields.push({ name, path, control });
  const filled = entries.filter(isFilled);
  if (filled.length === 0) return undefined;
  const { value: text, type } = filled[filled.length - 1];
  const kind = kindOf(tree);
  const isFree = path.includes("metadata");
  const { value, refusal } = readValue(kind, isFree ? text : text.trim(), { ...context, type });
  if (refusal) context.refusals.push({ rule: "amount-text", path, param: paramOf(path), refusal });
  return value;
}

function readList({ entries }, path, context) {
  const values = [];
  for (const entry of entries) {
    const { name, control } = entry;
    const place = isFilled(entry) ? [...path, values.push(entry.value.trim()) - 1] : path;
    context.fields.push({ name, path: place, control });
  }
  return values.length > 0 ? values : undefined;
}

/**
 * Returns the elements of an array of objects, by index without gaps. Blank rows get paths after the others, and no
 * value.
 */
function readRows({ children }, path, context) {
  const rows = [...children].sort(([one], [other]) => one - other).map(([, row]) => row);
  const filled = rows.filter(hasFilled);
  const blank = rows.filter((row) => !filled.includes(row));
  const values = [...filled, ...blank].map((row, index) => readNode(row, [...path, index], context));
  return filled.length > 0 ? values.slice(0, filled.length) : undefined;
}

function readObject({ tree, children }, path, context) {
  const own = children.get("currency")?.entries.filter(isFilled).at(-1)?.value.trim();
  const inner = { ...context, currency: own ?? context.currency };
  const members = [...children]
    .map(([name, child]) => [name, readNode(child, [...path, name], inner)])
    .filter(([, value]) => value !== undefined);
  if (members.length === 0) return undefined;
  // An item without a currency of its own has that of the session.
  if (Object.hasOwn(tree, "currency") && inner.currency && path.length > 0 && !own)
    members.push(["currency", inner.currency]);
  return Object.fromEntries(members);
}

const isFilled = ({ value }) => typeof value === "string" && value.trim() !== "";

const hasFilled = ({ entries, children }) => entries.some(isFilled) || [...children.values()].some(hasFilled);
