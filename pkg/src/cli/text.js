/** Reports as text, a line for each violation, as the Rust command writes them without excerpts of the request. */

import { positionOf } from "./position.js";

/** How many violations are shown: a hostile request has hundreds of thousands. */
const MOST_SHOWN = 100;

/** How many characters of a message are shown: one that names a key can be as long as the key. */
const LONGEST_MESSAGE = 500;

const WORDS = {
  en: {
    levels: { error: "error", warning: "warning" },
    valid: "valid",
    errors: ["error", "errors"],
    warnings: ["warning", "warnings"],
    more: (count) => `and ${count} more, which --format json lists`,
  },
  es: {
    levels: { error: "error", warning: "advertencia" },
    valid: "válida",
    errors: ["error", "errores"],
    warnings: ["advertencia", "advertencias"],
    more: (count) => `y ${count} más, que --format json enumera`,
  },
};

/** The violations in a request, and how many there are. */
export function formatReport({ name, body, report, locale }) {
  const words = WORDS[locale];
  const text = textOf(body);
  const violations = [...report.errors, ...report.warnings];
  const lines = violations.slice(0, MOST_SHOWN).map((violation) => {
    const { line, column } = positionOf(violation, text);
    const { level, rule, param, message } = violation;
    const place = param === "" ? "" : ` ${cut(param)}`;
    return `${name}:${line}:${column}: ${words.levels[level]}[${rule}]${place}: ${cut(message)}\n`;
  });
  if (violations.length > MOST_SHOWN) lines.push(`${name}: ${words.more(violations.length - MOST_SHOWN)}\n`);
  return `${lines.join("")}${name}: ${verdict(report, words)}\n`;
}

/** The text of a body; none when it is not UTF-8. */
function textOf(body) {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(body);
  } catch {
    return undefined;
  }
}

function verdict({ valid, errors, warnings }, words) {
  const count = (number, [one, several]) => `${number} ${number === 1 ? one : several}`;
  const parts = valid ? [words.valid] : [];
  if (errors.length > 0) parts.push(count(errors.length, words.errors));
  if (warnings.length > 0) parts.push(count(warnings.length, words.warnings));
  return parts.join(", ");
}

/** A text as it can be shown, and not too much of it. */
function cut(text) {
  const characters = [...text];
  const shown = visible(characters.slice(0, LONGEST_MESSAGE).join(""));
  return characters.length > LONGEST_MESSAGE ? `${shown}…` : shown;
}

/** What would control the terminal, or hide or reorder text. */
const HIDDEN = /[\x80-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e0fff}]/gu;

/** The first of the control pictures, which stand in the order of the characters that they picture. */
const PICTURES = 0x2400;

/** The text, with what stands for each character that is not safe to show. */
export function visible(text) {
  return text
    .replaceAll("\t", " ")
    .replace(/[\0-\x1f]/g, (control) => String.fromCharCode(PICTURES + control.charCodeAt(0)))
    .replaceAll("\x7f", "\u2421")
    .replace(HIDDEN, "\ufffd");
}
