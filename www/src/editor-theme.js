/** The colours of the editor, from those of the page. */

import { HighlightStyle } from "@codemirror/language";
import { EditorView } from "@codemirror/view";
import { tags } from "@lezer/highlight";

export const HIGHLIGHT = HighlightStyle.define([
  { tag: tags.propertyName, color: "var(--json-name)" },
  { tag: tags.string, color: "var(--json-string)" },
  { tag: [tags.number, tags.bool, tags.null], color: "var(--json-number)" },
]);

/** CodeMirror draws its underlines as pictures, which the content security policy forbids. */
const underline = (color) => ({
  backgroundImage: "none",
  paddingBottom: "0",
  textDecoration: `underline wavy var(--${color})`,
  textUnderlineOffset: "0.25em",
  backgroundColor: `var(--${color}-soft)`,
});

const button = {
  margin: "0",
  padding: "0.15rem 0.6rem",
  font: "inherit",
  color: "var(--ink)",
  background: "var(--pane)",
  border: "1px solid var(--control)",
  borderRadius: "6px",
  cursor: "pointer",
};

export const THEME = EditorView.theme({
  "&": { height: "100%", color: "var(--ink)", backgroundColor: "var(--sunk)", fontSize: "0.84rem" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { fontFamily: "var(--mono)", lineHeight: "1.6", overflow: "auto" },
  ".cm-content": { padding: "0.6rem 0", caretColor: "var(--ink)" },
  ".cm-gutters": { color: "var(--dim)", backgroundColor: "var(--sunk)", border: "0" },
  ".cm-lineNumbers .cm-gutterElement": { minWidth: "2.6rem", padding: "0 0.5rem 0 1.1rem", position: "relative" },
  ".cm-gutterElement:is(.line-error, .line-warning)::before": {
    content: '""',
    position: "absolute",
    left: "0.35rem",
    top: "0.5em",
    width: "0.5rem",
    height: "0.5rem",
    borderRadius: "50%",
    background: "var(--warning)",
  },
  ".cm-gutterElement.line-error::before": { background: "var(--error)", borderRadius: "1px" },
  ".cm-activeLine": { backgroundColor: "var(--active)" },
  "& .cm-selectionMatch": { backgroundColor: "var(--match)" },
  "& .cm-matchingBracket, &.cm-focused .cm-matchingBracket": { backgroundColor: "var(--match)", outline: "1px solid var(--control)" },
  "& .cm-nonmatchingBracket, &.cm-focused .cm-nonmatchingBracket": { backgroundColor: "var(--error-soft)" },
  "& .cm-lintRange-error": underline("error"),
  "& .cm-lintRange-warning": underline("warning"),
  "& .cm-lintPoint::after": { display: "none" },
  ".cm-changed": { backgroundColor: "var(--good-soft)", outline: "1px solid var(--good)", borderRadius: "3px" },
  "& .cm-tooltip": {
    maxWidth: "min(34rem, 92vw)",
    color: "var(--ink)",
    backgroundColor: "var(--pane)",
    border: "1px solid var(--control)",
    borderRadius: "8px",
    boxShadow: "0 4px 16px rgb(0 0 0 / 0.2)",
    overflow: "hidden",
  },
  ".cm-diagnostic": { padding: "0.45rem 0.7rem", fontFamily: "system-ui, sans-serif", whiteSpace: "normal", borderLeftWidth: "4px" },
  ".cm-diagnostic-error": { borderLeftColor: "var(--error)" },
  ".cm-diagnostic-warning": { borderLeftColor: "var(--warning)" },
  ".cm-diagnosticAction": { ...button, margin: "0 0 0 0.8rem" },
  ".cm-diagnosticSource": { fontSize: "0.8em", fontFamily: "var(--mono)", opacity: "1", color: "var(--dim)" },
  "& .cm-panels": { color: "var(--ink)", backgroundColor: "var(--pane)", borderColor: "var(--line)" },
  "& .cm-panel.cm-search": { padding: "0.4rem 1.6rem 0.4rem 0.5rem", fontFamily: "system-ui, sans-serif" },
  "& .cm-panel.cm-search :is(button:not([name=close]), .cm-textfield)": { ...button, margin: "0.1rem 0.3rem 0.1rem 0" },
  "& .cm-panel.cm-search [name=close]": { color: "inherit", fontSize: "1.2rem", cursor: "pointer" },
  "& .cm-panel.cm-search label": { fontSize: "0.8rem" },
  ".cm-searchMatch": { backgroundColor: "var(--warning-soft)", outline: "1px solid var(--warning)" },
  ".cm-searchMatch.cm-searchMatch-selected": { backgroundColor: "var(--match)" },
});
