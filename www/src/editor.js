/** The JSON editor: a text area over a backdrop with the same text, coloured and with the violations marked. */

import { h } from "./dom.js";
import { tokensAt, tokensOf } from "./marks.js";

/** Limits of violations and of characters, beyond which the page would be slow. */
const MAX_MARKS = 200;
const MAX_COLOURED = 100_000;

/**
 * Returns the functions that show a text and reveal a violation.
 *
 * @param {{ area: HTMLTextAreaElement, backdrop: HTMLElement, gutter: HTMLElement }} elements
 * @param {(text: string) => void} onEdit
 */
export function createEditor({ area, backdrop, gutter }, onEdit) {
  area.addEventListener("input", () => onEdit(area.value));
  area.addEventListener("scroll", () => {
    backdrop.scrollTop = area.scrollTop;
    backdrop.scrollLeft = area.scrollLeft;
    gutter.scrollTop = area.scrollTop;
  });

  return {
    /** Shows a text with the violations of its report. */
    show(/** @type {string} */ text, violations) {
      if (area.value !== text) area.value = text;
      const tokens = text.length > MAX_COLOURED ? [{ start: 0, text, kind: "space" }] : tokensOf(text);
      const marks = new Map();
      const marked = violations.slice(0, MAX_MARKS).toReversed();
      for (const [index, token] of tokensAt(marked, text, tokens).entries()) {
        if (token) marks.set(token, marked[index]);
      }
      backdrop.replaceChildren(...tokens.map((token) => show(token, marks.get(token))), "\n");
      const levels = new Map(Array.from(marks, ([{ start }, { level }]) => [lineOf(text, start), level]));
      const lines = Array.from(text.split("\n"), (_, index) => {
        const level = levels.get(index + 1);
        return h("span", { className: level ? `line ${level}` : "line" }, String(index + 1));
      });
      gutter.replaceChildren(...lines);
    },

    /** Selects the token of a violation, and scrolls to it. */
    reveal(violation) {
      const text = area.value;
      const [token] = tokensAt([violation], text, tokensOf(text));
      if (!token) return;
      const height = parseFloat(getComputedStyle(area).lineHeight);
      area.focus();
      area.setSelectionRange(token.start, token.start + token.text.length);
      area.scrollTop = height * (lineOf(text, token.start) - 4);
    },
  };
}

const lineOf = (text, offset) => text.slice(0, offset).split("\n").length;

function show({ text, kind }, violation) {
  if (kind === "space") return text;
  const className = violation ? `${kind} at-${violation.level}` : kind;
  return h("span", { className }, text);
}
