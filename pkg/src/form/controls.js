/** Helpers for the controls of a form. */

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
  return copy.textContent
    .replace(/\s+/g, " ")
    .replace(/[\s*:]+$/, "")
    .trim();
}

export const byId = (node, id) => node.getRootNode().getElementById?.(id) ?? node.ownerDocument.getElementById(id);

/** Returns the `lang` around a form if it is Spanish or English; otherwise `en`. */
export function languageOf(form) {
  const tag = form.closest("[lang]")?.lang ?? "";
  return /^(es|en)(-|$)/i.test(tag) ? tag : "en";
}

let count = 0;

/** Returns the id of an element. Sets a new one if it has none, or a copy of one that this function has set. */
export function idOf(element) {
  while (!element.id || (element.id.startsWith(PREFIX) && byId(element, element.id) !== element))
    element.id = `${PREFIX}${++count}`;
  return element.id;
}

const PREFIX = "preflight-";
