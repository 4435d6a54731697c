/** The time from a submit to its answer: the form is busy, and says so. */

import { outOfLayout } from "./controls.js";
import { failureOf } from "./server-error.js";

/**
 * Returns the function that calls `onSubmit`, and whether its promise is pending.
 *
 * @param {HTMLFormElement} form
 * @param {{ isRendering: boolean, onChange: () => void, onFailure: (error: unknown) => void }} options
 *   `onChange` is called when `isPending` changes; `onFailure` with what was thrown or answered
 */
export function createSending(form, { isRendering, onChange, onFailure }) {
  const found = form.querySelector("[data-preflight-status]");
  const element = found ?? (isRendering ? insertStatus(form) : undefined);
  const role = element?.getAttribute("role");
  element?.setAttribute("role", "status");
  const box = element && outOfLayout(element, "position");
  let isPending = false;
  let hadBusy = null;
  let isDestroyed = false;

  const setPending = (pending, text = "") => {
    if (isDestroyed || pending === isPending) return;
    isPending = pending;
    if (pending) hadBusy = form.getAttribute("aria-busy");
    if (pending) form.setAttribute("aria-busy", "true");
    else if (hadBusy === null) form.removeAttribute("aria-busy");
    else form.setAttribute("aria-busy", hadBusy);
    form.toggleAttribute("data-preflight-pending", pending);
    if (element) {
      box.show(pending);
      element.textContent = text;
    }
    onChange();
  };

  /** Waits for a promise. Never rejects. */
  const wait = async (promise) => {
    let failure;
    try {
      failure = await failureOf(await promise);
    } catch (error) {
      failure = error ?? {};
    }
    setPending(false);
    if (failure !== undefined) onFailure(failure);
  };

  return {
    get isPending() {
      return isPending;
    },
    /**
     * Calls `submit`, and is pending while the promise that it returns is.
     *
     * @param {() => unknown} submit
     * @param {string} text announced meanwhile
     */
    start(submit, text) {
      try {
        const result = submit();
        if (typeof result?.then !== "function") return;
        setPending(true, text);
        wait(result);
      } catch (error) {
        onFailure(error ?? {});
      }
    },
    destroy() {
      setPending(false);
      isDestroyed = true;
      if (!element) return;
      if (!found) return element.remove();
      box.destroy();
      if (role === null) element.removeAttribute("role");
      else element.setAttribute("role", role);
    },
  };
}

/** Inserts the live region at the end of the form. It must exist before its text changes. */
function insertStatus(form) {
  const element = form.ownerDocument.createElement("span");
  element.className = "preflight-status";
  element.dataset.preflight = "status";
  form.append(element);
  return element;
}
