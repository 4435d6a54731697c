/** What is found in a request. */
export interface Report {
  /** Whether there are no errors. */
  valid: boolean;
  /** What makes the request invalid, in the order of its fields. */
  errors: Violation[];
  /** What the API may accept, but a person should look at. */
  warnings: Violation[];
  /** How many violations of each level are beyond `maxViolations`, and not listed; absent when all are. */
  omitted?: Omitted;
}

/** How many violations a report leaves out. */
export interface Omitted {
  /** Errors that are not listed. */
  errors: number;
  /** Warnings that are not listed. */
  warnings: number;
}

/** One mistake. No text of the request is in it but the names in its path, so that it can be logged. */
export interface Violation {
  /** The rule that is broken; `explain` says more of it. `internal-error` when the request could not be judged at all. */
  rule: RuleId | "internal-error";
  /** Whether it makes the request invalid. */
  level: Level;
  /** The error code, in Fintoc's own vocabulary. Which rule has which is this project's reading, not Fintoc's promise. */
  code: ErrorCode | "internal_server_error";
  /** Where it is: names and indexes, such as `["line_items", 0, "quantity"]`; empty for the body itself. */
  path: (string | number)[];
  /** The path as Fintoc writes it: `line_items[0].quantity`. */
  param: string;
  /** One sentence: what is wrong, and what is expected. */
  message: string;
  /**
   * What to put in place of the value, or, for `unknown-field` and `options-match-types`, of the name; only where it is
   * certain.
   */
  suggestion?: string | number | string[];
}

/** What the catalogue says of a rule. */
export interface RuleInfo {
  /** The id. */
  readonly rule: RuleId;
  /** The level, unless an option sets another. */
  readonly level: Level;
  /** The error codes of its violations. */
  readonly codes: readonly ErrorCode[];
  /** The versions and flows in which it holds. */
  readonly scope: string;
  /** When it is reported: a clause that goes on from "reported when". */
  readonly when: string;
  /** Where it is reported. */
  readonly at: string;
  /** What else to know of the rule, such as a page of Fintoc's that says otherwise; most have none. */
  readonly note?: string;
  /**
   * The fields that it judges, each by itself: it is reported at one of them. `line_items[]` is every element of an array,
   * `metadata.*` every name of an object, `*` every field, and `""` the body.
   */
  readonly fields: readonly string[];
  /** What else it reads to judge a field: when one of these changes, its verdict may. A form judges its fields anew then. */
  readonly depends_on: readonly string[];
  /** Where it comes from. */
  readonly sources: readonly Source[];
  /** A request that breaks it. */
  readonly invalid: Example;
  /** A request like it that keeps it. */
  readonly valid: Example;
}

/** Where a rule comes from. */
export interface Source {
  /** The document. */
  readonly document: SourceDocument;
  /** The title of the document, or what stands for one. */
  readonly title: string;
  /** The field or section in it, or the reason. */
  readonly part: string;
}

/** What shows a rule. */
export type Example = ExampleBody | ExampleWords;

/** A request. Its times fit a `now` of 2026-01-13T12:00:00Z. */
export interface ExampleBody {
  /** The version of the API that it is for. */
  readonly version: Version;
  /** The JSON text. */
  readonly body: string;
}

/** What cannot be shown as a request. */
export interface ExampleWords {
  /** A description. */
  readonly words: string;
}

/** An error as Fintoc's API answers it. */
export interface FintocError {
  /** What is wrong. */
  error: {
    /** `api_error` when the request could not be judged at all. */
    type: "invalid_request_error" | "api_error";
    /** The error code. */
    code: Violation["code"];
    /** One sentence: what is wrong, and what is expected. */
    message: string;
    /** The field, such as `line_items[0].quantity`; `null` for the body itself. */
    param: string | null;
    /** Where Fintoc documents errors of the type. */
    doc_url: string;
  };
}
