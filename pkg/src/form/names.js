/**
 * Parses names of controls, which are paths in the request: `line_items[0][quantity]`, `line_items[0].quantity`,
 * `line_items.0.quantity`, `metadata[order]`, `payment_method_types[]`, `line_items[][quantity]`.
 */

const MAX_LENGTH = 256;
const MAX_DEPTH = 8;

const NAME = /^[^.[\]]+(?:\.[^.[\]]+|\[[^[\]]*\])*$/;
const STEP = /(?:^|\.)([^.[\]]+)|\[([^[\]]*)\]/g;

/** Names that would reach the prototype of an object. */
const FORBIDDEN = ["__proto__", "constructor", "prototype"];

/**
 * Returns the steps of a name as text, an empty one for `[]`; `undefined` if the name is malformed, longer than
 * `MAX_LENGTH`, deeper than `MAX_DEPTH`, or has a forbidden step.
 *
 * @param {string} name
 * @returns {string[] | undefined}
 */
export function parseName(name) {
  if (name.length > MAX_LENGTH || !NAME.test(name)) return undefined;
  const steps = [...name.matchAll(STEP)].map(([, dotted, bracketed]) => dotted ?? bracketed);
  if (steps.length > MAX_DEPTH || steps.some((step) => FORBIDDEN.includes(step))) return undefined;
  return steps;
}

/** Returns a path in the form of the catalogue: `line_items[].quantity`. */
export const patternOf = (path) =>
  path.reduce((text, step) => text + (typeof step === "number" ? "[]" : `.${step}`), "").slice(1);

/** Returns a path in Fintoc's form: `line_items[0].quantity`. */
export const paramOf = (path) =>
  path.reduce((text, step) => text + (typeof step === "number" ? `[${step}]` : `.${step}`), "").slice(1);

/** Returns the last element of a list. Not by `at`, which older builds of Hermes lack. */
export const lastOf = (list) => list[list.length - 1];

/** True if two paths are the same. `0` and `"0"` are the same step: `parseName` returns indexes as text. */
export const isSamePath = (one, other) => one.length === other.length && startsWith(one, other);

/** True if `path` equals `start` or continues it. */
export const startsWith = (path, start) => start.every((step, index) => String(step) === String(path[index]));
