/**
 * Returns a copy of a request with the suggestions of its report, and what was changed. Values on which two suggestions
 * disagree stay. Never changes the currency that an amount is in: `clp` becomes `CLP`, `COP` stays.
 *
 * A corrected name can reveal a problem with its value, so validate the copy again.
 *
 * @param value the request that was validated; it is not changed
 * @param report its report
 *
 * @example
 * import { applySuggestions, validate } from "fintoc-preflight";
 *
 * const request = { amount: "350000", currency: "clp", ui_mode: "embedded" };
 * const { value, applied } = applySuggestions(request, validate(request));
 * console.log(value); // { amount: 350000, currency: 'CLP', ui_mode: 'embedded' }
 * console.log(applied.map(({ param }) => param)); // [ 'amount', 'currency' ]
 */
export declare function applySuggestions(value: unknown, report: Report): Suggested;

/** The result of `applySuggestions`. */
export interface Suggested {
  /** The corrected request. What was not changed is shared with the original. */
  value: unknown;
  /** The suggestions that were applied, in this order. */
  applied: AppliedSuggestion[];
}

/** A suggestion that was applied. */
export interface AppliedSuggestion {
  /** The rule that made it. */
  rule: Violation["rule"];
  /** The path in the original: names and indexes. */
  path: (string | number)[];
  /** The path in Fintoc's form, such as `line_items[0].quantity`. */
  param: string;
  /** The new value or, for a wrong name, the new name. */
  suggestion: string | number | string[];
}
