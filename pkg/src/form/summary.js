/** The summary: a heading and a list of what is to be mended, each with a link to its control. */

import { idOf } from "./controls.js";

/**
 * @param {HTMLFormElement} form
 * @param {HTMLElement | undefined} given where the page wants it
 */
export function createSummary(form, given) {
  const document = form.ownerDocument;
  const found = given ?? form.querySelector("[data-preflight-summary]");
  const element = found ?? form.insertBefore(document.createElement("div"), form.firstChild);
  const attributes = { role: "group", tabindex: "-1", "aria-live": "polite" };
  const before = Object.keys(attributes).map((name) => [name, element.getAttribute(name)]);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.classList.add("preflight-summary");
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

  /** Moves the focus without touching the address of the page, which may say something else. */
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
     * Says what is to be mended; the page changes only when that does.
     *
     * @param {string} title
     * @param {{ text: string, control?: HTMLElement }[]} items
     */
    write(title, items) {
      controls = items.map(({ control }) => control).filter(Boolean);
      const saying = JSON.stringify([title, items.map(({ text, control }) => [text, control && idOf(control)])]);
      if (saying === said) return;
      said = saying;
      if (items.length === 0) {
        element.removeAttribute("aria-labelledby");
        return element.replaceChildren();
      }
      const heading = create("p", title);
      heading.className = "preflight-summary-title";
      element.replaceChildren(heading, create("ul", "", ...items.map(listItem)));
      element.setAttribute("aria-labelledby", idOf(heading));
    },
    focus: () => element.focus(),
    destroy() {
      element.removeEventListener("click", follow);
      if (!found) return element.remove();
      element.replaceChildren();
      element.removeAttribute("aria-labelledby");
      element.classList.remove("preflight-summary");
      for (const [name, value] of before) {
        if (value === null) element.removeAttribute(name);
        else element.setAttribute(name, value);
      }
    },
  };
}
