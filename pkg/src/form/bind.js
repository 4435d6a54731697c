/** Connects a form's events to validation and to the messages on the page. */

import { removeIds } from "./controls.js";
import { completed, judgeForm } from "./judge.js";
import { regional } from "./money.js";
import { readSource } from "./read.js";
import { createSending } from "./sending.js";
import { readServerError } from "./server-error.js";
import { readSettings } from "./settings.js";
import { createSummary } from "./summary.js";
import { tidy } from "./tidy.js";
import { toUtc } from "./time.js";
import { choose, createTiming } from "./timing.js";
import { createView } from "./view.js";
import { say } from "./words.js";

const CONTROLS = "input, select, textarea";

/**
 * Binds a form; see `bindForm` in `types/form.d.ts`.
 *
 * @param {HTMLFormElement} form
 * @param {import("fintoc-preflight/form").FormOptions} options with `validate`
 * @returns {import("fintoc-preflight/form").BoundForm}
 */
export function bind(form, options) {
  const timing = createTiming();
  const readAll = () => ({ ...readSettings(form, options), isEdited: timing.isEdited });
  let settings = readAll();
  let { judgement, fields } = judgeForm(form, settings);
  const isRendering = settings.render;
  const view = createView(form, isRendering);
  const summary = createSummary(form, options.summary, isRendering);
  const listening = new AbortController();
  const known = new Set();
  const accused = new Set();
  const left = new Set();
  let summaryItems = [];
  let serverErrors = [];
  let isScheduled = false;
  let isSettled = false;
  let isTidying = false;

  const sending = createSending(form, {
    isRendering,
    onChange: () => reportUpdate(),
    onFailure: (error) => fail(error),
  });

  /**
   * Validates the form, and updates the page. Violations that are shown already are updated or removed.
   *
   * @param {boolean} mayAppear whether new violations may be shown, subject to `timing`
   */
  const judge = (mayAppear) => {
    ({ judgement, fields } = judgeForm(form, settings));
    serverErrors = serverErrors.filter(({ control }) => !control || control.isConnected);
    const errors = [...serverErrors, ...judgement.errors];
    judgement = { ...judgement, errors, valid: judgement.valid && serverErrors.length === 0 };
    render(mayAppear);
    reportUnknown();
    if (timing.isSubmitted) reportUnfixable();
    settings.onJudged?.(judgement);
    reportUpdate();
    return judgement;
  };

  const render = (mayAppear) => {
    const { errors, warnings } = judgement;
    const found = byControl([...errors, ...warnings]);
    const mayShow = ({ rule, control }) => rule === "server" || (mayAppear && timing.mayShow(control, settings.timing));
    for (const control of new Set([...view.shown.keys(), ...found.keys()])) {
      const chosen = choose(found.get(control) ?? [], view.shown.get(control), mayShow);
      if (chosen) view.show(control, chosen);
      else if (view.shown.has(control)) view.hide(control);
    }
    view.mark(errors);
    const isSaid = timing.isSubmitted || serverErrors.length > 0;
    summaryItems = isSaid ? unique(errors.filter(isListed).map(listed)) : [];
    summary.write(sentence("summary", { count: summaryItems.length }), summaryItems);
  };

  /** True for violations of the summary: those shown at a control, and those without a control. */
  const isListed = (violation) => !violation.control || view.shown.get(violation.control) === violation;

  const listed = ({ words, control }) => {
    const row = control && fields.find((field) => field.control === control)?.row;
    return { text: row ? `${sentence("row", { row })}: ${words}` : words, control };
  };

  const sentence = (subject, facts) => {
    const locale = regional(settings.locale, judgement.request.currency);
    return say(subject, { label: "", locale, ...facts }, settings.words);
  };

  const reportUnknown = () => {
    const names = judgement.unknown.filter((name) => !known.has(name));
    for (const name of names) known.add(name);
    if (names.length > 0) settings.onUnknown(names);
  };

  /** Reports once what the person cannot fix, and is therefore a mistake of the page's. */
  const reportUnfixable = () => {
    const keyOf = ({ rule, param }) => `${rule} ${param}`;
    const found = judgement.errors.filter((error) => error.isUnfixable && !accused.has(keyOf(error)));
    for (const error of found) accused.add(keyOf(error));
    if (found.length > 0) settings.onUnfixable(found);
  };

  const reportUpdate = () => settings.onUpdate?.(stateOf(judgement, view.shown, summaryItems, sending.isPending));

  /** Validates once, after everything that happens at this moment. */
  const schedule = (mayAppear) => {
    isSettled ||= mayAppear;
    if (isScheduled) return;
    isScheduled = true;
    queueMicrotask(() => {
      const settled = isSettled;
      isScheduled = isSettled = false;
      if (listening.signal.aborted) return;
      judge(settled);
      tidyLeft();
    });
  };

  /**
   * Validates after all listeners of an event, so that one of the page's can change the request first. After a real
   * event microtasks run between two listeners, so this waits until the event has come to the window, or for a task if
   * its propagation was stopped.
   */
  const scheduleAfter = (event, mayAppear) => {
    const { defaultView } = form.ownerDocument;
    const arrive = (other) => {
      if (other && other !== event) return;
      clearTimeout(timer);
      defaultView.removeEventListener(event.type, arrive);
      schedule(mayAppear);
    };
    const timer = setTimeout(arrive);
    defaultView.addEventListener(event.type, arrive, { signal: listening.signal });
  };

  const tidyLeft = () => {
    const { activeElement } = form.ownerDocument;
    isTidying = true;
    for (const field of fields) {
      if (left.has(field.control) && field.control !== activeElement)
        tidy(field, { request: judgement.request, locale: settings.locale });
    }
    isTidying = false;
    left.clear();
  };

  const submit = () => {
    serverErrors = [];
    timing.submit();
    judge(true);
    if (!judgement.valid) focusErrors();
    return judgement.valid;
  };

  const focusErrors = () => summary.focus() || judgement.errors.find(({ control }) => control)?.control.focus();

  const showServerError = (answer) => {
    serverErrors = [completed(readServerError(answer), fields, judgement.request, settings)];
    judge(true);
    focusErrors();
  };

  /** Shows that `onSubmit` has failed, unless the page does so itself. The form can be submitted again. */
  const fail = (error) => {
    let isShown = false;
    try {
      if (!settings.onError) console.error("fintoc-preflight: onSubmit failed.", error);
      const said = settings.onError?.(error);
      isShown = said === false;
      said?.then?.(undefined, (cause) => console.error(cause));
    } catch (cause) {
      console.error(cause);
    }
    if (!isShown && !listening.signal.aborted) showServerError(error);
  };

  const press = pressing(() => schedule(true));
  const listen = (target, type, listener) =>
    target.addEventListener(type, listener, { capture: true, signal: listening.signal });
  const onControl = (type, listener) =>
    listen(form, type, (event) => !isTidying && event.target.matches?.(CONTROLS) && listener(event.target, event));

  onControl("focusin", (control) => view.prepare(control));
  onControl("input", (control, event) => {
    timing.edit(control);
    // After an edit the server's error no longer applies; only the server could check it again.
    serverErrors = serverErrors.filter((violation) => violation.control && violation.control !== control);
    scheduleAfter(event, false);
  });
  onControl("change", (control, event) => {
    timing.edit(control);
    timing.leave(control);
    scheduleAfter(event, press.settle());
  });
  onControl("focusout", (control, event) => {
    timing.leave(control);
    if (settings.format === "blur" && timing.isEdited(control)) left.add(control);
    scheduleAfter(event, press.settle());
  });
  listen(form.ownerDocument, "pointerdown", press.down);
  listen(form.ownerDocument, "pointerup", press.up);
  listen(form.ownerDocument, "pointercancel", press.up);
  listen(form.ownerDocument.defaultView, "pageshow", () => schedule(false));
  listen(form, "reset", () =>
    // The controls get their initial values only after the event.
    setTimeout(() => {
      timing.reset();
      serverErrors = [];
      for (const control of [...view.shown.keys()]) view.hide(control);
      if (!listening.signal.aborted) judge(false);
    }),
  );
  listen(form, "submit", (event) => {
    if (event.submitter?.formNoValidate) return;
    if (sending.isPending || !submit()) {
      // Like native validation: the `submit` event of an invalid form reaches no other listener.
      event.preventDefault();
      event.stopImmediatePropagation();
    } else if (settings.onSubmit) {
      event.preventDefault();
      sending.start(() => settings.onSubmit(judgement.request, event), sentence("pending"));
    }
  });
  listen(form, "formdata", ({ formData }) => writeEntries(formData, readSource(form, settings), settings));

  const observer = new MutationObserver((records) => records.some(changesControls) && schedule(true));
  observer.observe(form, { subtree: true, childList: true, attributeFilter: ["disabled", "name"] });

  const hadNoValidate = form.noValidate;
  form.noValidate = true;

  const destroy = () => {
    if (listening.signal.aborted) return;
    listening.abort();
    observer.disconnect();
    view.clear();
    summary.destroy();
    sending.destroy();
    removeIds(form);
    form.noValidate = hadNoValidate;
  };
  if (options.signal?.aborted) destroy();
  else options.signal?.addEventListener("abort", destroy, { once: true, signal: listening.signal });

  judge(false);
  return {
    get judgement() {
      return judgement;
    },
    get isPending() {
      return sending.isPending;
    },
    judge: () => judge(true),
    update(changes) {
      const before = options;
      options = { ...options, ...changes, validate: changes.validate ?? options.validate };
      try {
        settings = readAll();
      } catch (error) {
        options = before;
        throw error;
      }
      return judge(true);
    },
    submit,
    showServerError,
    destroy,
  };
}

