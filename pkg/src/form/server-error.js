/** Reads a server's error as a violation. The answer is untrusted: it may be any value, with any members. */

import { parseName, paramOf } from "./names.js";

/** The most characters that are kept of each text. */
const MAX_LENGTH = 300;

/**
 * Returns a violation of the rule `server`. Texts that are missing or not strings are empty; `path` is empty if `param`
 * is not a path. The message of an `Error` is for programmers, and is left out.
 *
 * @param {unknown} answer `{ error: { param, code, message } }` or the inner object; or an error that was thrown, which
 *   may have one of these in it
 */
export function readServerError(answer) {
  const { param, code, message } = insideOf(answer);
  const path = (parseName(param) ?? [])
    .filter((step) => step !== "")
    .map((step) => (/^\d+$/.test(step) ? Number(step) : step));
  return { rule: "server", level: "error", code, path, param: paramOf(path), message };
}

/** The places of an answer in the errors of clients: `fetch` wrappers, axios, and Fintoc's own client. */
const PLACES = [
  (answer) => answer.error,
  (answer) => answer.response?.data?.error,
  (answer) => answer.data?.error,
  (answer) => answer.body?.error,
  (answer) => answer.cause?.error,
];

function insideOf(answer) {
  try {
    const error = PLACES.map((place) => place(Object(answer))).find(isObject) ?? answer;
    const message = error instanceof Error ? "" : textOf(error?.message);
    return { param: textOf(error?.param), code: textOf(error?.code), message };
  } catch {
    return { param: "", code: "", message: "" };
  }
}

const isObject = (value) => typeof value === "object" && value !== null;

const textOf = (value) => (typeof value === "string" ? value.slice(0, MAX_LENGTH) : "");

/**
 * Returns what went wrong on the server, if it is known from what `onSubmit` has returned: the body of a `Response`
 * that is not ok, or the response itself if its body is not JSON.
 */
export async function failureOf(result) {
  if (result?.ok !== false || typeof result.json !== "function") return undefined;
  try {
    return (await (typeof result.clone === "function" && !result.bodyUsed ? result.clone() : result).json()) ?? {};
  } catch {
    return {};
  }
}
