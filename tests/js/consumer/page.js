/** Browsers: leaves the result where whoever drives the browser finds it. */

import { readCases, run } from "./harness.js";

export async function runPage(api, prepare) {
  globalThis.result = judge(api, prepare).catch((error) => ({ passed: 0, failures: [String(error)] }));
}

async function judge(api, prepare) {
  await prepare?.();
  const cases = await fetch("/cases.jsonl");
  return run(api, readCases(await cases.text()), realm());
}

/** What a frame of the page has. */
function realm() {
  const frame = document.createElement("iframe");
  document.body.append(frame);
  return frame.contentWindow;
}
