/** Connects a form's events to validation and to the messages on the page. */

import { completed, judgeForm } from "./judge.js";
import { regional } from "./money.js";
import { parseName } from "./names.js";
import { readServerError } from "./server-error.js";
import { readSettings } from "./settings.js";
import { createSummary } from "./summary.js";
import { choose, createTiming } from "./timing.js";
import { createView } from "./view.js";
import { say } from "./words.js";

const CONTROLS = "input, select, textarea";

/**
 * Binds a form; see `bindForm` in `types/form.d.ts`.
 *
 * @param {HTMLFormElement} form
 * @param {import("../types.js").FormOptions} options
 * @param {typeof import("../entries/index.js").validate} validate the default of the option `validate`
 * @returns {import("../types.js").BoundForm}
 */
export function bind(form, options, validate) {
  let settings = readSettings(form, options, validate);
  let { judgement, fields } = judgeForm(form, settings);
  const timing = createTiming();
  const view = createView(form);
  const summary = createSummary(form, options.summary);
  const listening = new AbortController();
  const known = new Set();
  let serverErrors = [];
  let isScheduled = false;
  let isSettled = false;

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
    settings.onJudged?.(judgement);
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
    const items = isSaid ? unique(errors.filter(isListed).map(listed)) : [];
    summary.write(sentence("summary", { count: items.length }), items);
  };

  /** True for violations of the summary: those shown at a control, and those without a control. */
  const isListed = (violation) => !violation.control || view.shown.get(violation.control) === violation;

  const listed = ({ words, control }) => {
    const row = control && rowOf(control, fields);
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

  /** Validates once, in a microtask after all events of this moment. */
  const schedule = (mayAppear) => {
    isSettled ||= mayAppear;
    if (isScheduled) return;
    isScheduled = true;
    queueMicrotask(() => {
      const settled = isSettled;
      isScheduled = isSettled = false;
      if (!listening.signal.aborted) judge(settled);
    });
  };

  const submit = () => {
    serverErrors = [];
    timing.submit();
    judge(true);
    if (!judgement.valid) summary.focus();
    return judgement.valid;
  };

  const press = pressing(() => schedule(true));
  const listen = (target, type, listener) =>
    target.addEventListener(type, listener, { capture: true, signal: listening.signal });
  const onControl = (type, listener) =>
    listen(form, type, ({ target }) => target.matches?.(CONTROLS) && listener(target));

  onControl("focusin", (control) => view.prepare(control));
  onControl("input", (control) => {
    timing.edit(control);
    // After an edit the server's error no longer applies; only the server could check it again.
    serverErrors = serverErrors.filter((violation) => violation.control && violation.control !== control);
    schedule(false);
  });
  onControl("change", (control) => {
    timing.edit(control);
    timing.leave(control);
    schedule(press.settle());
  });
  onControl("focusout", (control) => {
    timing.leave(control);
    schedule(press.settle());
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
      schedule(false);
    }),
  );
  listen(form, "submit", (event) => {
    if (event.submitter?.formNoValidate) return;
    if (!submit()) {
      // Like native validation: the `submit` event of an invalid form reaches no other listener.
      event.preventDefault();
      event.stopImmediatePropagation();
    } else if (settings.onSubmit) {
      event.preventDefault();
      settings.onSubmit(judgement.request, event);
    }
  });

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
    form.noValidate = hadNoValidate;
  };
  if (options.signal?.aborted) destroy();
  else options.signal?.addEventListener("abort", destroy, { once: true, signal: listening.signal });

  judge(false);
  return {
    get judgement() {
      return judgement;
    },
    judge: () => judge(true),
    update(changes) {
      settings = readSettings(form, { ...options, ...changes }, validate);
      options = { ...options, ...changes };
      return judge(true);
    },
    submit,
    showServerError(answer) {
      serverErrors = [completed(readServerError(answer), fields, judgement.request, settings)];
      judge(true);
      summary.focus();
    },
    destroy,
  };
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

/** Returns the position of a control's item on the page, from 1; `undefined` if it belongs to no item. */
function rowOf({ name }, fields) {
  const indexOf = (other) => {
    const [list, index] = parseName(other) ?? [];
    return list === "line_items" ? Number(index) : undefined;
  };
  const own = indexOf(name);
  if (own === undefined) return undefined;
  const all = new Set(fields.map((field) => indexOf(field.name)).filter((index) => index !== undefined));
  return [...all].sort((one, other) => one - other).indexOf(own) + 1;
}
