/** Thrown by `parse` for a request that has errors. */
export class PreflightError extends Error {
  /** @param {import("./types.js").Report} report */
  constructor(report) {
    super(report.errors.map(({ param, message }) => (param ? `${param}: ${message}` : message)).join("\n"));
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
  const { code, message, param } = violation;
  return { error: { type: "invalid_request_error", code, message, param: param || null, doc_url: DOC_URL } };
}

const DOC_URL = "https://docs.fintoc.com/reference/errors";
