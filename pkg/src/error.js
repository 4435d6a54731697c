/** Reports as errors. */

/** The most errors in the message of a `PreflightError`. */
const MAX_NAMED = 10;

/** Thrown by `parse` for a request with errors, and by the session entry for a body that cannot be used. */
export class PreflightError extends Error {
  /** @param {import("fintoc-preflight").Report} report */
  constructor(report) {
    const lines = report.errors
      .slice(0, MAX_NAMED)
      .map(({ param, message }) => (param ? `${param}: ${message}` : message));
    const more = report.errors.length - lines.length + (report.omitted?.errors ?? 0);
    super((more > 0 ? [...lines, `… ${more}`] : lines).join("\n"));
    this.name = "PreflightError";
    this.report = report;
  }
}

/**
 * Returns the first error of a report in the form of Fintoc's API; `undefined` if there are no errors.
 *
 * @param {import("fintoc-preflight").Report} report
 * @example
 * import { toFintocError, validate } from "fintoc-preflight";
 *
 * console.log(toFintocError(validate({ amount: 0 }))?.error.param);
 */
export function toFintocError(report) {
  const [violation] = report.errors;
  if (!violation) return undefined;
  const { rule, code, message, param } = violation;
  const type = rule === INTERNAL_ERROR ? "api_error" : "invalid_request_error";
  return { error: { type, code, message, param: param || null, doc_url: docUrl(type) } };
}

/** The URL format of the example in https://docs.fintoc.com/reference/errors-object. */
const docUrl = (type) => `https://fintoc.com/docs#${type.replaceAll("_", "-")}`;

/** The `rule` of a report on a failure of the core. It is not in the catalogue. */
const INTERNAL_ERROR = "internal-error";

const INTERNAL_ERROR_MESSAGES = {
  en: (what) => `${what} could not be checked: an internal error of fintoc-preflight.`,
  es: (what) => `no se pudo revisar ${what}: error interno de fintoc-preflight.`,
};

const REQUEST = { en: "the request", es: "la solicitud" };

/**
 * Returns the report on a body that could not be validated because the core failed, as JSON text.
 *
 * @param {"en" | "es"} [locale]
 * @param {{ en: string, es: string }} [what] the name of the body, for the message
 */
export function internalError(locale = "en", what = REQUEST) {
  const message = INTERNAL_ERROR_MESSAGES[locale](what[locale]);
  const place = { path: [], param: "" };
  const violation = { rule: INTERNAL_ERROR, level: "error", code: "internal_server_error", ...place, message };
  return JSON.stringify({ valid: false, errors: [violation], warnings: [] });
}
