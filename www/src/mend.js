/** Applying what a violation suggests to the text of a request. */

import { tokenAt, tokensOf } from "./marks.js";

/** The text with the suggestion of a violation in place; what surrounds it stays as it was written. */
export function mend(/** @type {string} */ text, violation) {
  const value = JSON.stringify(violation.suggestion);
  const request = JSON.parse(text);
  if (isPresent(request, violation.path)) {
    const { start, text: old } = tokenAt(violation, text, tokensOf(text));
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
