/** The report on the page. */

import { explain } from "fintoc-preflight";

import { byId, h } from "./dom.js";
import { wordsOf } from "./words.js";

/** The most violations that are shown. */
const MAX_SHOWN = 100;

export const LEVEL_OVERRIDES = ["allow", "warn", "deny"];

/**
 * Renders a report.
 *
 * @param {object} shown
 * @param {import("./store.js").State} shown.state
 * @param {import("fintoc-preflight").Report} shown.report
 * @param {(violation: import("fintoc-preflight").Violation) => string} shown.personWords
 * @param {{ reveal(violation: object): void, fix(violation: object): void,
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
  const shown = violations.slice(0, MAX_SHOWN);
  const rest = violations.length - shown.length + omitted.errors + omitted.warnings;
  byId("violations").replaceChildren(
    ...shown.map((violation) => card(violation, personWords(violation), state, actions)),
    ...(rest > 0 ? [h("li", {}, words.more(rest))] : []),
  );
}

function card(violation, personWords, state, actions) {
  const words = wordsOf(state.locale);
  const { rule, level, code, param, message, suggestion } = violation;
  const fix = suggestion !== undefined && h("button", { type: "button", onclick: () => actions.fix(violation) }, words.apply(JSON.stringify(suggestion)));
  const reveal = h("button", { type: "button", className: "param", title: words.reveal, onclick: () => actions.reveal(violation) }, h("code", {}, param || "{ }"));
  return h(
    "li",
    { className: `card ${level}` },
    h("p", { className: "head" }, h("span", { className: "badge" }, words[level]), h("code", {}, rule), h("code", { className: "dim" }, code)),
    reveal,
    h("dl", {}, h("dt", {}, words["for-developers"]), h("dd", {}, message), h("dt", {}, words["for-people"]), h("dd", {}, personWords), ...sources(rule, words)),
    h("p", { className: "actions" }, fix, levelSelect(rule, state, actions.setLevel)),
  );
}

/** Returns the sources of a rule; none for `internal-error`, which is not in the catalogue. */
function sources(rule, words) {
  if (rule === "internal-error") return [];
  const texts = explain(rule).sources.map(({ title, part }) => (part ? `${title} (${part})` : title));
  return [h("dt", {}, words.source), h("dd", { lang: "en" }, texts.join("; "))];
}

/** Returns the control that sets the level of a rule. */
export function levelSelect(rule, { levels, locale }, setLevel) {
  const words = wordsOf(locale);
  const usual = h("option", { value: "" }, words.usual(words[explain(rule).level]));
  const options = LEVEL_OVERRIDES.map((level) => h("option", { value: level }, words[level]));
  const select = h("select", { "aria-label": `${words.level}: ${rule}` }, usual, ...options);
  select.value = levels[rule] ?? "";
  select.addEventListener("change", () => setLevel(rule, select.value));
  return select;
}
