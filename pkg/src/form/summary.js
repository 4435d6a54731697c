/** The summary: a heading and a list of problems, each with a link to its control. */

import { idOf, outOfLayout, removeIds } from "./controls.js";

/**
 * Returns the functions that write, focus and remove a form's summary.
 *
 * @param {HTMLFormElement} form
 * @param {HTMLElement | undefined} given the element for the summary; without it, the form's `data-preflight-summary`,
 *   or a new element at its beginning
 * @param {boolean} isRendering false if the page itself writes into its element, if it has one
 */
export function createSummary(form, given, isRendering) {
  const document = form.ownerDocument;
  const found = given ?? form.querySelector("[data-preflight-summary]");
  if (!found && !isRendering) return { write() {}, focus: () => false, destroy() {} };
  const element = found ?? form.insertBefore(document.createElement("div"), form.firstChild);
  const attributes = { role: "group", tabindex: "-1", "aria-live": "polite" };
  const before = ["class", ...Object.keys(attributes)].map((name) => [name, element.getAttribute(name)]);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.classList.add("preflight-summary");
  // The live region must be there before it has a text, but its border and padding must not.
  const box = outOfLayout(element, "display");
  let controls = [];
  let said = "";

  const create = (name, text, ...children) => {
    const created = document.createElement(name);
    created.textContent = text;
    created.append(...children);
    return created;
  };

  const listItem = ({ text, control }) => {
    if (!control) return create("li", text);
    const link = create("a", text);
    link.href = `#${idOf(control)}`;
    return create("li", "", link);
  };

  /** Moves the focus, and prevents the navigation: the page's router may use the fragment of the address. */
  const follow = (event) => {
    const link = event.target.closest("a");
    const index = [...element.querySelectorAll("a")].indexOf(link);
    if (index < 0) return;
    event.preventDefault();
    controls[index]?.focus();
  };
  element.addEventListener("click", follow);

  return {
    /**
     * Writes the list of problems; empties the summary if there are none. Does nothing if neither text nor links
     * change.
     *
     * @param {string} title
     * @param {{ text: string, control?: HTMLElement }[]} items
     */
    write(title, items) {
      controls = items.map(({ control }) => control).filter(Boolean);
      const saying = JSON.stringify([title, items.map(({ text, control }) => [text, control && idOf(control)])]);
      if (saying === said) return;
      said = saying;
      box.show(items.length > 0);
      if (!isRendering) return;
      if (items.length === 0) {
        element.removeAttribute("aria-labelledby");
        element.replaceChildren();
        return;
      }
      const heading = create("p", title);
      heading.className = "preflight-summary-title";
      element.replaceChildren(heading, create("ul", "", ...items.map(listItem)));
      element.setAttribute("aria-labelledby", idOf(heading));
    },
    /** Moves the focus to the summary. Returns true if there is one. */
    focus() {
      element.focus();
      return true;
    },
    destroy() {
      element.removeEventListener("click", follow);
      if (!found) return element.remove();
      if (isRendering) element.replaceChildren();
      element.removeAttribute("aria-labelledby");
      box.destroy();
      removeIds(element);
      for (const [name, value] of before) {
        if (value === null) element.removeAttribute(name);
        else element.setAttribute(name, value);
      }
    },
  };
}
