/** The playground: one request as a form, as JSON and as a report, kept in step. */

import gallery from "examples:requests";
import { validateJson } from "fintoc-preflight";

import { createBatch } from "./batch.js";
import { createCodeDialog } from "./code-dialog.js";
import { byId, h } from "./dom.js";
import { createEditor } from "./editor.js";
import { editsFor } from "./edits.js";
import { createForm, localTime } from "./form.js";
import { format } from "./format.js";
import { createLevels } from "./levels.js";
import { readPasted } from "./paste.js";
import { fromFragment, toFragment } from "./permalink.js";
import { openLine, showReport } from "./report.js";
import { DEFAULTS, MAX_EDITABLE, createStore, instant, optionsOf, recall, remember } from "./store.js";
import { createTabs } from "./tabs.js";
import { nameOfExample, rulesPage, translate, wordsOf } from "./words.js";

const FIRST = "payment-many-mistakes";

const versionOf = (/** @type {string} */ name) => /** @type {"v1" | "v2"} */ (name.startsWith("v1") ? "v1" : "v2");

const preferred = navigator.language.startsWith("es") ? (navigator.language.endsWith("MX") ? "es-MX" : "es-CL") : "en";

fromFragment(location.hash).then((linked) =>
  start({ ...DEFAULTS, locale: preferred, text: gallery[FIRST].trim(), ...(linked ?? recall()) }),
);

/**
 * Starts the page.
 *
 * @param {import("./store.js").State} initial
 */
