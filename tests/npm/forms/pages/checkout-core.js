/** The checkout form of a page with a strict policy, which takes the validator from the page. */

import { bindForm } from "fintoc-preflight/form/core";

globalThis.start = start;

export function start(more) {
  const form = document.querySelector("#checkout");
  const unknown = [];
  globalThis.sent = [];
  globalThis.unknown = unknown;
  globalThis.judged = 0;
  globalThis.bound = bindForm(form, {
    defaults: { success_url: "https://merchant.com/success", cancel_url: "https://merchant.com/cancel" },
    onSubmit: (request) => globalThis.sent.push(request),
    onUnknown: (names) => unknown.push(...names),
    onJudged: () => globalThis.judged++,
    ...more,
  });

  let rows = 0;
  document.querySelector("#add").addEventListener("click", () => {
    const row = document.querySelector("#row").content.cloneNode(true);
    for (const input of row.querySelectorAll("input, select")) input.name = input.name.replace("INDEX", rows);
    row.querySelector(".remove").addEventListener("click", ({ target }) => target.closest(".row").remove());
    document.querySelector("#rows").append(row);
    rows++;
  });
  globalThis.ready = true;
}
