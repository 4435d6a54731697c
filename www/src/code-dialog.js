/** The dialog that shows the request as code, or as an issue for those who wrote it. */

import { codeFor } from "./code.js";
import { byId } from "./dom.js";
import { issueFor } from "./issue.js";
import { toFragment } from "./permalink.js";
import { MAX_EDITABLE } from "./store.js";
import { wordsOf } from "./words.js";

/** The longest code that is shown, in characters. Nested lists have many blanks for each character of the request. */
const MAX_CODE = 2 * MAX_EDITABLE;

/**
 * Connects the dialog to the store.
 *
 * @param {ReturnType<typeof import("./store.js").createStore>} store
 * @param {() => import("fintoc-preflight").Report} reportOf returns the report on the request
 */
export function createCodeDialog(store, reportOf) {
  const dialog = /** @type {HTMLDialogElement} */ (byId("code"));
  const shown = byId("code-text");
  const message = byId("code-message");
  const copy = /** @type {HTMLButtonElement} */ (byId("code-copy"));
  const words = () => wordsOf(store.state.locale);

  async function show() {
    const { value } = /** @type {HTMLInputElement} */ (dialog.querySelector('[name="language"]:checked'));
    const isLong = store.state.text.length > MAX_EDITABLE;
    const text = isLong ? undefined : value === "issue" ? await issue() : codeFor(value, store.state.text, store.state.version);
    const isShown = text !== undefined && text.length <= MAX_CODE;
    shown.textContent = isShown ? text : "";
    copy.disabled = !isShown;
    message.textContent = isShown ? "" : words()[isLong || text !== undefined ? "code.long" : "code.none"];
  }

  async function issue() {
    const fragment = await toFragment(store.state);
    const address = fragment && new URL(fragment, location.href).href;
    return issueFor({ state: store.state, report: reportOf(), address });
  }

  dialog.addEventListener("change", show);
  byId("show-code").addEventListener("click", async () => {
    await show();
    dialog.showModal();
  });
  copy.addEventListener("click", () =>
    navigator.clipboard.writeText(shown.textContent).then(
      () => (message.textContent = words().copied),
      () => {
        getSelection().selectAllChildren(shown);
        message.textContent = words()["copied.not"];
      },
    ),
  );
}
