/** A server action for Conform: it reads what was posted with the schema of the form. */

import { parseSubmission, report } from "@conform-to/react/future";
import { schema } from "./schema.js";

/**
 * Returns the answer for the form, and the request of a form without errors.
 *
 * @param {URLSearchParams | FormData} formData
 */
export function checkout(formData) {
  const submission = parseSubmission(formData);
  const { value, issues } = schema["~standard"].validate(submission.payload);
  return issues
    ? { result: report(submission, { error: { issues } }) }
    : { result: report(submission), request: value };
}
