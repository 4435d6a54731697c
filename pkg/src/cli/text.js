/** Formats reports as text, one line for each violation: the Rust command's format, without source excerpts. */

/** The maximum number of violations shown. A hostile request can have hundreds of thousands. */
const MOST_SHOWN = 100;

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
  },
  es: {
    levels: { error: "error", warning: "advertencia" },
    valid: "válida",
    errors: ["error", "errores"],
    warnings: ["advertencia", "advertencias"],
    more: (listed) => `y ${listed} más, que --format json enumera`,
    moreThan: (count, listed) => `y ${count} más, de las que --format json enumera ${listed}`,
  },
};

/**
 * Returns one line for each violation, and a last line with the verdict and the counts.
 *
 * @param {object} checked
 * @param {typeof import("../entries/index.js").locateAll} checked.locateAll
 */
export function formatReport({ name, body, report, locale, locateAll }) {
  const words = WORDS[locale];
  const violations = [...report.errors, ...report.warnings];
  const shown = violations.slice(0, MOST_SHOWN);
  const places = locateAll(body, shown);
  const lines = shown.map(({ level, rule, param, message }, index) => {
    const { line, column } = places[index];
    const place = param === "" ? "" : ` ${cut(param)}`;
    return `${name}:${line}:${column}: ${words.levels[level]}[${rule}]${place}: ${cut(message)}\n`;
  });
  const listed = violations.length - MOST_SHOWN;
  if (listed > 0) lines.push(`${name}: ${rest(listed, report.omitted, words)}\n`);
  return `${lines.join("")}${name}: ${verdict(report, words)}\n`;
}

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

/** Returns whether a report is valid, and its counts, as in the last line of the output. */
export const verdictOf = (report, locale) => verdict(report, WORDS[locale]);

function verdict({ valid, errors, warnings, omitted = { errors: 0, warnings: 0 } }, words) {
  const count = (number, [one, several]) => `${number} ${number === 1 ? one : several}`;
  const parts = valid ? [words.valid] : [];
  if (errors.length > 0) parts.push(count(errors.length + omitted.errors, words.errors));
  if (warnings.length > 0) parts.push(count(warnings.length + omitted.warnings, words.warnings));
  return parts.join(", ");
}

/** Returns a text that is safe to print, with an ellipsis if it was too long. */
export function cut(text) {
  const characters = [...text];
  const shown = visible(characters.slice(0, LONGEST_MESSAGE).join(""));
  return characters.length > LONGEST_MESSAGE ? `${shown}…` : shown;
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