/** Returns what the form shows now, for pages that write it themselves. */
function stateOf(judgement, shown, items, isPending) {
  const messages = (level) => {
    const found = [...shown].filter(([control, violation]) => control.name && violation.level === level);
    return Object.fromEntries(found.map(([control, { words }]) => [control.name, words]));
  };
  const summary = items.map(({ text, control }) => ({ text, ...(control && { name: control.name, control }) }));
  return { judgement, errors: messages("error"), warnings: messages("warning"), summary, isPending };
}

/**
 * Changes what the browser posts to what the server can read by the same rules: local times get their zone, and the
 * preset values of what was left blank are left out. Names that several rows share are kept.
 */
function writeEntries(formData, { fields, leftOut }, { timeZone }) {
  for (const { name, kind, control } of fields) {
    if (kind === "time" && control.type === "datetime-local" && control.value && formData.has(name))
      formData.set(name, toUtc(control.value, timeZone));
  }
  for (const name of leftOut) if (!name.includes("[].") && !name.includes("[][")) formData.delete(name);
}

/** Removes repeated sentences of violations without a control. */
const unique = (items) =>
  items.filter(({ text, control }, index) => control || items.findIndex((other) => other.text === text) === index);

function byControl(violations) {
  const groups = new Map();
  for (const violation of violations) {
    if (!violation.control) continue;
    if (!groups.has(violation.control)) groups.set(violation.control, []);
    groups.get(violation.control).push(violation);
  }
  return groups;
}

/**
 * Postpones new messages while a pointer is down. Otherwise a message that appears when a field is left would move the
 * button that is being pressed, and the click would be lost.
 *
 * @param {() => void} later called after the pointer is up, if `settle` returned false meanwhile
 */
function pressing(later) {
  let isDown = false;
  let isWaiting = false;
  return {
    down: () => (isDown = true),
    up() {
      isDown = false;
      if (isWaiting) setTimeout(later);
      isWaiting = false;
    },
    /** True if new messages may be shown now. */
    settle() {
      isWaiting ||= isDown;
      return !isDown;
    },
  };
}

/** True if a mutation added, removed, renamed, enabled or disabled controls. */
const changesControls = ({ type, target, addedNodes, removedNodes }) =>
  type === "attributes"
    ? target.matches(`${CONTROLS}, fieldset`)
    : [...addedNodes, ...removedNodes].some((node) => node.matches?.(CONTROLS) || node.querySelector?.(CONTROLS));
