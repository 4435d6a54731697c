/** The result of validating a request. */
export interface Report {
  /** True if there are no errors. There may be warnings. */
  valid: boolean;
  /** The violations that make the request invalid, in the order of its fields. */
  errors: Violation[];
  /** Violations that the API may accept, but a person should look at, in the order of the fields. */
  warnings: Violation[];
  /** The counts of violations beyond the limit, which are not listed; absent if all are listed. */
  omitted?: Omitted;
}

/** Counts of violations that a report does not list. */
export interface Omitted {
  /** The number of errors that are not listed. */
  errors: number;
  /** The number of warnings that are not listed. */
  warnings: number;
}

/** A violation of a rule. Contains no values of the request, only names in its path, so it is safe to log. */
export interface Violation {
  /** The violated rule. */
  rule: RuleId;
  /** `error` makes the request invalid, `warning` does not. */
  level: Level;
  /**
   * An error code of Fintoc's. The code of each rule is this project's reading of the documentation, not Fintoc's
   * promise.
   */
  code: ErrorCode;
  /** The path: names and indexes, such as `["line_items", 0, "quantity"]`; empty for the body itself. */
  path: (string | number)[];
  /** The path in Fintoc's form, such as `line_items[0].quantity`; empty for the body itself. */
  param: string;
  /** One sentence on what is wrong and what is expected. */
  message: string;
  /**
   * The replacement for the value, or for the name with `unknown-field` and `options-match-types`. Absent unless it is
   * certain.
   */
  suggestion?: string | number | string[];
}
