/** What a server answers, as a violation. It may be anything, and so may what it says. */

import { parseName, paramOf } from "./names.js";

const MAX_LENGTH = 300;

/**
 * @param {unknown} answer `{ error: { param, code, message } }`, or what is in it
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
