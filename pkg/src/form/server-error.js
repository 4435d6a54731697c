/** Reads a server's error as a violation. The answer is untrusted: it may be any value, with any members. */

import { parseName, paramOf } from "./names.js";

/** The most characters that are kept of each text. */
const MAX_LENGTH = 300;

/**
 * Returns a violation of the rule `server`. Texts that are missing or not strings are empty; `path` is empty if `param`
 * is not a path.
 *
 * @param {unknown} answer `{ error: { param, code, message } }`, or the inner object
 */
export function readServerError(answer) {
  const { param, code, message } = insideOf(answer);
  const path = (parseName(param) ?? [])
    .filter((step) => step !== "")
    .map((step) => (/^\d+$/.test(step) ? Number(step) : step));
  return { rule: "server", level: "error", code, path, param: paramOf(path), message };
}

function insideOf(answer) {
  try {
    const error = answer?.error ?? answer;
    return { param: textOf(error?.param), code: textOf(error?.code), message: textOf(error?.message) };
  } catch {
    return { param: "", code: "", message: "" };
  }
}

const textOf = (value) => (typeof value === "string" ? value.slice(0, MAX_LENGTH) : "");
