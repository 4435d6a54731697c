/** Shows messages at controls, with their ARIA attributes. Attributes of the page's own are kept, and restored. */

import { idOf, isOfGroup } from "./controls.js";

export function createView(form) {
  /** The shown violation, by control. */
  const shown = new Map();
  /** The element of the message by control, and whether this module created it. */
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
function findPlace(form, { name }) {
  const element = [...form.querySelectorAll("[data-preflight-for]")].find(
    ({ dataset }) => dataset.preflightFor === name,
  );
  return element && { element, isOwn: false };
}

/** Inserts a new element after the control or the label around it, or at the end of its group. */
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

/** Sets an attribute, or removes it for `null`. Writes to the page only if it changes. */
function setAttribute(element, name, value) {
  if (element.getAttribute(name) === value) return;
  if (value === null) element.removeAttribute(name);
  else element.setAttribute(name, value);
}
