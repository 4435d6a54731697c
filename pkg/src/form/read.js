/** Reads a form into the request that it would send, with the path of each control. */

import { isForm, isOpen, isPreset, languageOf } from "./controls.js";
import { FIELDS, isList, kindOf, member, NEEDS } from "./fields.js";
import { lastOf, paramOf, parseName } from "./names.js";
import { entriesOf, isOfFramework, isPlain } from "./source.js";
import { strip } from "./text.js";
import { checkTimeZone } from "./time.js";
import { isFilled, readValue } from "./values.js";

/**
 * Returns the request of a form or of posted entries. Never throws for what was typed, only for a wrong option, or a
 * source that is no form.
 *
 * @param {HTMLFormElement | Iterable<[string, unknown]> | Record<string, unknown>} source
 * @param {import("fintoc-preflight/form").ReadOptions} [options]
 * @returns {import("fintoc-preflight/form").Reading}
 * @example
 * import { readForm } from "fintoc-preflight/form";
 *
 * const posted = new URLSearchParams({ amount: "$350.000", currency: "CLP" });
 * console.log(readForm(posted, { locale: "es-CL" }).request.amount); // 350000
 */
export function readForm(source, options = {}) {
  const { request, fields, refusals, unknown } = readSource(source, options);
  const known = fields.map(({ name, path, control }) => ({ name, path, ...(control && { control }) }));
  return { request, fields: known, refusals, unknown };
}

/**
 * Reads a form as `readForm` does. Its fields also have their kind, the row of their item on the page, from 1, and the
 * keys of their value in an object. `leftOut` are the names of filled controls that are not in the request.
 *
 * @param {unknown} source
 * @param {import("fintoc-preflight/form").ReadOptions & { isEdited?: (control: HTMLElement) => boolean }} options
 *   `isEdited` is true for a control that the person has changed, whatever its value is now
 */
export function readSource(source, { version = "v2", locale, defaults = {}, timeZone, isEdited = () => false }) {
  if (!Object.hasOwn(FIELDS, version)) throw new TypeError('option "version" must be "v1" or "v2"');
  checkTimeZone(timeZone);
  const root = createNode(FIELDS[version]);
  const unknown = new Set();
  for (const entry of entriesOf(source)) {
    const node = typeof entry.name === "string" && nodeOf(root, entry.name);
    if (node) node.entries.push(entry);
    else if (!isOfFramework(entry.name)) unknown.add(entry.name);
  }
  const reading = { fields: [], refusals: [], leftOut: [] };
  const currency = typeof defaults.currency === "string" ? defaults.currency : undefined;
  const place = { locale: locale ?? (isForm(source) ? languageOf(source) : "en"), currency, timeZone };
  const request = readObject(root, [], { ...place, isEdited, ...reading }, defaults);
  return { request: request ?? {}, ...reading, unknown: [...unknown] };
}

/** Returns a node of the tree of entries: a part of the request for which the form has controls. */
const createNode = (tree) => ({ tree, children: new Map(), entries: [] });

/** Returns the node of the field with a name, created if missing; `undefined` if no field has the name. */
function nodeOf(root, name) {
  const steps = parseName(name);
  if (!steps) return undefined;
  const trees = [root.tree];
  for (const [at, step] of steps.entries()) {
    const tree = trees[trees.length - 1];
    if (isList(tree)) {
      // Elements of a list are in the order of the form; their indexes are ignored.
      return trees.length === steps.length && (step === "" || member(tree, step))
        ? descend(root, steps.slice(0, -1), trees)
        : undefined;
    }
    if (step === "" && Array.isArray(tree))
      steps[at] = nextRow(descend(root, steps.slice(0, at), trees), steps.slice(at + 1));
    const next = steps[at] === "" ? undefined : member(tree, steps[at]);
    if (next === undefined) return undefined;
    trees.push(next);
  }
  const last = trees[trees.length - 1];
  return kindOf(last) || isList(last) ? descend(root, steps, trees) : undefined;
}

/**
 * Returns the index of the row that an entry of `line_items[][quantity]` belongs to. As in Rails, a row ends where one
 * of its names comes again.
 */
function nextRow(rows, rest) {
  const name = rest.join(".");
  if (!rows.open || rows.open.names.has(name)) {
    const last = Math.max(-1, ...(rows.open ? [rows.open.index] : [...rows.children.keys()].map(Number)));
    rows.open = { index: last + 1, names: new Set() };
  }
  rows.open.names.add(name);
  return String(rows.open.index);
}

function descend(root, steps, trees) {
  return steps.reduce((node, step, index) => {
    if (!node.children.has(step)) node.children.set(step, createNode(trees[index + 1]));
    return node.children.get(step);
  }, root);
}

/** Returns the value of a node; `undefined` if it is blank, or left out. */
function readNode(node, path, context, preset) {
  if (isList(node.tree)) return readList(node, path, context);
  if (Array.isArray(node.tree)) return readRows(node, path, context, Array.isArray(preset) ? preset : []);
  const value = readEntries(node, path, context);
  if (node.children.size === 0) return value;
  return readObject(node, path, context, isPlain(preset) ? preset : undefined) ?? value;
}

/** Adds a control to the fields of the reading. */
const addField = ({ fields, row }, { name, control, keys }, path, kind) =>
  fields.push({ name, path, kind, control, keys, row });

