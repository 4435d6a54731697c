/**
 * Options of validation. A wrong option is a `TypeError` that names it. Only an object's own enumerable members are
 * options: neither inherited ones nor getters of its class.
 */
export interface Options<V extends Version = Version> {
  /** The version of the API that the request is for. Default: `"v2"`. */
  version?: V | undefined;
  /**
   * The time at which the request would be sent: a `Date`, milliseconds since 1970-01-01T00:00:00Z, or an RFC 3339
   * date-time. A number of seconds is a wrong option. Default: the current time.
   */
  now?: Date | number | string | undefined;
  /** The language of the messages. Default: English. */
  locale?: Locale | undefined;
  /** Reports every warning as an error, after `levels` has been applied. Default: false. */
  strict?: boolean | undefined;
  /** The levels of single rules. `json-syntax`, `body-size` and `not-serializable` can only be `"deny"`. */
  levels?: Levels | undefined;
  /**
   * The most errors, and the most warnings, that a report lists: an integer of at least 1. `omitted` counts the others.
   * Default: 1000.
   */
  maxViolations?: number | undefined;
}

/** A BCP 47 tag that begins with `es` or `en`. With `_`, as in `es_CL`, it is one too. */
export type Locale = "es" | "en" | `${"es" | "en"}${"-" | "_"}${string}`;

/** Levels by rule. Other rules have their default level. */
export type Levels = { [rule in RuleId]?: LevelOverride | undefined };

/** The type of a valid request in a version of the API. */
export type RequestOf<V extends Version> = V extends "v1" ? CheckoutSessionRequestV1 : RequestByFlow;

/** The type of an unfinished request in a version of the API: every field is optional. */
export type DraftOf<V extends Version> = V extends "v1" ? Draft.CheckoutSessionRequestV1 : Draft.CheckoutSessionRequest;

/** Any value. The draft in it changes nothing, but lets editors complete the names and words of a request. */
export type Unvalidated<V extends Version = "v2"> = DraftOf<V> | {} | null | undefined;

/**
 * Validates a value in the form in which it would be sent, the output of `JSON.stringify`.
 *
 * What `JSON.stringify` would leave out or change, such as `NaN` or a `Map`, is a warning of the rule `lost-in-json`.
 *
 * @param request any value; one that cannot be serialized gets a report with an error
 * @throws {TypeError} An option is wrong.
 *
 * @example
 * import { validate } from "fintoc-preflight";
 *
 * const report = validate({ amount: 350000, currency: "clp", ui_mode: "embedded" });
 * console.log(report.errors[0].message); // currency must be CLP or MXN; did you mean CLP?
 */
export declare function validate<V extends Version = "v2">(request: Unvalidated<V>, options?: Options<V>): Report;

/**
 * Validates a request that is JSON text already.
 *
 * @param text the JSON, as a string, or as bytes of UTF-8 in a view or an `ArrayBuffer`
 * @throws {TypeError} An option is wrong.
 *
 * @example
 * import { validateJson } from "fintoc-preflight";
 *
 * console.log(validateJson('{"amount": 350000').errors[0].rule); // json-syntax
 */
export declare function validateJson(text: string | Uint8Array | ArrayBuffer, options?: Options): Report;

/**
 * Returns a valid request in the form in which it would be sent: a copy, with the type of its version.
 *
 * @throws {PreflightError} The request has errors.
 * @throws {TypeError} An option is wrong.
 *
 * @example
 * import { parse, PreflightError } from "fintoc-preflight";
 *
 * try {
 *   parse({ amount: -1, currency: "CLP", ui_mode: "embedded" });
 * } catch (error) {
 *   if (error instanceof PreflightError) console.log(error.report.errors[0].rule); // amount-positive
 * }
 */
export declare function parse<V extends Version = "v2">(request: Unvalidated<V>, options?: Options<V>): RequestOf<V>;

/**
 * Returns a validator: the functions and schemas of this entry with options that are checked once. For libraries that
 * call `validate(value)` and nothing else, and for calls that must be fast.
 *
 * Without the option `now`, the time is that of each call.
 *
 * @throws {TypeError} An option is wrong.
 *
 * @example
 * import { createValidator } from "fintoc-preflight";
 *
 * const { validate } = createValidator({ version: "v1", locale: "es-CL" });
 * console.log(validate({ amount: 1 }).errors[0]?.message); // falta currency.
 */
export declare function createValidator<V extends Version = "v2">(options?: Options<V>): Validator<V>;

