/** Formats JSON text. */

/** A string, white space, a punctuation mark, or a number or literal. */
const TOKEN = /"(?:[^"\\]|\\.)*"|\s+|[{}[\]:,]|[^\s{}[\]:,"]+/g;

/**
 * Returns a JSON text with one member or element on a line. Numbers, strings and repeated names are kept as they are
 * written, which `JSON.stringify(JSON.parse(text))` does not.
 *
 * @returns {string | undefined} `undefined` if the text is not JSON
 */
export function format(/** @type {string} */ text) {
  if (!isJson(text)) return undefined;
  let indent = "";
  let written = "";
  let last = "";
  for (const [token] of text.matchAll(TOKEN)) {
    if (/^\s/.test(token)) continue;
    const closes = token === "}" || token === "]";
    if (closes) indent = indent.slice(2);
    const isOnNewLine = last === "," || (last === "{" || last === "[" ? !closes : closes);
    if (isOnNewLine && last !== "") written += `\n${indent}`;
    else if (last === ":") written += " ";
    written += token;
    if (token === "{" || token === "[") indent += "  ";
    last = token;
  }
  return written;
}

/** True if `JSON.parse` takes a text. */
export function isJson(/** @type {string} */ text) {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
