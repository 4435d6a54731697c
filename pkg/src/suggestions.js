/** Applies the suggestions of a report. */

import { ABOUT_NAMES } from "./locate.js";

/**
 * Returns a copy of a request with the suggestions of its report, and what was changed; see `types/suggestions.d.ts`.
 * Values are replaced before names, so that the paths of the report lead to them.
 *
 * @param {unknown} value the request of the report; it is not changed
 * @param {import("fintoc-preflight").Report} report
 * @example
 * import { applySuggestions, validate } from "fintoc-preflight";
 *
 * const request = { amount: "350000", currency: "clp", ui_mode: "embedded" };
 * console.log(applySuggestions(request, validate(request)).value); // { amount: 350000, currency: 'CLP', ui_mode: 'embedded' }
 */
export function applySuggestions(value, report) {
  const certain = undisputed(report);
  const names = certain.filter(isName).sort((one, other) => other.path.length - one.path.length);
  const applied = [];
  let mended = value;
  for (const violation of [...certain.filter((each) => !isName(each)), ...names]) {
    const { rule, path, param, suggestion } = violation;
    if (path.length === 0 || applied.some((other) => other.param === param)) continue;
    const change = isName(violation) ? rename : correct;
    const changed = changeAt(mended, path, (parent, name) => change(parent, name, suggestion));
    if (changed === undefined) continue;
    mended = changed;
    applied.push({ rule, path, param, suggestion });
  }
  return { value: mended, applied };
}

const isName = ({ rule }) => ABOUT_NAMES.includes(rule);

/** Returns the violations with a suggestion, except those of one value that differ, and names that would become the same. */
function undisputed({ errors, warnings }) {
  const fixes = [...errors, ...warnings].filter(({ suggestion }) => suggestion !== undefined);
  const found = new Map();
  for (const fix of fixes) {
    for (const [place, content] of claims(fix)) found.set(place, (found.get(place) ?? new Set()).add(content));
  }
  return fixes.filter((fix) => claims(fix).every(([place]) => found.get(place).size === 1));
}

/** Returns the places that a fix is the only one to change, each with what it puts there, as texts. */
function claims(fix) {
  const { path, suggestion } = fix;
  const [place, content] = [JSON.stringify(path), JSON.stringify(suggestion)];
  if (!isName(fix)) return [[`value ${place}`, content]];
  return [
    [`name ${place}`, content],
    [`new name ${JSON.stringify([...path.slice(0, -1), suggestion])}`, place],
  ];
}

/**
 * Returns a copy of a value, changed at a path; the parts beside the path are shared. `undefined` if the path does not
 * lead through plain objects and arrays, or if `change` refuses.
 */
function changeAt(value, [name, ...rest], change) {
  if (!isPlain(value) || !Object.hasOwn(value, name)) return undefined;
  if (rest.length === 0) return change(value, name);
  const inner = changeAt(value[name], rest, change);
  return inner === undefined ? undefined : replace(value, name, inner);
}

/** True for arrays, and for objects that JSON writes member by member. */
function isPlain(value) {
  if (Array.isArray(value)) return true;
  if (typeof value !== "object" || value === null || typeof value.toJSON === "function") return false;
  return Object.prototype.toString.call(value) === "[object Object]";
}

/** Replaces a value that is not an array or object. */
function correct(parent, name, value) {
  if (isPlain(parent[name])) return undefined;
  const isCurrency = name === "currency" && typeof value === "string";
  // The currency that an amount is in never changes: only its letters may, as of `clp`.
  if (isCurrency && String(parent[name]).toUpperCase() !== value.toUpperCase()) return undefined;
  return replace(parent, name, value);
}

function replace(parent, name, value) {
  const copy = copyOf(parent);
  const place = { value, enumerable: true, writable: true, configurable: true };
  return Object.defineProperty(copy, name, place);
}

/** Renames a member at its place; refuses if there is one of the new name. */
function rename(parent, name, other) {
  if (Array.isArray(parent) || Object.hasOwn(parent, other)) return undefined;
  return Object.fromEntries(Object.entries(parent).map(([each, value]) => [each === name ? other : each, value]));
}

/** `Object.fromEntries` also copies a member of the name `__proto__`. */
const copyOf = (parent) => (Array.isArray(parent) ? [...parent] : Object.fromEntries(Object.entries(parent)));