/** The result of `createValidator`. Its functions need no `this`, and ignore further arguments. */
export interface Validator<V extends Version = Version> {
  /** As the function `validate`. */
  readonly validate: (request: Unvalidated<V>) => Report;
  /** As the function `validateJson`. */
  readonly validateJson: (text: string | Uint8Array | ArrayBuffer) => Report;
  /** As the function `parse`. */
  readonly parse: (request: Unvalidated<V>) => RequestOf<V>;
  /** The request of version 2 as a Standard Schema, whatever the option `version` is. */
  readonly checkoutSession: RequestSchema<DraftOf<"v2">, RequestOf<"v2">>;
  /** The request of version 1 as a Standard Schema, whatever the option `version` is. */
  readonly checkoutSessionV1: RequestSchema<DraftOf<"v1">, RequestOf<"v1">>;
}

/**
 * Returns every occurrence of a path in JSON text: several if a name is repeated, none if the path leads to nothing or
 * the text is not JSON.
 *
 * @param text the JSON, as a string, or as bytes of UTF-8 in a view or an `ArrayBuffer`
 *
 * @example
 * import { locate } from "fintoc-preflight";
 *
 * const [found] = locate('{\n  "amount": 350000\n}', ["amount"]);
 * console.log(found?.value); // { line: 2, column: 13, start: 14, end: 20 }
 */
export declare function locate(text: string | Uint8Array | ArrayBuffer, path: readonly (string | number)[]): Occurrence[];

/** An occurrence of a path in a text. */
export interface Occurrence {
  /** The name with its quotes; absent for the body and for elements of arrays. */
  name?: Place;
  /** The value. */
  value: Place;
}

/**
 * Returns the place of each violation in the text, in one pass: of its value or, for rules about a name, of the name. If
 * a field is missing, it is that of the bracket which opens the object; if the text cannot be read, that of the fault.
 *
 * @param text the JSON that was validated, as a string, or as bytes of UTF-8 in a view or an `ArrayBuffer`
 *
 * @example
 * import { locateAll, validateJson } from "fintoc-preflight";
 *
 * const text = '{"amount": 0}';
 * const { errors } = validateJson(text);
 * console.log(locateAll(text, errors).map(({ line, column }) => `${line}:${column}`)); // [ '1:12', '1:1', '1:1', '1:1' ]
 */
export declare function locateAll(text: string | Uint8Array | ArrayBuffer, violations: readonly Violation[]): Place[];

/** A part of a text. */
export interface Place {
  /** The line, from 1. */
  line: number;
  /** The column, from 1, in characters (code points). */
  column: number;
  /** The offset of the first code unit, from 0, as strings of JavaScript are indexed. */
  start: number;
  /** The offset after the last code unit. */
  end: number;
}

/**
 * Compiles the WebAssembly ahead of the first call. Required only in a page of Chromium before 115, which refuses to
 * compile synchronously.
 *
 * @example
 * import { init, validate } from "fintoc-preflight";
 *
 * await init();
 * console.log(validate({ amount: 350000, currency: "CLP", ui_mode: "embedded" }).valid); // true
 */
export declare function init(): Promise<void>;

/**
 * Returns every rule, in the order in which a report lists them.
 *
 * @throws {TypeError} An option is wrong.
 *
 * @example
 * import { rules } from "fintoc-preflight";
 *
 * console.log(rules()[0].rule); // json-syntax
 */
export declare function rules(options?: CatalogueOptions): readonly RuleInfo[];

/**
 * Returns the catalogue's entry for a rule; `undefined` for `internal-error`, which is no rule.
 *
 * @throws {TypeError} There is no such rule, or an option is wrong.
 *
 * @example
 * import { explain, validate } from "fintoc-preflight";
 *
 * console.log(explain("quantity-positive").when); // the `quantity` of an item is less than 1
 *
 * const [violation] = validate({ amount: 0, currency: "CLP", ui_mode: "embedded" }).errors;
 * console.log(explain(violation.rule)?.level); // error
 */
export declare function explain(rule: RuleId, options?: CatalogueOptions): RuleInfo;
export declare function explain(rule: RuleId | "internal-error", options?: CatalogueOptions): RuleInfo | undefined;

/** Options of the catalogue. */
export interface CatalogueOptions {
  /** The language of the catalogue. Default: English. */
  locale?: Locale | undefined;
}

/**
 * Returns the JSON Schema of a request, as a new object. The schema checks the rules that its `$comment` lists; the
 * other rules are in its descriptions.
 *
 * @param version the version of the API; `"v2"` by default
 * @throws {TypeError} The version or the dialect is unknown.
 *
 * @example
 * import { jsonSchema } from "fintoc-preflight";
 *
 * console.log(jsonSchema("v2", { target: "draft-07" })["$schema"]); // http://json-schema.org/draft-07/schema#
 */
export declare function jsonSchema(version?: Version, options?: JsonSchemaOptions): Record<string, unknown>;

