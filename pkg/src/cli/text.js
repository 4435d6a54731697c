/** Formats reports as text, one line for each violation: the Rust command's format, without source excerpts. */

/** The maximum number of violations shown. A hostile request can have hundreds of thousands. */
export const MOST_SHOWN = 100;

/** The maximum number of characters shown of a text. A message that names a key can be as long as the key. */
const LONGEST_MESSAGE = 500;

const WORDS = {
  en: {
    levels: { error: "error", warning: "warning" },
    valid: "valid",
    errors: ["error", "errors"],
    warnings: ["warning", "warnings"],
    more: (listed) => `and ${listed} more, which --format json lists`,
    moreThan: (count, listed) => `and ${count} more, of which --format json lists ${listed}`,
    total: (all, valid, invalid) => `${count(all, ["request", "requests"])}: ${valid} valid, ${invalid} invalid`,
    fixed: "fixed",
    wrote: (json) => `now \`${json}\``,
    moreFixes: (more) => `and ${more} more fixed`,
  },
  es: {
    levels: { error: "error", warning: "advertencia" },
    valid: "válida",
    errors: ["error", "errores"],
    warnings: ["advertencia", "advertencias"],
    more: (listed) => `y ${listed} más, que --format json enumera`,
    moreThan: (count, listed) => `y ${count} más, de las que --format json enumera ${listed}`,
    total: (all, valid, invalid) =>
      `${count(all, ["solicitud", "solicitudes"])}: ` +
      `${count(valid, ["válida", "válidas"])}, ${count(invalid, ["inválida", "inválidas"])}`,
    fixed: "corregido",
    wrote: (json) => `ahora \`${json}\``,
    moreFixes: (more) => `y ${more} más, corregidos`,
  },
};

/** The maximum number of characters shown of a name in a path. */
const LONGEST_NAME = 100;

/**
 * @typedef {object} Request
 * @property {string} name of the file, safe for a terminal
 * @property {string} uri of the file
 * @property {Uint8Array} body
 * @property {number} [line] in the file, if there is a request on each line
 * @property {import("fintoc-preflight").Report} report
 * @property {"en" | "es"} locale
 * @property {typeof import("../entries/index.js").locateAll} locateAll
 */

/**
 * Returns one line for each violation and, unless the request is one of several lines, a last line with the verdict and
 * the counts.
 *
 * @param {Request} request
 */
export function formatReport(request) {
  const verdict = `${request.name}: ${verdictOn(request)}\n`;
  return formatViolations(request) + (request.line === undefined ? verdict : "");
}

/** Returns one line for each violation, then how many more there are. */
export function formatViolations(request) {
  const { name, locale } = request;
  const { levels } = WORDS[locale];
  const lines = findings(request, MOST_SHOWN).map(({ level, rule, line, column, param, message }) => {
    return `${name}:${line}:${column}: ${levels[level]}[${rule}]${param && " "}${param}: ${message}\n`;
  });
  const more = moreThanShown(request);
  return lines.join("") + (more === undefined ? "" : `${name}: ${more}\n`);
}

/** Returns one line for each fix. */
export function formatFixes({ name, line: first = 1, locale }, fixes) {
  const { fixed, wrote, moreFixes } = WORDS[locale];
  const lines = fixes.slice(0, MOST_SHOWN).map(({ line, rule, path, json }) => {
    return `${name}:${first + line - 1}: ${fixed}[${rule}] ${paramOf(path)}: ${wrote(json)}\n`;
  });
  const more = fixes.length - MOST_SHOWN;
  return lines.join("") + (more > 0 ? `${name}: ${moreFixes(more)}\n` : "");
}

/** Returns the first `most` violations of a request, each with its position in the file, and safe for a terminal. */
export function findings({ body, line: first = 1, report, locateAll }, most = Infinity) {
  const shown = [...report.errors, ...report.warnings].slice(0, most);
  const places = locateAll(body, shown);
  return shown.map(({ level, rule, path, message }, index) => {
    const { line, column } = places[index];
    return { level, rule, line: first + line - 1, column, param: paramOf(path), message: cut(message) };
  });
}

/** Returns how many violations there are beyond those shown; `undefined` if there are no more. */
export function moreThanShown({ report: { errors, warnings, omitted }, locale }) {
  const listed = errors.length + warnings.length - MOST_SHOWN;
  return listed > 0 ? rest(listed, omitted, WORDS[locale]) : undefined;
}

/** Returns a path as a param, `line_items[0].quantity`, safe for a terminal. */
function paramOf(path) {
  const steps = path.map((step, depth) => {
    return typeof step === "number" ? `[${step}]` : `${depth > 0 ? "." : ""}${cut(step, LONGEST_NAME)}`;
  });
  return steps.join("");
}

/** Returns the verdict on one request, with the numbers of errors and warnings. */
export function verdictOn({ report, locale }) {
  const { valid } = WORDS[locale];
  const counts = countsOf(report);
  const found = foundIn(counts, WORDS[locale]);
  return counts.invalid > 0 ? found : [valid, found].filter(Boolean).join(", ");
}

/** Returns the verdict on several requests. */
export function totalOf(counts, locale) {
  const { total } = WORDS[locale];
  const found = foundIn(counts, WORDS[locale]);
  return total(counts.requests, counts.requests - counts.invalid, counts.invalid) + (found && ` (${found})`);
}

/** Returns the counts of one request. */
export function countsOf({ valid, errors, warnings, omitted = { errors: 0, warnings: 0 } }) {
  return {
    requests: 1,
    invalid: valid ? 0 : 1,
    errors: errors.length + omitted.errors,
    warnings: warnings.length + omitted.warnings,
  };
}

function foundIn({ errors, warnings }, words) {
  const counts = [errors > 0 && count(errors, words.errors), warnings > 0 && count(warnings, words.warnings)];
  return counts.filter(Boolean).join(", ");
}

const count = (number, [one, several]) => `${number} ${number === 1 ? one : several}`;

/**
 * Returns the line on the violations that are not shown.
 *
 * @param {number} listed how many of them the report lists
 * @param {{ errors: number, warnings: number } | undefined} omitted how many more the report omits
 */
function rest(listed, omitted, words) {
  if (!omitted) return words.more(listed);
  return words.moreThan(listed + omitted.errors + omitted.warnings, listed);
}

/** Returns a text that is safe to print, with an ellipsis if it was too long. */
export function cut(text, longest = LONGEST_MESSAGE) {
  const characters = [...text];
  const shown = visible(characters.slice(0, longest).join(""));
  return characters.length > longest ? `${shown}…` : shown;
}

/** Characters that control the terminal, or that hide or reorder text. */
const HIDDEN = /[\x80-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e0fff}]/gu;

/** The first of Unicode's control pictures, which are in the order of the control characters. */
const PICTURES = 0x2400;

/** Returns the text with every character that is unsafe to print replaced by a visible one. */
export function visible(text) {
  return text
    .replaceAll("\t", " ")
    .replace(/[\0-\x1f]/g, (control) => String.fromCharCode(PICTURES + control.charCodeAt(0)))
    .replaceAll("\x7f", "\u2421")
    .replace(HIDDEN, "\ufffd");
}
