/** Helpers for the controls of a form. */

import { withoutMarks } from "./text.js";

/** Types and elements that send nothing a person has typed or chosen. */
const NO_ENTRY = ["button", "submit", "reset", "image", "file"];
const NO_CONTROL = ["fieldset", "object", "output"];

/** True for a form element of any window. Works without a browser. */
export const isForm = (source) => source?.nodeType === 1 && source.localName === "form";

/** Iterates over the entries of a form like `FormData`, and also over unticked boxes, whose value is `undefined`. */
export function* controlEntries(form) {
  for (const control of form.elements) {
    const { name, type, localName } = control;
    if (!name || NO_ENTRY.includes(type) || NO_CONTROL.includes(localName) || control.matches(":disabled")) continue;
    if (type === "select-multiple") yield* optionEntries(control);
    else yield { name, type, control, value: isOff(control) ? undefined : control.value };
  }
}

function* optionEntries(control) {
  const { name, type, selectedOptions } = control;
  const chosen = [...selectedOptions].filter((option) => !option.disabled);
  if (chosen.length === 0) yield { name, type, control, value: undefined };
  for (const { value } of chosen) yield { name, type, control, value };
}

const isOff = ({ type, checked }) => (type === "checkbox" || type === "radio") && !checked;

/**
 * True for a value that was in a control before anybody filled it: of a hidden or read-only control, or the default.
 *
 * @param {HTMLElement} control
 * @param {string} value
 * @param {boolean} isTyped whether a text counts as typed, even if it is the default: some libraries make every value
 *   the default
 */
export function isPreset(control, value, isTyped) {
  const { type, readOnly } = control;
  if (type === "hidden" || readOnly) return true;
  if (type === "checkbox" || type === "radio") return control.defaultChecked;
  if (type === "select-one") return control.selectedIndex === defaultIndex(control);
  return type !== "select-multiple" && !isTyped && value === control.defaultValue;
}

function defaultIndex({ options }) {
  const all = [...options];
  return (all.findLast((option) => option.defaultSelected) ?? all.find((option) => !option.disabled))?.index;
}

/** True for an entry that a person could fill. */
export const isOpen = ({ type, control }) =>
  !control || !(["hidden", "checkbox", "radio"].includes(type) || control.readOnly);

/** True if the person can change a control, and so fix its violation. */
export const isChangeable = (control) =>
  control.type !== "hidden" &&
  !control.readOnly &&
  !control.matches(":disabled") &&
  control.getClientRects().length > 0;

/** Returns the label of a control, or the legend of its group; `undefined` if it has neither. */
export function labelOf(control) {
  const group = isOfGroup(control) ? control.closest("fieldset")?.querySelector("legend") : undefined;
  const named =
    control
      .getAttribute("aria-labelledby")
      ?.split(/\s+/)
      .map((id) => byId(control, id)) ?? [];
  const said = [group, ...named, ...(control.labels ?? [])].filter(Boolean).map(textOf).filter(Boolean);
  return said[0] ?? (control.getAttribute("aria-label")?.trim() || control.placeholder?.trim() || undefined);
}

/** Returns what a person reads at one value of a control: the label of a box, or the text of an option. */
export function optionOf(control, value) {
  if (control.localName === "select")
    return [...control.options].find((option) => option.value === value)?.label.trim();
  const isBox = ["checkbox", "radio"].includes(control.type);
  return isBox ? [...(control.labels ?? [])].map(textOf).find(Boolean) : undefined;
}

/** True for a radio button, and for one of several boxes with the same name. */
export const isOfGroup = ({ type, name, form }) => {
  if (type === "radio") return true;
  const all = type === "checkbox" && form?.elements.namedItem(name);
  return Boolean(all) && "length" in all && all.length > 1;
};

/** Returns the text of a label without the controls inside it, and without an asterisk or colon at its end. */
function textOf(label) {
  const copy = label.cloneNode(true);
  for (const part of copy.querySelectorAll("input, select, textarea, button, [data-preflight]")) part.remove();
  return withoutMarks(copy.textContent.replace(/\s+/g, " "));
}

export const byId = (node, id) => node.getRootNode().getElementById?.(id) ?? node.ownerDocument.getElementById(id);

/** Returns the `lang` around a form if it is Spanish or English; otherwise `en`. */
export function languageOf(form) {
  const tag = form.closest("[lang]")?.lang ?? "";
  return /^(es|en)(-|$)/i.test(tag) ? tag : "en";
}

/**
 * Takes an element out of the layout while it is empty, but not out of the accessibility tree, where a live region must
 * be before its text changes. Returns the functions that put it back, and that restore its style.
 *
 * @param {HTMLElement} element
 * @param {"display" | "position"} property `display` takes away border and padding too, but what is announced from an
 *   element at the moment that it gets a box may be lost
 */
export function outOfLayout(element, property) {
  const before = element.getAttribute("style");
  const own = element.style[property];
  const show = (isShown) => {
    element.style[property] = isShown ? own : { display: "contents", position: "absolute" }[property];
    if (element.getAttribute("style") === "") element.removeAttribute("style");
  };
  show(false);
  return {
    show,
    destroy() {
      if (before === null) element.removeAttribute("style");
      else element.setAttribute("style", before);
    },
  };
}

/**
 * Sets the value of a control as a person would, with events. The setter is that of the prototype: libraries replace
 * the one of the control, and ignore what is set through it.
 */
export function setValue(control, text, events = ["input", "change"]) {
  const { set } = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(control), "value");
  set.call(control, text);
  const { Event } = control.ownerDocument.defaultView;
  for (const type of events) control.dispatchEvent(new Event(type, { bubbles: true }));
}

let count = 0;

/** Returns the id of an element. Sets a new one if it has none, or a copy of one that this function has set. */
export function idOf(element) {
  while (!element.id || (element.id.startsWith(PREFIX) && byId(element, element.id) !== element))
    element.id = `${PREFIX}${++count}`;
  return element.id;
}

const PREFIX = "preflight-";

/** Removes the ids that `idOf` has set in a part of the page. */
export function removeIds(root) {
  for (const element of [root, ...root.querySelectorAll(`[id^="${PREFIX}"]`)]) {
    if (/^preflight-\d+$/.test(element.id)) element.removeAttribute("id");
  }
}
