/** The entries of whatever a form comes as: an element, what was posted, or the values of a form library. */

import { controlEntries, isForm } from "./controls.js";

/** The most levels of objects below each other. */
const MAX_DEPTH = 8;

/**
 * Names that frameworks and services post with every form. Of React's server actions (`$ACTION_REF_1`,
 * `1_$ACTION_ID_...`); of the protection against forged requests, in any spelling; whatever begins with an underscore,
 * as `_token`, `_method`, `_charset_` and `__VIEWSTATE` do, by which frameworks keep clear of the fields of a page; of
 * Rails, Drupal and JSF; and of checks that a person is one. Of a nested name the first step decides.
 */
const OF_FRAMEWORKS = [
  /^(?:\d+_)?\$ACTION/,
  /csrf|xsrf/i,
  /^_(?!_proto__)/,
  /^(?:authenticity[-_]token|utf8|commit|form_build_id|form_id|form_token|jakarta\.faces\.\w+|javax\.faces\.\w+)$/i,
  /^(?:g-recaptcha|h-captcha|cf-turnstile|frc-captcha)-(?:response|solution)$/i,
];

/** True for a name that no one expects in a request. */
export const isOfFramework = (name) => {
  if (typeof name !== "string") return false;
  const [first] = name.split("[", 1);
  return OF_FRAMEWORKS.some((pattern) => pattern.test(first));
};

/**
 * Returns the entries of a source: names and values, with the controls of a form element. Throws a `TypeError` that
 * says what was given instead of a form.
 *
 * @param {unknown} source a form, pairs of a name and a value, or a plain object
 * @returns {Iterable<{ name: unknown, value: unknown, type?: string, control?: HTMLElement, keys?: string[] }>}
 */
export function entriesOf(source) {
  if (isForm(source)) return controlEntries(source);
  if (isPlain(source)) return objectEntries(source, "", [], []);
  if (typeof source === "object" && typeof source?.[Symbol.iterator] === "function") {
    const pairs = Array.from(source);
    if (pairs.every((pair) => Array.isArray(pair) && pair.length === 2))
      return pairs.map(([name, value]) => ({ name, value }));
  }
  throw new TypeError(`readForm takes a form, a FormData, a URLSearchParams or a plain object, ${given(source)}`);
}

function given(source) {
  if (source === undefined || source === null)
    return `but was given ${source}: is there a parser of bodies before this code?`;
  if (typeof source === "string") return "but was given a string: pass new URLSearchParams(text)";
  if (typeof source !== "object") return `but was given a ${typeof source}`;
  if (typeof source.then === "function") return "but was given a Promise: await it first";
  if (typeof source.formData === "function") return "but was given a request: pass await request.formData()";
  return `but was given a value of another kind${source.constructor?.name ? `, ${source.constructor.name}` : ""}`;
}

/** True for an object literal of any realm, and for an object without a prototype. */
export function isPlain(value) {
  if (typeof value !== "object" || value === null) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === null || (Object.getPrototypeOf(prototype) === null && Object.hasOwn(prototype, "toString"));
}

/**
 * Iterates over the values in an object, nested or with names such as `line_items[0][quantity]`. A list of texts gives
 * an entry for each, as a form does.
 */
function* objectEntries(object, prefix, keys, above) {
  if (above.length > MAX_DEPTH || above.includes(object)) return;
  for (const [key, value] of Object.entries(object)) {
    const name = prefix === "" ? key : `${prefix}[${key}]`;
    yield* valueEntries(name, value, [...keys, key], [...above, object]);
  }
}

function* valueEntries(name, value, keys, above) {
  if (isPlain(value)) yield* objectEntries(value, name, keys, above);
  else if (Array.isArray(value)) {
    if (above.length > MAX_DEPTH || above.includes(value)) return;
    for (const [index, element] of value.entries()) {
      const isObject = isPlain(element) || Array.isArray(element);
      yield* valueEntries(isObject ? `${name}[${index}]` : name, element, [...keys, String(index)], [...above, value]);
    }
  } else yield { name, value, keys };
}
