/** The controls of a form: which of them take part, what they are called, and whether a person can change them. */

/** Those that send nothing of a person's. */
const NO_ENTRY = ["button", "submit", "reset", "image", "file"];
const NO_CONTROL = ["fieldset", "object", "output"];

/** Whether it is a form, in whichever window; without a browser nothing is one. */
export const isForm = (source) => source?.nodeType === 1 && source.localName === "form";

/** The controls that take part, as `FormData` has them; those that are not ticked, without a value. */
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

/** Whether whoever fills the form can change a control, and so mend what is wrong. */
export const isChangeable = (control) =>
  control.type !== "hidden" &&
  !control.readOnly &&
  !control.matches(":disabled") &&
  control.getClientRects().length > 0;

/** What a control is called: its label, or the legend of its group. */
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

/** Whether the control is one of several of its name: one of which is chosen, or boxes. */
export const isOfGroup = ({ type, name, form }) => {
  if (type === "radio") return true;
  const all = type === "checkbox" && form?.elements.namedItem(name);
  return Boolean(all) && "length" in all && all.length > 1;
};

/** The text of a label, without controls in it, marks of what is needed, and a colon at its end. */
function textOf(label) {
  const copy = label.cloneNode(true);
  for (const part of copy.querySelectorAll("input, select, textarea, button, [data-preflight]")) part.remove();
  return copy.textContent
    .replace(/\s+/g, " ")
    .replace(/[\s*:]+$/, "")
    .trim();
}

export const byId = (node, id) => node.getRootNode().getElementById?.(id) ?? node.ownerDocument.getElementById(id);

/** The language of the page around a form, when there are words in it; English otherwise. */
export function languageOf(form) {
  const tag = form.closest("[lang]")?.lang ?? "";
  return /^(es|en)(-|$)/i.test(tag) ? tag : "en";
}

let count = 0;

/** The id of an element, which gets one if it has none. */
export function idOf(element) {
  while (!element.id || (element.id.startsWith(PREFIX) && byId(element, element.id) !== element))
    element.id = `${PREFIX}${++count}`;
  return element.id;
}

const PREFIX = "preflight-";
