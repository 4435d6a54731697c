/** A page in jsdom, for the libraries that need one. It must be imported before them. */

import { JSDOM } from "jsdom";

const { window } = new JSDOM('<div id="root"></div>', { url: "https://merchant.com" });

// Globals that only jsdom has, and those of both that the page must own.
const names = Object.getOwnPropertyNames(window).filter((name) => !(name in globalThis));
for (const name of [...names, "Event", "FormData", "File"]) {
  Object.defineProperty(globalThis, name, { configurable: true, writable: true, value: window[name] });
}
Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

const { act, createElement } = await import("react");
const { createRoot } = await import("react-dom/client");

/** Replaces the component shown. */
export async function show(/** @type {import("react").FunctionComponent} */ component) {
  const root = document.createElement("div");
  document.body.replaceChildren(root);
  await act(async () => createRoot(root).render(createElement(component)));
}

/** Types a text into the input of a name. */
export async function type(/** @type {string} */ name, /** @type {string} */ text) {
  const input = /** @type {HTMLInputElement} */ (document.querySelector(`[name="${name}"]`));
  await act(async () => {
    // React replaces the property of the element itself.
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(input, text);
    input.dispatchEvent(new Event("input", { bubbles: true }));
  });
}

export async function submit() {
  await act(async () => {
    document.querySelector("form")?.requestSubmit();
  });
}

/** Returns the message that the page shows for a field. */
export const shown = (/** @type {string} */ name) => document.querySelector(`[data-error="${name}"]`)?.textContent ?? "";
