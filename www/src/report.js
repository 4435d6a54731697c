/** The report on the page: one line for each violation, which opens to the rest. */

import { explain } from "fintoc-preflight";

import { byId, h } from "./dom.js";
import { sourcesOf } from "./sources.js";
import { MAX_EDITABLE } from "./store.js";
import { rulesPage, wordsOf } from "./words.js";

/** The most violations that are shown. */
const MAX_SHOWN = 100;

/** The longest value on a button, in characters. */
const MAX_VALUE = 24;

/** The levels from the strictest on: who goes through them by key comes last to the one that removes the violation. */
const LEVEL_OVERRIDES = ["deny", "warn", "allow"];

/** @typedef {import("fintoc-preflight").Violation} Violation */

/** The keys of the violations that are open. */
const opened = new Set();

const keyOf = ({ rule, param }) => `${rule} ${param}`;

/**
 * Renders a report.
 *
 * @param {object} shown
 * @param {import("./store.js").State} shown.state
 * @param {import("fintoc-preflight").Report} shown.report
 * @param {(violation: Violation) => string | undefined} shown.personWords
 * @param {{ reveal(violation: Violation): void, apply(violations: Violation[]): void,
 *   setLevel(rule: string, level: string): void }} actions
 */
export function showReport({ state, report, personWords }, actions) {
  const words = wordsOf(state.locale);
  const { valid, errors, warnings, omitted = { errors: 0, warnings: 0 } } = report;
  const counts = [
    errors.length > 0 && words.errors(errors.length + omitted.errors),
    warnings.length > 0 && words.warnings(warnings.length + omitted.warnings),
  ];
  const verdict = byId("verdict");
  verdict.className = valid ? "valid" : "invalid";
  verdict.replaceChildren(
    h("strong", {}, valid ? words.valid : words.invalid),
    ` ${counts.filter(Boolean).join(", ") || words.nothing}`,
  );
  const violations = [...errors, ...warnings];
  byId("count").textContent = violations.length > 0 ? String(violations.length + omitted.errors + omitted.warnings) : "";

  const shown = violations.slice(0, MAX_SHOWN);
  const rest = violations.length - shown.length + omitted.errors + omitted.warnings;
  const restoreFocus = rememberFocus();
  byId("violations").replaceChildren(
    ...shown.map((violation) => line(violation, personWords(violation), state, actions)),
    ...(rest > 0 ? [h("li", { className: "more" }, words.more(rest))] : []),
  );
  restoreFocus();

  const applicable = shown.filter(({ suggestion }) => suggestion !== undefined);
  const all = /** @type {HTMLButtonElement} */ (byId("apply-all"));
  const hadFocus = document.activeElement === all;
  // Each suggestion is looked for in the whole text.
  all.hidden = applicable.length < 2 || state.text.length > MAX_EDITABLE;
  if (hadFocus && all.hidden) verdict.focus();
  all.textContent = words["apply.all"](applicable.length);
  all.onclick = () => actions.apply(applicable);
}

/** Opens the line of a violation and scrolls to it. The focus stays where it is. */
export function openLine(violation) {
  const row = [...byId("violations").children].find((row) => row instanceof HTMLElement && row.dataset.key === keyOf(violation));
  const details = row?.querySelector("details");
  if (!row || !details) return;
  details.open = true;
  row.scrollIntoView({ block: "nearest" });
}

/**
 * Returns a function that puts the focus back after the lines were replaced: to the same part of the same violation;
 * if it is gone, of the one in its place; if none is left, to the verdict.
 */
function rememberFocus() {
  const list = byId("violations");
  const focused = /** @type {HTMLElement | null} */ (document.activeElement);
  const row = /** @type {HTMLElement | null} */ (focused?.closest("#violations > li"));
  if (!row) return () => {};
  const index = [...list.children].indexOf(row);
  const { key } = row.dataset;
  const { part } = focused.dataset;
  return () => {
    const rows = /** @type {HTMLElement[]} */ ([...list.children]);
    const same = rows.find((each) => each.dataset.key === key);
    const parts = /** @type {HTMLElement[]} */ ([...list.querySelectorAll(`[data-part="${part}"]`)]);
    const near = parts.find((each) => rows.indexOf(each.closest("li")) >= index) ?? parts.at(-1);
    const target = same?.querySelector(`[data-part="${part}"]`) ?? near ?? rows.at(-1)?.querySelector("summary") ?? byId("verdict");
    /** @type {HTMLElement} */ (target).focus({ preventScroll: false });
  };
}