function start(initial) {
  const store = createStore(initial);
  const words = () => wordsOf(store.state.locale);
  const tabs = createTabs();
  const batch = createBatch(store);
  const editor = createEditor(byId("editor"), {
    onEdit: (text) => store.update({ text }, editor),
    onStep: openLine,
    onApply: (violation) => apply([violation]),
    onPaste: paste,
  });

  /** Applies the suggestions of violations, and says what was changed. */
  function apply(violations) {
    const { text } = store.state;
    const edits = editsFor(text, violations);
    if (edits.length === 0) return;
    editor.apply(edits);
    const [{ from, to, insert }] = edits;
    const before = text.slice(from, to);
    const change = edits.length > 1 ? words().applied(edits.length) : `${before && `${before} → `}${insert.replace(/^,?\s*/, "")}`;
    showApplied(change);
  }

  function showApplied(/** @type {string} */ change) {
    const back = h("button", { type: "button", className: "quiet", onclick: undo }, words().undo);
    byId("applied").replaceChildren(h("code", {}, change), " ", back);
  }

  function undo() {
    editor.undo();
    byId("applied").replaceChildren();
    byId("verdict").focus();
  }

  /** Handles a paste of what is not JSON; see `createEditor`. */
  function paste(text, isWhole) {
    const pasted = readPasted(text, store.state.locale);
    if (!pasted) return undefined;
    const { kind, requests, version } = pasted;
    // What is pasted into a request is a part of it, unless it can only be a request.
    const isPart = !["curl", "ndjson"].includes(kind);
    if (isPart && !isWhole && ["form", "text"].includes(kind)) return undefined;
    if (text.trim().startsWith("[") && !isWhole) return undefined;
    say(words().pasted(kind));
    if (isPart && !isWhole) return requests[0];
    store.update({ text: requests[0], ...(version && { version }) });
    batch.set(requests);
    return true;
  }

  const setLevel = (rule, level) => {
    const { [rule]: _, ...levels } = store.state.levels;
    store.update({ levels: level ? { ...levels, [rule]: level } : levels });
  };
  const actions = {
    setLevel,
    apply,
    reveal(violation) {
      tabs.show("json");
      editor.reveal(violation);
    },
  };

  /**
   * The state that is shown. The form is also validated when a control is left without a change; to render the report
   * then would replace a button while it is clicked.
   */
  let shown;
  /** @type {import("fintoc-preflight").Report} */
  let report;

  /** Renders the state, after each validation of the form. Every change of the state causes one. */
  const show = (judgement) => {
    const { state } = store;
    if (state === shown) return;
    if (state.text !== shown?.text) byId("applied").replaceChildren();
    shown = state;
    const validated = validateTimed(state);
    report = validated.report;
    const labelOf = ({ suggestion }) => (suggestion === undefined ? undefined : words().apply(JSON.stringify(suggestion)));
    editor.show(state.text, [...report.errors, ...report.warnings], labelOf);
    showReport({ state, report, personWords: wordsFor(judgement) }, actions);
    const bytes = new TextEncoder().encode(state.text).length;
    byId("cost").textContent = words().cost(validated.milliseconds.toPrecision(2), bytes);
  };

  bindTools(store, setLevel);
  createCodeDialog(store, () => report);
  const form = createForm(store, show);
  store.subscribe((state, source) => {
    if (source !== form.pane) form.show(state);
    if (state !== initial) keep(state);
  });
  let locale;
  store.subscribe((state) => {
    if (state.locale !== locale) editor.translate(state.locale, words()["json.label"]);
    locale = state.locale;
  });

  byId("format").addEventListener("click", () => {
    const text = format(store.state.text);
    if (text === undefined) return say(words()[store.state.text.length > MAX_EDITABLE ? "format.long" : "format.not"]);
    store.update({ text });
    return editor.focus();
  });
  addEventListener("keydown", (event) => {
    if (event.key === "F8" && !document.querySelector("dialog[open]")) {
      event.preventDefault();
      tabs.show("json");
      editor.step(event.shiftKey ? -1 : 1);
    }
    const isUndo = (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === "z";
    const target = /** @type {Element} */ (event.target);
    // Text fields and the editor undo what was typed in them.
    if (isUndo && !target.closest("input, textarea, #editor")) {
      event.preventDefault();
      editor.undo();
    }
  });
  addEventListener("paste", (event) => {
    const target = /** @type {Element} */ (event.target);
    const text = event.clipboardData?.getData("text/plain") ?? "";
    if (target.closest?.("input, textarea, #editor, dialog") || text.trim() === "") return;
    event.preventDefault();
    if (paste(text, true) === undefined) store.update({ text: text.replace(/\r\n?/g, "\n") });
  });
  store.update({});
}

let kept;

/** Keeps the state over a reload. The address no longer says what is shown as soon as something was changed. */
function keep(/** @type {import("./store.js").State} */ state) {
  remember(state);
  if (kept && kept !== state && location.hash.length > 1) history.replaceState(null, "", location.pathname + location.search);
  kept = state;
}

/**
 * Returns the report, and the mean milliseconds of a validation: over at least 3 ms, after a first warm-up call. A text
 * over `MAX_EDITABLE` is validated once.
 */
function validateTimed(state) {
  const options = optionsOf(state);
  const validateOnce = () => validateJson(state.text, options);
  let report = state.text.length > MAX_EDITABLE ? undefined : validateOnce();
  const begin = performance.now();
  let runs = 0;
  let milliseconds;
  do {
    report = validateOnce();
    milliseconds = (performance.now() - begin) / ++runs;
  } while (milliseconds * runs < 3 && state.text.length <= MAX_EDITABLE);
  return { report, milliseconds };
}

/** Returns a function for the form's sentence on a violation; `undefined` if the form has no control for it. */
function wordsFor({ errors, warnings }) {
  const found = new Map([...errors, ...warnings].map((violation) => [`${violation.rule} ${violation.param}`, violation]));
  return ({ rule, param }) => {
    const violation = found.get(`${rule} ${param}`);
    return violation?.control && violation.words;
  };
}

/** Connects the controls of the toolbar. */
function bindTools(store, setLevel) {
  const examples = /** @type {HTMLSelectElement} */ (byId("gallery"));
  const locale = /** @type {HTMLSelectElement} */ (byId("locale"));
  const now = /** @type {HTMLInputElement} */ (byId("now"));
  const strict = /** @type {HTMLInputElement} */ (byId("strict"));
  const options = /** @type {HTMLDetailsElement} */ (byId("options"));
  const versions = /** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll('[name="version"]'));

  examples.append(h("option", { value: "" }), ...Object.keys(gallery).map((name) => h("option", { value: name })));
  examples.addEventListener("change", () => {
    const name = examples.value;
    if (name) store.update({ text: gallery[name].trim(), version: versionOf(name) });
  });
  for (const version of versions) version.addEventListener("change", () => store.update({ version: /** @type {"v1" | "v2"} */ (version.value) }));
  locale.addEventListener("change", () => store.update({ locale: /** @type {import("./store.js").Locale} */ (locale.value) }));
  now.addEventListener("change", () => store.update({ now: instant(now.value) }));
  strict.addEventListener("change", () => store.update({ strict: strict.checked }));
  createLevels(store, setLevel);

  addEventListener("pointerdown", ({ target }) => {
    if (!options.contains(/** @type {Node} */ (target)) && !document.querySelector("dialog[open]")) options.open = false;
  });
  options.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape") return;
    options.open = false;
    options.querySelector("summary").focus();
  });

  byId("share").addEventListener("click", async () => {
    const fragment = await toFragment(store.state);
    const words = wordsOf(store.state.locale);
    if (fragment === undefined) return say(words["share.long"]);
    history.replaceState(null, "", fragment);
    return navigator.clipboard.writeText(location.href).then(
      () => say(words.shared),
      () => say(words["shared.not"]),
    );
  });
  addEventListener("hashchange", async () => {
    const state = await fromFragment(location.hash);
    if (state) store.update({ ...DEFAULTS, locale: store.state.locale, ...state });
  });

  store.subscribe((state) => {
    const words = wordsOf(state.locale);
    document.documentElement.lang = state.locale;
    document.title = words.title;
    translate(document, state.locale);
    for (const option of [...examples.options].slice(1)) option.textContent = nameOfExample(option.value, state.locale);
    examples.options[0].textContent = words["example.own"];
    examples.value = Object.keys(gallery).find((name) => gallery[name].trim() === state.text && versionOf(name) === state.version) ?? "";
    locale.value = state.locale;
    now.value = localTime(state.now);
    strict.checked = state.strict;
    for (const version of versions) version.checked = version.value === state.version;
    const changed = Object.keys(state.levels).length;
    byId("levels").textContent = words.levels + (changed > 0 ? ` (${changed})` : "");
    const isUnusual = changed > 0 || state.strict || state.now !== "";
    options.classList.toggle("changed", isUnusual);
    /** @type {HTMLAnchorElement} */ (byId("rules-page")).href = rulesPage(state.locale);
  });
}

let timer;

/** Shows a message for four seconds. */
function say(/** @type {string} */ text) {
  const toast = byId("toast");
  clearTimeout(timer);
  toast.textContent = text;
  timer = setTimeout(() => (toast.textContent = ""), 4000);
}
