/** On narrow screens one pane is shown at a time, chosen by tabs; on wide ones all are. */

import { byId } from "./dom.js";

/** The same condition is in `style.css`. */
const NARROW = "(max-width: 64rem), (max-height: 30rem)";

/** @returns {{ show(pane: "form" | "json" | "report"): void }} */
export function createTabs() {
  const main = /** @type {HTMLElement} */ (document.querySelector("main"));
  const panes = /** @type {HTMLElement[]} */ ([...main.children]);
  const tabs = /** @type {HTMLElement[]} */ ([...byId("tabs").children]);
  const verdict = byId("verdict");
  const narrow = matchMedia(NARROW);

  function show(name) {
    main.dataset.shown = name;
    for (const tab of tabs) {
      const isShown = tab.dataset.shows === name;
      tab.setAttribute("aria-selected", String(isShown));
      tab.tabIndex = isShown ? 0 : -1;
    }
  }

  function arrange() {
    for (const pane of panes) {
      if (narrow.matches) pane.setAttribute("role", "tabpanel");
      else pane.removeAttribute("role");
      pane.setAttribute("aria-labelledby", narrow.matches ? `tab-${pane.dataset.pane}` : `${pane.dataset.pane}-title`);
    }
    // One element, so that a change is announced once.
    if (narrow.matches) byId("dock").prepend(verdict);
    else byId("report-head").after(verdict);
  }

  for (const [index, tab] of tabs.entries()) {
    tab.addEventListener("click", () => {
      show(tab.dataset.shows);
      scrollTo(0, 0);
    });
    tab.addEventListener("keydown", ({ key }) => {
      const step = { ArrowLeft: -1, ArrowRight: 1 }[key];
      const next = step && tabs[(index + step + tabs.length) % tabs.length];
      next?.focus();
      if (next) show(next.dataset.shows);
    });
  }
  narrow.addEventListener("change", arrange);
  show("form");
  arrange();
  return { show };
}
