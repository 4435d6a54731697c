/** Shows messages at controls, with their ARIA attributes. Attributes of the page's own are kept, and restored. */

import { idOf, isOfGroup, outOfLayout, setValue } from "./controls.js";

/**
 * Returns the functions that show and hide the message of a control.
 *
 * @param {HTMLFormElement} form
 * @param {boolean} isRendering false if the page itself writes the messages, into its own elements
 */
export function createView(form, isRendering) {
  /** The shown violation, by control. */
  const shown = new Map();
  /** The element of the message by control, whether this module created it, and what is written there. */
  const places = new Map();
  const marked = new Set();

  const placeOf = (control) => {
    const known = places.get(control);
    if (known?.element.isConnected) return known;
    const element = findPlace(form, control);
    const own = () => (isRendering ? ownPlace(insertPlace(form, control)) : undefined);
    const place = element ? { element } : own();
    if (place) places.set(control, place);
    return place;
  };

  /** Writes the sentence, and behind it a button for each amount that the text may mean. */
  const write = (place, control, { level, words, readings = [] } = { words: "" }) => {
    const { element } = place;
    if (level) element.dataset.level = level;
    else delete element.dataset.level;
    if (!isRendering) return;
    place.box?.show(words !== "");
    if (element.textContent !== words) element.textContent = words;
    const offered = JSON.stringify(readings);
    if (place.offered === offered) return;
    place.offered = offered;
    place.choices?.remove();
    place.choices = readings.length > 0 ? createChoices(control, readings) : undefined;
    if (place.choices) element.after(place.choices);
  };

  const show = (control, violation) => {
    const place = placeOf(control);
    setAttribute(control, "aria-invalid", violation.level === "error" ? "true" : null);
    if (place) {
      describe(control, idOf(place.element), true);
      write(place, control, violation);
    }
    shown.set(control, violation);
  };

  const hide = (control) => {
    const place = placeOf(control);
    setAttribute(control, "aria-invalid", null);
    if (place) {
      describe(control, place.element.id, false);
      write(place, control);
    }
    shown.delete(control);
  };

  /** Sets the custom validity of all controls to their first error, shown or not, and clears that of the others. */
  const mark = (errors) => {
    const messages = new Map(
      errors
        .filter(({ control }) => control)
        .map(({ control, words }) => [control, words])
        .reverse(),
    );
    for (const control of new Set([...marked, ...messages.keys()]))
      control.setCustomValidity?.(messages.get(control) ?? "");
    marked.clear();
    for (const control of messages.keys()) marked.add(control);
  };

  return {
    shown,
    show,
    hide,
    mark,
    /** Creates a control's live region. It must exist before its text changes, or screen readers stay silent. */
    prepare: (control) => void placeOf(control),
    clear() {
      for (const control of [...shown.keys()]) hide(control);
      for (const { element, isOwn } of places.values()) if (isOwn) element.remove();
      places.clear();
      mark([]);
    },
  };
}

/** Returns the page's own element for the messages of a control, if there is one. */
const findPlace = (form, { name }) =>
  [...form.querySelectorAll("[data-preflight-for]")].find(({ dataset }) => dataset.preflightFor === name);

const ownPlace = (element) => ({ element, isOwn: true, box: outOfLayout(element, "position") });

/** Inserts a new element after the control with what is drawn around it, or at the end of its group of boxes. */
function insertPlace(form, control) {
  const element = form.ownerDocument.createElement("span");
  element.className = "preflight-message";
  element.dataset.preflight = "message";
  element.setAttribute("aria-live", "polite");
  const group = isOfGroup(control) && control.closest("fieldset");
  if (group) group.append(element);
  else frameOf(control.closest("label") ?? control).after(element);
  return element;
}

/** The most controls in a row that counts as one field, such as a currency and an amount. */
const MOST_CONTROLS = 3;

/**
 * Returns the outermost element around a control whose children are beside each other, such as the input group of a
 * currency and an amount: a message in it would be one more column. A form or fieldset is never one.
 */
function frameOf(element) {
  const parent = element.parentElement;
  if (!parent || parent.matches("form, fieldset, body, td, li") || !isRow(parent)) return element;
  return parent.querySelectorAll("input:not([type=hidden]), select, textarea").length > MOST_CONTROLS
    ? element
    : frameOf(parent);
}

/**
 * Returns an amount for a control: without its mark if the page shows one beside the control, as in an input group, and
 * unchanged otherwise.
 */
export function amountFor(control, text) {
  const frame = frameOf(control);
  const isMarked = frame !== control && /\$|CLP|MXN/.test(frame.textContent);
  return isMarked ? text.replace(/^[^\d-]*(-?)[^\d-]*/, "$1") : text;
}

function isRow(element) {
  const { display, flexDirection } = element.ownerDocument.defaultView.getComputedStyle(element);
  return /grid/.test(display) || (/flex/.test(display) && !/column/.test(flexDirection));
}

/** Returns a button for each amount, which writes it into the control. */
function createChoices(control, readings) {
  const { ownerDocument } = control;
  const choices = ownerDocument.createElement("span");
  choices.className = "preflight-readings";
  choices.dataset.preflight = "readings";
  for (const text of readings) {
    const button = ownerDocument.createElement("button");
    button.type = "button";
    button.textContent = text;
    button.addEventListener("click", () => {
      setValue(control, amountFor(control, text));
      control.focus();
    });
    choices.append(" ", button);
  }
  return choices;
}

function describe(control, id, isDescribed) {
  const others = (control.getAttribute("aria-describedby") ?? "").split(/\s+/).filter((other) => other && other !== id);
  setAttribute(control, "aria-describedby", [...others, ...(isDescribed ? [id] : [])].join(" ") || null);
}

/** Sets an attribute, or removes it for `null`. Writes to the page only if it changes. */
function setAttribute(element, name, value) {
  if (element.getAttribute(name) === value) return;
  if (value === null) element.removeAttribute(name);
  else element.setAttribute(name, value);
}
