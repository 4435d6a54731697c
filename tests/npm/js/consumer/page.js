/** Browsers: stores the result in `globalThis.result`, for the program that drives the browser. */

import { readCases, run, runSessions, runWebhooks } from "./harness.js";

export function runPage(api, options) {
  show(validate(api, options));
}

export function runWebhookPage(api) {
  show(verify(api));
}

export function runSessionPage(api) {
  show(read(api));
}

function show(result) {
  globalThis.result = result.catch((error) => ({ passed: 0, failures: [String(error)] }));
}

async function validate(api, { prepare, isRepeated } = {}) {
  await prepare?.();
  return run(api, await fetchCases("/cases.jsonl"), realm(), { isRepeated });
}

async function verify(api) {
  return runWebhooks(api, await fetchCases("/webhooks.jsonl"));
}

async function read(api) {
  await api.init();
  return runSessions(api, await fetchCases("/sessions.jsonl"));
}

async function fetchCases(path) {
  const response = await fetch(path);
  return readCases(await response.text());
}

/** Returns the `globalThis` of a new frame. */
function realm() {
  const frame = document.createElement("iframe");
  document.body.append(frame);
  return frame.contentWindow;
}
