/**
 * A violation of a rule. Contains no values of the request, only names in its path, so it is safe to log. The rule
 * decides the type of `facts`.
 *
 * @example
 * import { validate } from "fintoc-preflight";
 *
 * for (const violation of validate({ currency: "CLP", amount: 0 }).errors) {
 *   if (violation.rule === "amount-positive") console.log(violation.facts.amount); // 0
 * }
 */
export type Violation = { [R in RuleId]: ViolationOf<R> }[RuleId] | InternalError;

/** A violation of a rule. */
export type ViolationOf<R extends RuleId> = ViolationBase & {
  /** The violated rule; see `explain`. */
  rule: R;
  /** An error code of Fintoc's. The code of each rule is this project's reading of the documentation. */
  code: ErrorCode;
} & (R extends keyof FactsOf
    ? {} extends FactsOf[R]
      ? {
          /** The facts; absent if there are none. */
          facts?: FactsOf[R];
        }
      : {
          /** The facts. */
          facts: FactsOf[R];
        }
    : {
        /** Always absent: the rule has no facts. */
        facts?: undefined;
      });

/** The violation that is reported if the checker itself failed. */
export interface InternalError extends ViolationBase {
  /** `internal-error` */
  rule: "internal-error";
  /** The code for a failure that is no fault of the request. */
  code: "internal_server_error";
  /** Always absent. */
  facts?: undefined;
}

/** The catalogue's entry for a rule. */
export interface RuleInfo {
  /** The id. */
  readonly rule: RuleId;
  /** The default level. */
  readonly level: Level;
  /** True if the level cannot be lowered: the body cannot be read at all. */
  readonly fixed: boolean;
  /** The error codes of its violations. */
  readonly codes: readonly ErrorCode[];
  /** The versions and flows to which the rule applies, in words. */
  readonly scope: string;
  /** The versions to which the rule applies. */
  readonly versions: readonly Version[];
  /** The flows of version 2 to which the rule applies; empty if it applies to version 1 alone. */
  readonly flows: readonly Flow[];
  /** The condition, as a clause that continues "reported when". */
  readonly when: string;
  /** The place where the rule is reported, in words. */
  readonly at: string;
  /** The part of the member at the path that is wrong: its name, or its value. */
  readonly marks: "name" | "value";
  /** A remark, such as a page of Fintoc's that contradicts the rule. Most rules have none. */
  readonly note?: string;
  /**
   * The fields that the rule validates, each by itself; it is reported at one of them. `line_items[]` is every element
   * of an array, `metadata.*` every name of an object, `*` every field, and `""` the body.
   */
  readonly fields: readonly string[];
  /** Other fields that the rule reads. If one of them changes, `fields` must be validated again. */
  readonly depends_on: readonly string[];
  /** The facts of its violations; empty if they have none. `FactsOf` has their types. */
  readonly facts: readonly FactInfo[];
  /** The documents that state the rule. */
  readonly sources: readonly Citation[];
  /** A request that violates the rule. */
  readonly invalid: Example;
  /** A similar request that does not. */
  readonly valid: Example;
}

/** The declaration of a fact. */
export interface FactInfo {
  /** The name. */
  readonly name: string;
  /** The type of the value. */
  readonly type: "integer" | "boolean" | "string" | "string[]";
  /** All possible strings; absent if any name of the API is possible. */
  readonly values?: readonly string[];
  /** True if some violations of the rule lack the fact; absent otherwise. */
  readonly optional?: true;
}

/** A citation: the place in a document that states a rule. */
export interface Citation {
  /** The document. */
  readonly document: Reference;
  /** The title of the document, or a description if it has none. */
  readonly title: string;
  /** The field or section in it, or the reason. */
  readonly part: string;
}

/** An example of a rule: a request, or a description. */
export type Example = ExampleBody | ExampleWords;

/** A request as JSON text. Its times are meant for a `now` of 2026-01-13T12:00:00Z. */
export interface ExampleBody {
  /** The version of the API that the request is for. */
  readonly version: Version;
  /** The JSON text. */
  readonly body: string;
}

/** A description, for an example that cannot be written as a request. */
export interface ExampleWords {
  /** The description. */
  readonly words: string;
}

/** An error in the form of Fintoc's API. */
export interface FintocError {
  /** The error. */
  error: {
    /** `api_error` if the checker itself failed. */
    type: "invalid_request_error" | "api_error";
    /** The error code. */
    code: Violation["code"];
    /** One sentence on what is wrong and what is expected. */
    message: string;
    /** The field, such as `line_items[0].quantity`; `null` for the body itself. */
    param: string | null;
    /** The URL of Fintoc's documentation on errors of the type. */
    doc_url: string;
  };
}
