/** The playground: one request as a form, as JSON and as a report, kept in step. */

import gallery from "examples:requests";
import { validateJson } from "fintoc-preflight";
import { personMessage } from "fintoc-preflight/form";

import { codeFor } from "./code.js";
import { byId, h } from "./dom.js";
import { createEditor } from "./editor.js";
import { applySuggestion } from "./fix.js";
import { createForm, localTime } from "./form.js";
import { createLevels } from "./levels.js";
import { fromFragment, toFragment } from "./permalink.js";
import { showReport } from "./report.js";
import { DEFAULTS, createStore, optionsOf } from "./store.js";
import { translate, wordsOf } from "./words.js";

const FIRST = "payment-many-mistakes";

const versionOf = (/** @type {string} */ name) => /** @type {"v1" | "v2"} */ (name.startsWith("v1") ? "v1" : "v2");

const preferred = navigator.language.startsWith("es") ? (navigator.language.endsWith("MX") ? "es-MX" : "es-CL") : "en";

fromFragment(location.hash).then((linked) => start({ ...DEFAULTS, locale: preferred, text: gallery[FIRST], ...linked }));

/**
 * Starts the page.
 *
 * @param {import("./store.js").State} initial
 */
function start(initial) {
  const store = createStore(initial);
  const editor = createEditor(
    {
      area: /** @type {HTMLTextAreaElement} */ (byId("text")),
      backdrop: byId("backdrop"),
      gutter: byId("gutter"),
    },
    (text) => store.update({ text }, editor),
  );

  const setLevel = (rule, level) => {
    const { [rule]: _, ...levels } = store.state.levels;
    store.update({ levels: level ? { ...levels, [rule]: level } : levels });
  };
  const actions = {
    setLevel,
    reveal: (violation) => editor.reveal(violation),
    fix: (violation) => store.update({ text: applySuggestion(store.state.text, violation) }),
  };

  /**
   * The state that is shown. The form is also validated when a control is left without a change; to render the report
   * then would replace a button while it is clicked.
   */
  let shown;

  /** Renders the state, after each validation of the form. Every change of the state causes one. */
  const show = (judgement) => {
    const { state } = store;
    if (state === shown) return;
    shown = state;
    const { report, milliseconds } = validateTimed(state);
    editor.show(state.text, [...report.errors, ...report.warnings]);
    showReport({ state, report, personWords: wordsFor(state, judgement) }, actions);
    const bytes = new TextEncoder().encode(state.text).length;
    byId("cost").textContent = wordsOf(state.locale).cost(milliseconds.toPrecision(2), bytes);
  };

  bindTools(store, setLevel);
  const form = createForm(store, show);
  store.subscribe((state, source) => {
    if (source !== form.pane) form.show(state);
  });
  store.update({});
}

/** Returns the report, and the mean milliseconds of a validation over at least 3 ms, after a first warm-up call. */
function validateTimed(state) {
  const options = optionsOf(state);
  const validateOnce = () => validateJson(state.text, options);
  const report = validateOnce();
  const begin = performance.now();
  let runs = 0;
  let milliseconds;
  do {
    validateOnce();
    milliseconds = (performance.now() - begin) / ++runs;
  } while (milliseconds * runs < 3);
  return { report, milliseconds };
}

/** Returns a function for the sentence on a violation: the form's, with the label, or one without. */
function wordsFor({ locale, text }, { errors, warnings }) {
  const found = new Map([...errors, ...warnings].map((violation) => [`${violation.rule} ${violation.param}`, violation.words]));
  return (violation) => found.get(`${violation.rule} ${violation.param}`) ?? personMessage(violation, { locale, request: parsed(text) });
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Connects the controls of the toolbar and the copy buttons. */
function bindTools(store, setLevel) {
  const examples = /** @type {HTMLSelectElement} */ (byId("gallery"));
  const locale = /** @type {HTMLSelectElement} */ (byId("locale"));
  const now = /** @type {HTMLInputElement} */ (byId("now"));
  const strict = /** @type {HTMLInputElement} */ (byId("strict"));
  const versions = /** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll('[name="version"]'));

  examples.append(h("option", { value: "" }), ...Object.keys(gallery).map((name) => h("option", { value: name }, titleOf(name))));
  examples.addEventListener("change", () => {
    const name = examples.value;
    if (name) store.update({ text: gallery[name], version: versionOf(name) });
  });
  for (const version of versions) version.addEventListener("change", () => store.update({ version: /** @type {"v1" | "v2"} */ (version.value) }));
  locale.addEventListener("change", () => store.update({ locale: /** @type {import("./store.js").Locale} */ (locale.value) }));
  now.addEventListener("change", () => store.update({ now: now.value && new Date(now.value).toISOString() }));
  strict.addEventListener("change", () => store.update({ strict: strict.checked }));
  createLevels(store, setLevel);

  byId("share").addEventListener("click", async () => {
    const fragment = await toFragment(store.state);
    if (fragment === undefined) return say(wordsOf(store.state.locale)["share.long"]);
    history.replaceState(null, "", fragment);
    return copy(location.href);
  });
  for (const button of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-copy]"))) {
    button.addEventListener("click", () => copy(codeFor(button.dataset.copy, store.state.text, store.state.version)));
  }
  addEventListener("hashchange", async () => {
    const state = await fromFragment(location.hash);
    if (state) store.update({ ...DEFAULTS, locale: store.state.locale, ...state });
  });

  const copy = (text) =>
    navigator.clipboard.writeText(text).then(
      () => say(wordsOf(store.state.locale).copied),
      () => say(wordsOf(store.state.locale)["copied.not"]),
    );

  store.subscribe((state) => {
    document.documentElement.lang = state.locale;
    translate(document, state.locale);
    examples.options[0].textContent = wordsOf(state.locale)["example.own"];
    examples.value = Object.keys(gallery).find((name) => gallery[name] === state.text && versionOf(name) === state.version) ?? "";
    locale.value = state.locale;
    now.value = localTime(state.now);
    strict.checked = state.strict;
    for (const version of versions) version.checked = version.value === state.version;
    const changed = Object.keys(state.levels).length;
    byId("levels").textContent = wordsOf(state.locale).levels + (changed > 0 ? ` (${changed})` : "");
  });
}

/** Returns `Payment: wrong total` for `payment-wrong-total`. */
function titleOf(/** @type {string} */ name) {
  const [first, ...rest] = name.split("-");
  const title = first[0].toUpperCase() + first.slice(1);
  return rest.length > 0 ? `${title}: ${rest.join(" ")}` : title;
}

let timer;

/** Shows a message for four seconds. */
function say(/** @type {string} */ text) {
  const toast = byId("toast");
  clearTimeout(timer);
  toast.textContent = text;
  timer = setTimeout(() => (toast.textContent = ""), 4000);
}
