/** Messages at controls, and the attributes that tell of them. What the page has put there stays, and comes back. */

import { idOf, isOfGroup } from "./controls.js";

export function createView(form) {
  /** What is shown, by control. */
  const shown = new Map();
  /** The element with the message, by control; and whether it was made here. */
  const places = new Map();
  const marked = new Set();

  const placeOf = (control) => {
    const known = places.get(control);
    if (known?.element.isConnected) return known;
    const place = findPlace(form, control) ?? { element: insertPlace(form, control), isOwn: true };
    places.set(control, place);
    return place;
  };

  const show = (control, violation) => {
    const { element } = placeOf(control);
    const isError = violation.level === "error";
    setAttribute(control, "aria-invalid", isError ? "true" : null);
    describe(control, idOf(element), true);
    element.dataset.level = violation.level;
    if (element.textContent !== violation.words) element.textContent = violation.words;
    shown.set(control, violation);
  };

  const hide = (control) => {
    const { element } = placeOf(control);
    setAttribute(control, "aria-invalid", null);
    describe(control, element.id, false);
    delete element.dataset.level;
    element.textContent = "";
    shown.delete(control);
  };

  /** Keeps what the browser knows of the controls in step, whatever is shown. */
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
    /** Readers of screens say what changes in an element that is there before it does. */
    prepare: (control) => void placeOf(control),
    clear() {
      for (const control of [...shown.keys()]) hide(control);
      for (const { element, isOwn } of places.values()) if (isOwn) element.remove();
      places.clear();
      mark([]);
    },
  };
}

/** The element that the page has for the messages of a control. */
function findPlace(form, { name }) {
  const element = [...form.querySelectorAll("[data-preflight-for]")].find(
    ({ dataset }) => dataset.preflightFor === name,
  );
  return element && { element, isOwn: false };
}

/** A new element: after the label around the control, or at the end of its group. */
function insertPlace(form, control) {
  const element = form.ownerDocument.createElement("span");
  element.className = "preflight-message";
  element.dataset.preflight = "message";
  element.setAttribute("aria-live", "polite");
  const group = isOfGroup(control) && control.closest("fieldset");
  if (group) group.append(element);
  else (control.closest("label") ?? control).after(element);
  return element;
}

function describe(control, id, isDescribed) {
  const others = (control.getAttribute("aria-describedby") ?? "").split(/\s+/).filter((other) => other && other !== id);
  setAttribute(control, "aria-describedby", [...others, ...(isDescribed ? [id] : [])].join(" ") || null);
}

/** Sets or removes an attribute, and touches the page only for what changes. */
function setAttribute(element, name, value) {
  if (element.getAttribute(name) === value) return;
  if (value === null) element.removeAttribute(name);
  else element.setAttribute(name, value);
}
