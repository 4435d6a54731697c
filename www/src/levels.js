/** The dialog that sets the levels of rules. */

import { rules } from "fintoc-preflight";

import { byId, h } from "./dom.js";
import { levelSelect } from "./report.js";

/**
 * Connects the dialog to the store.
 *
 * @param {(rule: string, level: string) => void} setLevel
 */
export function createLevels(store, setLevel) {
  const dialog = /** @type {HTMLDialogElement} */ (byId("rules"));
  const search = /** @type {HTMLInputElement} */ (byId("rule-search"));
  const list = byId("rule-list");

  function show() {
    const text = search.value.trim().toLowerCase();
    const { locale } = store.state;
    const found = rules({ locale }).filter(({ rule, fixed, when }) => !fixed && `${rule} ${when}`.toLowerCase().includes(text));
    list.replaceChildren(...found.map((info) => row(info)));
  }

  const row = ({ rule, when }) =>
    h("div", { className: "rule" }, h("p", {}, h("code", {}, rule), h("span", {}, when)), levelSelect(rule, store.state, setLevel));

  search.addEventListener("input", show);
  byId("reset").addEventListener("click", () => {
    store.update({ levels: {} });
    show();
  });
  byId("levels").addEventListener("click", () => {
    show();
    dialog.showModal();
  });
}
