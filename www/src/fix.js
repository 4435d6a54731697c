/** Applies the suggestion of a violation to the text of a request. */

import { tokensAt, tokensOf } from "./marks.js";

/**
 * Returns the text with the suggestion in place. A value that is present is replaced, and the rest of the text is kept;
 * for a missing one the text is formatted again.
 */
export function applySuggestion(/** @type {string} */ text, violation) {
  const value = JSON.stringify(violation.suggestion);
  const request = JSON.parse(text);
  if (isPresent(request, violation.path)) {
    const [{ start, text: old }] = tokensAt([violation], text, tokensOf(text));
    return text.slice(0, start) + value + text.slice(start + old.length);
  }
  set(request, violation.path, violation.suggestion);
  return JSON.stringify(request, null, 2);
}

function isPresent(value, path) {
  return path.every((step) => {
    const has = typeof value === "object" && value !== null && Object.hasOwn(value, step);
    if (has) value = value[step];
    return has;
  });
}

function set(value, path, leaf) {
  const parent = path.slice(0, -1).reduce((object, step) => object[step], value);
  parent[path.at(-1)] = leaf;
}
