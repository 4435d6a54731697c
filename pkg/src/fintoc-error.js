/** Reads the errors of Fintoc's API, and finds the rules that could have caught them. */

import { rules } from "./catalogue.js";
import { decode } from "./utf8.js";
import { bytesOf } from "./views.js";

/**
 * Returns the error in a body or in an error of the official client; `undefined` if there is none.
 *
 * @param {unknown} body `{ error: { type, code, message, param, doc_url } }` or its `error`, as a value, JSON text or
 * bytes; or what the official client has thrown
 * @returns {import("fintoc-preflight/session").ParsedError | undefined}
 * @example
 * import { parseFintocError } from "fintoc-preflight/session";
 *
 * const body = '{"error": {"type": "invalid_request_error", "code": "missing_parameter", "param": "currency"}}';
 * console.log(parseFintocError(body)?.rules); // [ 'required' ]
 */
export function parseFintocError(body) {
  const value = valueOf(body);
  const error = [value?.response?.data?.error, value?.error, value].find(isError) ?? errorOfMessage(value);
  if (!error) return undefined;
  const [type, code, message, param, doc_url] = NAMES.map((name) => textOf(error[name]));
  return { type, code, message, param, doc_url, rules: rulesOf(code, param) };
}

const NAMES = ["type", "code", "message", "param", "doc_url"];

/** Returns JSON text or bytes as a value, and any other value as it is; `undefined` for a text that is not JSON. */
function valueOf(body) {
  const bytes = typeof body === "string" ? undefined : bytesOf(body);
  if (typeof body !== "string" && bytes === undefined) return body;
  try {
    return JSON.parse(bytes === undefined ? body : decode(bytes));
  } catch {
    return undefined;
  }
}

/** The types of errors end so: `invalid_request_error`, `authentication_error`, `api_error`. */
const isError = (value) => typeof value === "object" && value !== null && /_error$/.test(textOf(value.type) ?? "");

const textOf = (value) => (typeof value === "string" && value !== "" ? value : null);

/** Reads the message of an error of the official client for Node, which has no other members. */
function errorOfMessage(error) {
  const text = textOf(error?.message) ?? "";
  const [first, ...lines] = text.split("\n");
  const [, type, code, param] = /^(\w+_error)(?:: (\w+))?(?: \((.+)\))?$/.exec(first) ?? [];
  if (!type || lines.length === 0) return undefined;
  const [, doc_url] = /^Check the docs for more info: (.*)/.exec(lines.at(-1) ?? "") ?? [];
  const message = (doc_url ? lines.slice(0, -1) : lines).join("\n");
  return { type, code, message, param, doc_url };
}

/** Returns the ids of the rules with this code at this field; with this code, if the error names no field. */
function rulesOf(code, param) {
  const field = param?.replace(/\[\d*\]|\.\d+(?=\.|$)/g, "[]");
  const isAt = ({ fields }) => field === undefined || fields.some((each) => isFieldOf(field, each));
  return rules().filter((rule) => rule.codes.includes(code) && isAt(rule)).map(({ rule }) => rule);
}

/** True if a field is one of those that an entry of the catalogue means: `*` is every field, `metadata.*` every name. */
const isFieldOf = (field, entry) =>
  entry === "*" || entry === field || (entry.endsWith(".*") && field.startsWith(entry.slice(0, -1)));
