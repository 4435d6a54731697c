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

/** The members that violations of all rules have. */
export interface ViolationBase {
  /** `error` makes the request invalid, `warning` does not. */
  level: Level;
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