/** Options of `jsonSchema`. */
export interface JsonSchemaOptions {
  /** The dialect. Default: `"draft-2020-12"`. */
  target?: JsonSchemaTarget | undefined;
}

/** A supported dialect of JSON Schema. */
export type JsonSchemaTarget = "draft-2020-12" | "draft-07" | "openapi-3.0";

/**
 * Returns the first error of a report in the form of Fintoc's API; `undefined` if there are no errors.
 *
 * @example
 * import { toFintocError, validate } from "fintoc-preflight";
 *
 * console.log(toFintocError(validate({ currency: "CLP" }))?.error.type); // invalid_request_error
 */
export declare function toFintocError(report: Report): FintocError | undefined;

/**
 * Thrown by `parse` for a request with errors. Its message lists the first ten; it is safe to log.
 *
 * `instanceof` holds across all entries of the package, in both formats.
 */
export declare class PreflightError extends Error {
  constructor(report: Report);
  /** The name of the class. */
  readonly name: "PreflightError";
  /** The report, with at least one error. */
  readonly report: Report;
}

/**
 * The request of version 2 as a Standard Schema, for form libraries and routers.
 *
 * @example
 * import { checkoutSession } from "fintoc-preflight";
 *
 * const result = checkoutSession["~standard"].validate({ amount: 0, currency: "CLP", ui_mode: "embedded" });
 * console.log(result.issues?.[0].path); // [ 'amount' ]
 */
export declare const checkoutSession: RequestSchema<DraftOf<"v2">, RequestOf<"v2">>;

/** The request of version 1 as a Standard Schema. */
export declare const checkoutSessionV1: RequestSchema<DraftOf<"v1">, RequestOf<"v1">>;

/** A Standard Schema 1.1, https://standardschema.dev. */
export interface RequestSchema<Input, Output> {
  /** The members that libraries use. */
  readonly "~standard": {
    /** The version of the specification. */
    readonly version: 1;
    /** The name of this package. */
    readonly vendor: "fintoc-preflight";
    /** The types of input and output, for the compiler only. There is no such member at run time. */
    readonly types?:
      | {
          /** The type that is accepted. */
          readonly input: Input;
          /** The type of `value` in the result. */
          readonly output: Output;
        }
      | undefined;
    /** Validates a value. Never throws, and never returns a promise. */
    readonly validate: (value: unknown, options?: SchemaOptions) => SchemaResult<Output>;
    /** The JSON Schemas of input and output. */
    readonly jsonSchema: JsonSchemas;
  };
}

/** The JSON Schemas of a Standard Schema. Input and output are the same, because validation changes nothing. */
export interface JsonSchemas {
  /** Returns the JSON Schema of the input. Throws for an unknown dialect. */
  readonly input: (options: StandardJsonSchemaOptions) => Record<string, unknown>;
  /** Returns the JSON Schema of the output, which is that of the input. */
  readonly output: (options: StandardJsonSchemaOptions) => Record<string, unknown>;
}

/** Options of the JSON Schemas of a Standard Schema. */
export interface StandardJsonSchemaOptions {
  /** The dialect, one of `JsonSchemaTarget`. */
  readonly target: JsonSchemaTarget | (string & {});
  /** Ignored. */
  readonly libraryOptions?: Record<string, unknown> | undefined;
}

/** Options of a Standard Schema's `validate`. */
export interface SchemaOptions {
  /** The options of this package, except `version`. */
  readonly libraryOptions?: Record<string, unknown> | undefined;
}

/** The result of a Standard Schema: the request as it would be sent, or its issues. */
export type SchemaResult<Output> = SchemaSuccess<Output> | SchemaFailure;

/** The result for a request without errors. */
export interface SchemaSuccess<Output> {
  /** The request as it would be sent. */
  readonly value: Output;
  /** Always absent. */
  readonly issues?: undefined;
  /** The warnings of the report. */
  readonly warnings: readonly Violation[];
  /** The counts of violations that are not listed; absent if all are listed. */
  readonly omitted?: Omitted | undefined;
}

/** The result for a request with errors, or for a wrong option. */
export interface SchemaFailure {
  /** The errors of the report, or one issue that describes the wrong option. */
  readonly issues: readonly SchemaIssue[];
  /** The warnings of the report; absent if there is no report. */
  readonly warnings?: readonly Violation[];
  /** The counts of errors and warnings that are not listed; absent if all are listed. */
  readonly omitted?: Omitted | undefined;
}

/** A violation; or the reason why the request was not validated, such as a wrong option, with an empty `path`. */
export interface SchemaIssue extends Partial<Omit<Violation, "message" | "path">> {
  /** One sentence. */
  readonly message: string;
  /** The path: names and indexes; empty for the body itself. */
  readonly path: readonly (string | number)[];
}
