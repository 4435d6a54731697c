/**
 * Reads an error of the API, and finds the rules that could have caught it before the request was sent.
 *
 * @param body the body of the answer, `{ error: … }`, as a value, JSON text or bytes; its `error`; or the error that
 * the official client has thrown
 * @returns the error; `undefined` if the body is not an error of the API
 *
 * @example
 * import { parseFintocError } from "fintoc-preflight/session";
 *
 * const body = '{"error": {"type": "invalid_request_error", "code": "missing_parameter", "param": "currency"}}';
 * console.log(parseFintocError(body)?.rules); // [ 'required' ]
 */
export declare function parseFintocError(body: unknown): ParsedError | undefined;

/** An error of the API. A member that the API left out is `null`. */
export interface ParsedError {
  /** The type, such as `invalid_request_error`. */
  type: string | null;
  /** The code, such as `missing_parameter`. */
  code: string | null;
  /** The message, for developers. */
  message: string | null;
  /** The field, such as `line_items[0].quantity`. */
  param: string | null;
  /** The URL of Fintoc's documentation on the error. */
  doc_url: string | null;
  /**
   * The rules that report this code at this field or, if the error names no field, this code; empty if there are none.
   * `explain` describes a rule.
   */
  rules: RuleId[];
}
