/** The requests of a pasted log, of which one is shown. */

import { byId } from "./dom.js";
import { wordsOf } from "./words.js";

/**
 * Connects the bar above the editor.
 *
 * @param {ReturnType<typeof import("./store.js").createStore>} store
 */
export function createBatch(store) {
  const bar = byId("batch");
  const input = /** @type {HTMLInputElement} */ (byId("batch-number"));
  /** @type {string[]} */
  let requests = [];
  let index = 0;

  function show() {
    bar.hidden = requests.length < 2;
    input.max = String(requests.length);
    input.value = String(index + 1);
    byId("batch-count").textContent = wordsOf(store.state.locale)["request.of"](requests.length);
  }

  function go(next) {
    // Changes of the one that is left are kept.
    requests[index] = store.state.text;
    index = Math.min(Math.max(next, 0), requests.length - 1);
    store.update({ text: requests[index] });
    show();
  }

  input.addEventListener("change", () => go(Number(input.value) - 1));
  byId("batch-previous").addEventListener("click", () => go(index - 1));
  byId("batch-next").addEventListener("click", () => go(index + 1));
  byId("batch-close").addEventListener("click", () => {
    requests = [];
    show();
  });
  store.subscribe(show);

  return {
    /** Sets the requests, of which the first is shown already. */
    set(/** @type {string[]} */ texts) {
      requests = texts;
      index = 0;
      show();
    },
  };
}