/** Returns the value of the last entry that is not blank: a ticked box overrides a hidden control before it. */
function readEntries({ tree, entries }, path, context) {
  const kind = kindOf(tree);
  for (const entry of entries) addField(context, entry, path, kind);
  const filled = entries.filter(isFilled);
  if (filled.length === 0) return undefined;
  // Names and values of the merchant's own are sent as they are.
  const textOf = ({ value }) => (typeof value !== "string" || path.includes("metadata") ? value : strip(value));
  const readings = filled.map((entry) => {
    const more = { type: entry.type, isServer: entry.control === undefined };
    return readValue(kind, textOf(entry), { ...context, ...more });
  });
  const { value, refusal } = readings[readings.length - 1];
  // Two amounts under one name: neither is more likely to be meant.
  const reason = kind === "amount" && readings.some((other) => other.value !== value) ? "repeated" : refusal;
  if (reason) context.refusals.push({ rule: ruleOf(kind), path, param: paramOf(path), refusal: reason });
  return value;
}

/** Returns the rule of a text that cannot be read as a kind. */
const ruleOf = (kind) => `${kind}-text`;

function readList({ entries }, path, context) {
  const values = [];
  for (const entry of entries) {
    const isChosen = isFilled(entry) && typeof entry.value === "string";
    addField(context, entry, isChosen ? [...path, values.push(strip(entry.value)) - 1] : path);
  }
  return values.length > 0 ? values : undefined;
}

/**
 * Returns the elements of an array of objects, by index without gaps, each around the default of its index. Blank rows
 * get paths after the others, and no value.
 */
function readRows({ children }, path, context, preset) {
  const indexes = new Set([...children.keys(), ...preset.keys()].map(Number));
  let shown = 0;
  const rows = [...indexes]
    .sort((one, other) => one - other)
    .map((index) => ({ node: children.get(String(index)), preset: preset[index] }))
    .map((row) => (row.node ? { ...row, row: ++shown } : row));
  const isFilledRow = ({ node, preset }) => (node ? !isBlank(node, context, preset) : isGiven(preset));
  const filled = rows.filter(isFilledRow);
  const blank = rows.filter((row) => row.node && !filled.includes(row));
  const values = [...filled, ...blank].map(({ node, preset, row }, index) =>
    node ? readNode(node, [...path, index], { ...context, row }, preset) : preset,
  );
  return filled.length > 0 ? values.slice(0, filled.length) : undefined;
}

/** Returns an object with the members of the form, and around them those of `preset`, the defaults. */
function readObject(node, path, context, preset = {}) {
  const { tree, children } = node;
  const isLeftOut = path.length > 0 && isBlank(node, context, preset);
  const own = lastOf(children.get("currency")?.entries.filter(isFilled) ?? [])?.value;
  const currency = typeof own === "string" ? strip(own) : (preset.currency ?? context.currency);
  const inner = { ...context, currency, ...(isLeftOut && { refusals: [] }) };
  const members = new Map(Object.entries(preset));
  for (const [name, child] of children) {
    const value = readNode(child, [...path, name], inner, preset[name]);
    if (value !== undefined) members.set(name, value);
    else if (isBlank(child, context, preset[name])) members.delete(name);
  }
  if (isLeftOut) for (const { name } of filledEntries(node)) context.leftOut.push(name);
  if (isLeftOut || members.size === 0) return undefined;
  // An item without a currency of its own has that of the session.
  if (Object.hasOwn(tree, "currency") && currency && path.length > 0 && !members.has("currency"))
    members.set("currency", currency);
  return Object.fromEntries(members);
}

/**
 * True for a node without values, and for an object of no use without a control that the person has left blank, if all
 * of its values were there before.
 *
 * @param {unknown} preset the default of the node
 */
function isBlank(node, context, preset) {
  const { tree, children, entries } = node;
  if (entries.some(isFilled)) return false;
  if (children.size === 0) return !isGiven(preset);
  const hasRows = Array.isArray(tree) && Array.isArray(preset) && preset.length > 0;
  const members = isPlain(preset) || hasRows ? preset : {};
  const has = (name) =>
    children.has(name) ? !isBlank(children.get(name), context, members[name]) : isGiven(members[name]);
  const names = [...children.keys(), ...Object.keys(members)];
  if (!names.some(has)) return isPlain(preset) || hasRows || !isGiven(preset);
  const needs = Array.isArray(tree) ? undefined : tree[NEEDS];
  if (!needs || needs.every((names) => names.some(has)) || !hasOpen(node)) return false;
  return [...filledEntries(node)].every((entry) => isPresetEntry(entry, context));
}

/** True for a default that has a value. */
const isGiven = (preset) =>
  isPlain(preset) ? Object.values(preset).some(isGiven) : preset !== undefined && preset !== null;

function* filledEntries({ entries, children }) {
  yield* entries.filter(isFilled);
  for (const child of children.values()) yield* filledEntries(child);
}

/** True if the person could fill something that is blank. */
const hasOpen = ({ entries, children }) =>
  entries.some((entry) => !isFilled(entry) && isOpen(entry)) || [...children.values()].some(hasOpen);

/** Fields that forms have filled from the start. What was posted does not tell whether a person has chosen them. */
const PRESET_FIELDS = /(?:^|[.[])(?:type|currency|editable|interval|interval_count)\]?$|(?:^|[.[])metadata[\].[]/;

const QUANTITY = /(?:^|[.[])(?:quantity|interval_count)\]?$/;

const isPresetEntry = (entry, { isEdited }) => {
  const isQuantity = QUANTITY.test(entry.name);
  if (entry.control) {
    // The name or the price of an item is not there by chance: a server may have written back what was typed.
    const isTyped = isEdited(entry.control) || (/^line_items\b/.test(entry.name) && !isQuantity);
    return isPreset(entry.control, entry.value, isTyped);
  }
  if (isQuantity) return ["0", "1"].includes(strip(String(entry.value)));
  return PRESET_FIELDS.test(entry.name);
};
