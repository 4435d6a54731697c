/** What a report becomes where an error is expected. */

/** How many errors the message of a `PreflightError` names. */
const MAX_NAMED = 10;

/** Thrown by `parse` for a request that has errors. */
export class PreflightError extends Error {
  /** @param {import("./types.js").Report} report */
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
 * The first error of a report as Fintoc's API would answer it; `undefined` for a valid request.
 *
 * @param {import("./types.js").Report} report
 */
export function toFintocError(report) {
  const [violation] = report.errors;
  if (!violation) return undefined;
  const { rule, code, message, param } = violation;
  const type = rule === INTERNAL_ERROR ? "api_error" : "invalid_request_error";
  return { error: { type, code, message, param: param || null, doc_url: docUrl(type) } };
}

/** As in the example of https://docs.fintoc.com/reference/errors-object. */
const docUrl = (type) => `https://fintoc.com/docs#${type.replaceAll("_", "-")}`;

/** In a report where the broken rule stands; not a rule of the catalogue. */
const INTERNAL_ERROR = "internal-error";

const INTERNAL_ERROR_MESSAGES = {
  en: (what) => `${what} could not be checked: an internal error of fintoc-preflight.`,
  es: (what) => `no se pudo revisar ${what}: error interno de fintoc-preflight.`,
};

const REQUEST = { en: "the request", es: "la solicitud" };

/**
 * The report of a body that could not be judged, as JSON text.
 *
 * @param {{ en: string, es: string }} what the body, for the message
 */
export function internalError(locale = "en", what = REQUEST) {
  const message = INTERNAL_ERROR_MESSAGES[locale](what[locale]);
  const place = { path: [], param: "" };
  const violation = { rule: INTERNAL_ERROR, level: "error", code: "internal_server_error", ...place, message };
  return JSON.stringify({ valid: false, errors: [violation], warnings: [] });
}