function line(violation, personWords, state, actions) {
  const words = wordsOf(state.locale);
  const { rule, level, code, path, param, message, suggestion } = violation;
  const key = keyOf(violation);
  const details = h(
    "details",
    { open: opened.has(key) },
    h(
      "summary",
      { "data-part": "summary" },
      h("span", { className: "level", role: "img", "aria-label": words[level], title: words[level] }),
      h("code", { className: "place", title: param }, shortPlace(path, param)),
      h("span", { className: "message" }, message),
    ),
    h(
      "div",
      { className: "rest" },
      h(
        "dl",
        {},
        ...pair(words.place, h("code", {}, param || words.body)),
        ...pair(words["for-people"], personWords),
        ...pair(words.source, ...sourcesOf(violation, state).flatMap((source, index) => [index > 0 && h("br"), source])),
        ...pair(words.rule, ruleLink(rule, state.locale), " ", h("code", { className: "dim" }, code)),
      ),
      h(
        "p",
        { className: "actions" },
        h("button", { type: "button", "data-part": "reveal", onclick: () => actions.reveal(violation) }, words.reveal),
        ...(rule === "internal-error" || explain(rule).fixed ? [] : [levelLabel(rule, state, actions.setLevel)]),
      ),
    ),
  );
  details.addEventListener("toggle", () => (/** @type {HTMLDetailsElement} */ (details).open ? opened.add(key) : opened.delete(key)));
  return h("li", { className: `violation ${level}`, "data-key": key }, details, suggestion !== undefined && applyButton(violation, words, actions));
}

function applyButton(violation, words, actions) {
  const { suggestion, param } = violation;
  const value = JSON.stringify(suggestion);
  const label = words["apply.at"](value, param || words.body);
  const short = value.length > MAX_VALUE ? `${value.slice(0, MAX_VALUE)}…` : value;
  const properties = { type: "button", className: "apply", "data-part": "apply", "aria-label": label, title: label };
  return h("button", { ...properties, onclick: () => actions.apply([violation]) }, h("span", { "aria-hidden": "true" }, "→ "), short);
}

/** Returns a term and its description; nothing if the description is empty. */
const pair = (term, ...description) => (description.some(Boolean) ? [h("dt", {}, term), h("dd", {}, ...description)] : []);

function ruleLink(rule, locale) {
  if (rule === "internal-error") return h("code", {}, rule);
  return h("a", { href: `${rulesPage(locale)}#${rule}`, target: "_blank", rel: "noopener", "data-part": "rule" }, h("code", {}, rule));
}

/** Returns the last names of a path: as many as tell which field it is. */
function shortPlace(path, param) {
  if (path.length === 0) return "{ }";
  const names = param.match(/[^.[\]]+(?:\[[^\]]*\])*/g) ?? [param];
  const short = names.slice(names.length > 2 ? -2 : 0).join(".");
  return names.length > 2 ? `…${short}` : param;
}

/** Returns the control that sets the level of a rule, with its label. */
function levelLabel(rule, state, setLevel) {
  const words = wordsOf(state.locale);
  return h("label", {}, `${words["level.short"]} `, levelSelect(rule, state, setLevel));
}

/** Returns the control that sets the level of a rule. */
export function levelSelect(rule, { levels, locale }, setLevel) {
  const words = wordsOf(locale);
  const usual = h("option", { value: "" }, words.usual(words[explain(rule).level]));
  const options = LEVEL_OVERRIDES.map((level) => h("option", { value: level }, words[level]));
  const select = h("select", { "aria-label": `${words.level}: ${rule}`, "data-part": "level" }, usual, ...options);
  select.value = levels[rule] ?? "";
  select.addEventListener("change", () => setLevel(rule, select.value));
  return select;
}
