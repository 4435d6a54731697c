/** Names of controls: `line_items[0][quantity]`, `line_items[0].quantity`, `line_items.0.quantity`, `metadata[order]`. */

const MAX_LENGTH = 256;
const MAX_DEPTH = 8;

const NAME = /^[^.[\]]+(?:\.[^.[\]]+|\[[^[\]]+\])*(?:\[\])?$/;
const STEP = /(?:^|\.)([^.[\]]+)|\[([^[\]]*)\]/g;

/** Those that reach into what every object has. */
const FORBIDDEN = ["__proto__", "constructor", "prototype"];

/**
 * The steps of a name, the last of them empty for `[]`; `undefined` when it is no name of a field.
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

/** A path as the catalogue writes those of its rules: `line_items[].quantity`. */
export const patternOf = (path) =>
  path.reduce((text, step) => text + (typeof step === "number" ? "[]" : `.${step}`), "").slice(1);

/** A path as Fintoc writes it: `line_items[0].quantity`. */
export const paramOf = (path) =>
  path.reduce((text, step) => text + (typeof step === "number" ? `[${step}]` : `.${step}`), "").slice(1);

/** Whether two paths are the same. A path from a name has indexes as text. */
export const isSamePath = (one, other) => one.length === other.length && startsWith(one, other);

/** Whether a path is another, or goes on from it. */
export const startsWith = (path, start) => start.every((step, index) => String(step) === String(path[index]));
