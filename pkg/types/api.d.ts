/** How a request is judged. A wrong option is a `TypeError` that names it. */
export interface Options<V extends Version = Version> {
  /** The version of the API that the request is for; `"v2"` unless it is given. */
  version?: V | undefined;
  /** When the request would be sent, as a `Date`, milliseconds since 1970, or RFC 3339; now, unless it is given. */
  now?: Date | number | string | undefined;
  /** The language of the messages; English, unless it is given. */
  locale?: Locale | undefined;
  /** Whether every warning that is left is an error. */
  strict?: boolean | undefined;
  /** The levels of single rules. Those of `json-syntax`, `body-size` and `not-serializable` cannot be lowered. */
  levels?: Levels | undefined;
  /**
   * The most errors and the most warnings that a report lists: a whole number of at least 1; 1,000 of each unless it is
   * given. `omitted` counts the others.
   */
  maxViolations?: number | undefined;
}

/** A BCP 47 tag that begins with `es` or `en`. */
export type Locale = "es" | "en" | `es-${string}` | `en-${string}`;

/** What single rules are set to. */
export type Levels = { [rule in RuleId]?: LevelOverride | undefined };

/** The request of a version of the API. */
export type RequestOf<V extends Version> = V extends "v1" ? CheckoutSessionRequestV1 : CheckoutSessionRequest;

/** Judges a value as it would be sent, which is what `JSON.stringify` makes of it. */
export declare function validate(request: unknown, options?: Options): Report;

/** Judges the text of a request, or its UTF-8. */
export declare function validateJson(text: string | Uint8Array, options?: Options): Report;

/**
 * The request as it would be sent, when it has no error.
 *
 * @throws {PreflightError} It has one.
 */
export declare function parse<V extends Version = "v2">(request: unknown, options?: Options<V>): RequestOf<V>;

/** Makes ready for the first call, where a page may not compile on the spot. Elsewhere it need not be called. */
export declare function init(): Promise<void>;

/** Every rule, in the order in which a report lists them; in English unless `locale` says otherwise. */
export declare function rules(options?: CatalogueOptions): readonly RuleInfo[];

/** What the catalogue says of a rule, in English unless `locale` says otherwise. */
export declare function explain(rule: RuleId, options?: CatalogueOptions): RuleInfo;

/** In which language the catalogue is. */
export interface CatalogueOptions {
  /** English, unless it is given. Another language is a `TypeError`. */
  locale?: Locale | undefined;
}

/**
 * The JSON Schema of a request: of version 2 in draft 2020-12, unless another is asked for. It refuses what breaks one of
 * the rules that its `$comment` names; the others stand in its descriptions. The object is the caller's own.
 */
export declare function jsonSchema(version?: Version, options?: JsonSchemaOptions): Record<string, unknown>;

/** The dialect of a JSON Schema. */
export interface JsonSchemaOptions {
  /** Draft 2020-12, unless it is given. Another is a `TypeError`. */
  target?: JsonSchemaTarget | undefined;
}

/** A dialect of JSON Schema that is known. */
export type JsonSchemaTarget = "draft-2020-12" | "draft-07" | "openapi-3.0";

/** The first error of a report as Fintoc's API would answer it; `undefined` when there is none. */
export declare function toFintocError(report: Report): FintocError | undefined;

/** Thrown by `parse`. */
export declare class PreflightError extends Error {
  constructor(report: Report);
  /** The name of the class. */
  readonly name: "PreflightError";
  /** The report, which has errors. */
  readonly report: Report;
}

/** The request of version 2 as a Standard Schema, for form libraries and routers. */
export declare const checkoutSession: RequestSchema<Draft.CheckoutSessionRequest, CheckoutSessionRequest>;

/** The request of version 1 as a Standard Schema. */
export declare const checkoutSessionV1: RequestSchema<Draft.CheckoutSessionRequestV1, CheckoutSessionRequestV1>;

/** A Standard Schema 1.1, https://standardschema.dev. */
export interface RequestSchema<Input, Output> {
  /** What the libraries that take such schemas look for. */
  readonly "~standard": {
    /** The version of the specification. */
    readonly version: 1;
    /** The name of this package. */
    readonly vendor: "fintoc-preflight";
    /** For the compiler only. */
    readonly types?:
      | {
          /** What is taken. */
          readonly input: Input;
          /** What is given. */
          readonly output: Output;
        }
      | undefined;
    /** Judges a value. It never throws, and never makes one wait. */
    readonly validate: (value: unknown, options?: SchemaOptions) => SchemaResult<Output>;
    /** The JSON Schema, for those who describe what is taken and given. */
    readonly jsonSchema: JsonSchemas;
  };
}

/** The JSON Schemas of a Standard Schema, which here are one: what comes out is what went in. */
export interface JsonSchemas {
  /** The JSON Schema of what is taken, in a dialect; it throws when it does not know that. */
  readonly input: (options: StandardJsonSchemaOptions) => Record<string, unknown>;
  /** The JSON Schema of what is given. */
  readonly output: (options: StandardJsonSchemaOptions) => Record<string, unknown>;
}

/** What the JSON Schemas of a Standard Schema are asked for with. */
export interface StandardJsonSchemaOptions {
  /** The dialect: one of `JsonSchemaTarget`. */
  readonly target: JsonSchemaTarget | (string & {});
  /** There are none. */
  readonly libraryOptions?: Record<string, unknown> | undefined;
}

/** What a Standard Schema is called with. */
export interface SchemaOptions {
  /** The options of this package, but for the version. */
  readonly libraryOptions?: Record<string, unknown> | undefined;
}

/** The request as it would be sent, or what is wrong with it. */
export type SchemaResult<Output> = SchemaSuccess<Output> | SchemaFailure;

/** What comes of a request without errors. */
export interface SchemaSuccess<Output> {
  /** The request as it would be sent. */
  readonly value: Output;
  /** There are none. */
  readonly issues?: undefined;
  /** What a person should look at. */
  readonly warnings: readonly Violation[];
  /** How many warnings are not listed; absent when all are. */
  readonly omitted?: Omitted | undefined;
}

/** What comes of a request with errors, or of a wrong option. */
export interface SchemaFailure {
  /** The errors. */
  readonly issues: readonly SchemaIssue[];
  /** What a person should look at, when the request was judged. */
  readonly warnings?: readonly Violation[];
  /** How many errors and warnings are not listed; absent when all are. */
  readonly omitted?: Omitted | undefined;
}

/** A violation; or what kept the request from being judged, such as a wrong option, which has a message alone. */
export interface SchemaIssue extends Partial<Omit<Violation, "message" | "path">> {
  /** One sentence. */
  readonly message: string;
  /** Where it is: names and indexes; empty for the body itself. */
  readonly path: readonly (string | number)[];
}
