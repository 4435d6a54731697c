import type {
  Currency,
  Draft,
  ErrorCode,
  Level,
  Locale,
  Omitted,
  Options,
  Report,
  RequestOf,
  RuleId,
  Version,
  Violation,
} from "./index.js";

/** A DOM type if the program has the `dom` library; otherwise, such as on a server, `object`. */
type Browser<Name extends string> = typeof globalThis extends { [name in Name]: { prototype: infer T } } ? T : object;

type DraftOf<V extends Version> = V extends "v1" ? Draft.CheckoutSessionRequestV1 : Draft.CheckoutSessionRequest;

/**
 * Binds a form: validates it while it is filled, shows problems at its controls, and lists them when it is submitted.
 *
 * The names of the controls are paths in the request: `amount`, `line_items[0][quantity]`, `payment_method_types[]`.
 * A wrong check digit of a RUT is an error here, unless the option `levels` says otherwise.
 *
 * @throws {TypeError} An option is wrong.
 *
 * @example
 * import { bindForm } from "fintoc-preflight/form";
 *
 * const bound = bindForm(document.forms[0], {
 *   onSubmit: (request) => fetch("/checkout", { method: "POST", body: JSON.stringify(request) }),
 * });
 */
export declare function bindForm<V extends Version = "v2">(
  form: Browser<"HTMLFormElement">,
  options?: FormOptions<V>,
): BoundForm<V>;

/** Options of `readForm`. */
export interface ReadOptions<V extends Version = "v2"> {
  /** The version of the API that the request is for. Default: `"v2"`. */
  version?: V | undefined;
  /**
   * The format of numbers, and the language of the messages. `es` without a region uses that of the currency. Default:
   * the `lang` around the form, if it is Spanish or English; without a form, English.
   */
  locale?: Locale | undefined;
  /**
   * Fields of the request that are not in the form, such as `success_url`. Objects are merged with those of the form,
   * and items by their index; a field that is filled in the form overrides its default. A default alone does not fill a
   * group that the person has left blank: with `{ customer_data: { tax_id: { type: "cl_rut" } } }` a form may ask for a
   * RUT that is optional.
   */
  defaults?: DraftOf<V> | undefined;
  /**
   * The zone of local times, an IANA name such as `"America/Santiago"`. What was posted from a `datetime-local` control
   * cannot be read without it. Default in a browser: the zone of the browser.
   */
  timeZone?: string | undefined;
}

/** Options of `bindForm`: those of `readForm` and of `validate`, and its own. */
export interface FormOptions<V extends Version = "v2"> extends ReadOptions<V>, Omit<Options, "locale" | "version"> {
  /**
   * The function that validates the request. Default: `validate` of the default entry. Pages that may not run
   * WebAssembly pass that of `fintoc-preflight/js`.
   */
  validate?: ((request: unknown, options?: Options) => Report) | undefined;
  /**
   * The time at which problems appear: `"late"`, when the person leaves a control that they have edited; or `"submit"`.
   * In both cases a problem disappears as soon as it is fixed. Default: `"late"`.
   */
  timing?: Timing | undefined;
  /**
   * The time at which amounts and identifiers are written as people write them, `$350.000` and `11.111.111-1`:
   * `"blur"`, when the person leaves the control; or `"typed"`, never. Default: `"typed"`.
   */
  format?: Format | undefined;
  /**
   * False if the page writes the messages and the summary itself, from what `onUpdate` gets. Elements with
   * `data-preflight-for` and `data-preflight-summary` still describe the controls and get the focus. Default: true.
   */
  render?: boolean | undefined;
  /** Sentences that replace the library's, by subject. */
  words?: Words | undefined;
  /**
   * The element for the summary. Default: that of the form with `data-preflight-summary`, or a new one at its
   * beginning.
   */
  summary?: Browser<"HTMLElement"> | undefined;
  /**
   * Called with the request when a form without errors is submitted; the browser then does not submit it. Without this
   * option the browser submits the form, and the server reads it with `readForm`.
   *
   * While a promise that it returns is pending, the form is `aria-busy`, has the attribute `data-preflight-pending`, and
   * ignores further submits. If the promise rejects, or resolves to a `Response` that is not ok, the failure is shown,
   * at the field that the answer names, and the form can be submitted again.
   */
  onSubmit?: ((request: RequestOf<V>, event: Browser<"SubmitEvent">) => unknown) | undefined;
  /**
   * Called with what `onSubmit` has thrown, or with the JSON body of its failed response. Return false if the failure
   * is shown by the page. Default: the error is written to the console.
   */
  onError?: ((error: unknown) => unknown) | undefined;
  /** Called after each validation. */
  onJudged?: ((judgement: Judgement<V>) => unknown) | undefined;
  /** Called when what the form shows may have changed: after each validation, and when a submit begins and ends. */
  onUpdate?: ((state: FormState<V>) => unknown) | undefined;
  /**
   * Called with names of controls that are not fields of the request, once for each. Default: a warning on the console.
   */
  onUnknown?: ((names: readonly string[]) => unknown) | undefined;
  /**
   * Called when a form is submitted with errors that the person cannot fix, such as a wrong `success_url` in
   * `defaults`, once for each. The person reads that the payment could not be prepared. Default: an error on the
   * console.
   */
  onUnfixable?: ((violations: readonly FormViolation[]) => unknown) | undefined;
  /** Calls `destroy` when it is aborted. */
  signal?: Browser<"AbortSignal"> | undefined;
}

/** The time at which problems appear; see `FormOptions`. */
export type Timing = "late" | "submit";

/** The time at which the text of a control is written as people write it; see `FormOptions`. */
export type Format = "typed" | "blur";

/** A bound form, the result of `bindForm`. */
export interface BoundForm<V extends Version = "v2"> {
  /** The result of the last validation. */
  readonly judgement: Judgement<V>;
  /** True while a promise of `onSubmit` is pending. */
  readonly isPending: boolean;
  /** Validates the form now. Call this after a program has changed its values. */
  judge(): Judgement<V>;
  /** Changes options, and validates the form again. Options that are not passed stay as they are. */
  update(options: Omit<FormOptions<V>, "signal" | "summary" | "render">): Judgement<V>;
  /** Shows every problem, and moves the focus to the summary if there are errors. Returns true if there are none. */
  submit(): boolean;
  /**
   * Shows a server's error, `{ error: { param, code, message } }`, until its control is edited. Errors of Fintoc's get
   * a sentence for people; a message that the merchant has written is shown as it is. An `Error` that has an answer in
   * it, as those of clients have, is taken too.
   */
  showServerError(answer: unknown): void;
  /** Removes every listener, message and attribute that `bindForm` has added. */
  destroy(): void;
}

/** What a form shows. */
export interface FormState<V extends Version = "v2"> {
  /** The result of the last validation. */
  readonly judgement: Judgement<V>;
  /** The sentences of the errors that are shown, by the name of their control. */
  readonly errors: Messages;
  /** The sentences of the warnings that are shown, by the name of their control. */
  readonly warnings: Messages;
  /** The problems to fix, after a submit. */
  readonly summary: readonly SummaryItem[];
  /** True while a promise of `onSubmit` is pending. */
  readonly isPending: boolean;
}

/** Sentences by the name of a control, such as `amount` and `line_items[0][quantity]`. */
export type Messages = { readonly [name: string]: string | undefined };

/** One problem of the summary. */
export interface SummaryItem {
  /** One sentence. */
  readonly text: string;
  /** The name of the control where the problem can be fixed; absent if there is none. */
  readonly name?: string;
  /** The control where the problem can be fixed; absent if there is none. */
  readonly control?: Browser<"HTMLElement">;
}

/** The result of validating a form: a report whose violations have a control. */
export interface Judgement<V extends Version = "v2"> {
  /** True if there are no errors. */
  valid: boolean;
  /** The request of the form. A text that cannot be read is in it as it was typed, and is an error. */
  request: DraftOf<V>;
  /** The violations that make the request invalid, in the order of the controls. */
  errors: FormViolation[];
  /** Doubts: the API may accept these, but a person should look at them. */
  warnings: FormViolation[];
  /** The counts of errors and warnings that are not listed; absent if all are listed. */
  omitted?: Omitted;
  /** Names of controls that are not fields of the request. Their values are not in it. */
  unknown: readonly string[];
}

/** One problem in a form. */
export interface FormViolation extends Omit<Violation, "rule" | "code"> {
  /** The violated rule, of the request or of a form. */
  rule: Violation["rule"] | FormRule;
  /** An error code of Fintoc's; for the rule `server`, the server's. */
  code: Violation["code"] | (string & {});
  /** One sentence for the person who fills the form. */
  words: string;
  /** The control at which it is shown, one that the person can change; absent if there is none. */
  control?: Browser<"HTMLElement"> | undefined;
  /** The reason why a text was refused; only for the rules `amount-text`, `tax-id-text` and `time-text`. */
  refusal?: TextRefusal | undefined;
  /** The amounts that a refused text may mean, formatted; absent if there are none. */
  readings?: string[] | undefined;
  /** True if the person cannot fix it: a mistake of the page's. */
  isUnfixable?: true | undefined;
}

/**
 * Rules of forms only: `amount-text`, an amount that cannot be read; `tax-id-text`, a RUT without its check digit;
 * `time-text`, a local time without a zone; `browser`, a native error, such as an empty control with `required`;
 * `server`, an error that the server answered.
 */
export type FormRule = "amount-text" | "tax-id-text" | "time-text" | "browser" | "server";

/**
 * The reason why a text is refused: one of an amount; `repeated`, two different amounts under one name;
 * `no-check-digit`, a RUT such as `76.543.216`; `no-zone`, a local time that was posted, without the option `timeZone`.
 */
export type TextRefusal = AmountRefusal | "repeated" | "no-check-digit" | "no-zone";

/**
 * Reads a form, or what was posted from one, into a request. Works without a browser.
 *
 * Rows may be named as in Rails, `line_items[][quantity]`. Names that frameworks add to every form, such as `_token`
 * and `$ACTION_1:0`, are passed over.
 *
 * @param source a form, a `FormData` or `URLSearchParams` or other pairs of a name and a value, or a plain object, such
 *   as `req.body`
 * @throws {TypeError} The source is none of these, or an option is wrong.
 *
 * @example
 * import { readForm } from "fintoc-preflight/form";
 *
 * const posted = new URLSearchParams({ amount: "$350.000", currency: "CLP", expires_at: "2027-01-13T10:00" });
 * const { request, refusals } = readForm(posted, { locale: "es-CL", timeZone: "America/Santiago" });
 * console.log(request.amount, request.expires_at, refusals.length); // 350000 2027-01-13T13:00:00Z 0
 */
export declare function readForm<V extends Version = "v2">(
  source: Browser<"HTMLFormElement"> | Iterable<readonly [string, unknown]> | { readonly [name: string]: unknown },
  options?: ReadOptions<V>,
): Reading<V>;

/** The result of `readForm`. */
export interface Reading<V extends Version = "v2"> {
  /** The request of the form. A text that cannot be read is in it as it was typed. */
  request: DraftOf<V>;
  /** The controls, each with its path in the request. Blank rows come after the others. */
  fields: readonly FormField[];
  /** The texts that cannot be read. A request with one must not be sent. */
  refusals: readonly Refusal[];
  /** Names that are not fields of the request. */
  unknown: readonly string[];
}

/** A text that cannot be read. `personMessage` takes it too. */
export interface Refusal {
  /** The violated rule. */
  rule: "amount-text" | "tax-id-text" | "time-text";
  /** The path: names and indexes. */
  path: (string | number)[];
  /** The path in Fintoc's form. */
  param: string;
  /** The reason. */
  refusal: TextRefusal;
}

/** A control, or a posted entry. */
export interface FormField {
  /** The name, as in the form. */
  readonly name: string;
  /** The path in the request, such as `["line_items", 0, "quantity"]`. */
  readonly path: readonly (string | number)[];
  /** The control; absent for a posted entry. */
  readonly control?: Browser<"HTMLElement"> | undefined;
}

/** Options of `parseAmount` and `formatAmount`. */
export interface AmountOptions {
  /** The currency. */
  currency: Currency;
  /** The format of numbers. `es` without a region uses that of the currency. Default: English. */
  locale?: Locale | undefined;
}

/** An amount, or the reason why a text is not one. */
export type ParsedAmount = AmountRead | AmountRefused;

/** An amount that was read. */
export interface AmountRead {
  /** True for an amount. */
  ok: true;
  /** The amount in the smallest unit: whole pesos for CLP, centavos for MXN. */
  amount: number;
}

/** A text that was refused as an amount. */
export interface AmountRefused {
  /** False for a refused text. */
  ok: false;
  /** The reason. */
  reason: AmountRefusal;
}

/**
 * The reason why a text is refused as an amount:
 *
 * - `empty`: the text is blank.
 * - `not-a-number`: `abc`, or more than 64 characters.
 * - `currency`: `US$ 10`, another currency; or no currency is chosen.
 * - `decimals`: `10.50` of CLP, more decimals than the currency has.
 * - `ambiguous`: `350,000` where the comma is for decimals: 350 or 350000.
 * - `too-large`: not exact as a number, beyond 2^53 - 1.
 */
export type AmountRefusal = "empty" | "not-a-number" | "currency" | "decimals" | "ambiguous" | "too-large";

/**
 * Parses an amount that a person has typed. An ambiguous text is refused, never guessed.
 *
 * @throws {TypeError} An option is wrong.
 *
 * @example
 * import { parseAmount } from "fintoc-preflight/form";
 *
 * console.log(parseAmount("$350.000", { currency: "CLP", locale: "es-CL" })); // { ok: true, amount: 350000 }
 * console.log(parseAmount("3,500.50", { currency: "MXN", locale: "es-MX" })); // { ok: true, amount: 350050 }
 */
export declare function parseAmount(text: string, options: AmountOptions): ParsedAmount;

/**
 * Formats an amount as people write it. `parseAmount` with the same options reads it back.
 *
 * @param amount in the smallest unit: whole pesos for CLP, centavos for MXN
 * @throws {TypeError} The amount is not an integer within ±(2^53 - 1), or an option is wrong.
 *
 * @example
 * import { formatAmount } from "fintoc-preflight/form";
 *
 * console.log(formatAmount(350050, { currency: "MXN", locale: "es-MX" })); // $3,500.50
 */
export declare function formatAmount(amount: number, options: AmountOptions): string;

/**
 * Returns the amounts that a text may mean, the largest first: one if it can be parsed, several if it is ambiguous,
 * none if it is not an amount. To ask the person, not to choose for them.
 *
 * @returns amounts in the smallest unit: whole pesos for CLP, centavos for MXN
 * @throws {TypeError} An option is wrong.
 *
 * @example
 * import { amountReadings } from "fintoc-preflight/form";
 *
 * console.log(amountReadings("350,000", { currency: "CLP", locale: "es-CL" })); // [ 350000, 350 ]
 */
export declare function amountReadings(text: string, options: AmountOptions): number[];

/**
 * Converts an amount in pesos, such as a price of a database, to the smallest unit. Exact: the digits are moved, not
 * multiplied.
 *
 * @param amount in pesos; a string has digits, and a dot before its decimals
 * @returns whole pesos for CLP, centavos for MXN
 * @throws {RangeError} The amount has more decimals than the currency, such as any of CLP, or is beyond 2^53 - 1.
 * @throws {TypeError} The amount is not a number: `1,000` and `NaN` are not.
 *
 * @example
 * import { toMinorUnits } from "fintoc-preflight/form";
 *
 * console.log(toMinorUnits("19.99", "MXN")); // 1999
 * console.log(toMinorUnits(350000, "CLP")); // 350000
 */
export declare function toMinorUnits(amount: number | bigint | string, currency: Currency): number;

/**
 * Returns an amount in pesos as digits, with a dot before the decimals: the inverse of `toMinorUnits`. For people, use
 * `formatAmount`.
 *
 * @param amount in the smallest unit: whole pesos for CLP, centavos for MXN
 * @throws {TypeError} The amount is not an integer within ±(2^53 - 1).
 *
 * @example
 * import { fromMinorUnits } from "fintoc-preflight/form";
 *
 * console.log(fromMinorUnits(1999, "MXN")); // 19.99
 */
export declare function fromMinorUnits(amount: number, currency: Currency): string;

/**
 * Parses a RUT that a person has typed, with or without dots and hyphen. A number whose dots show that the check digit
 * is missing, such as `76.543.216`, is refused, never read as another person's.
 *
 * @throws {TypeError} The text is not a string.
 *
 * @example
 * import { parseRut } from "fintoc-preflight/form";
 *
 * console.log(parseRut("123456785")); // { ok: true, rut: '12.345.678-5' }
 * console.log(parseRut("76.543.216")); // { ok: false, reason: 'no-check-digit' }
 */
export declare function parseRut(text: string): ParsedRut;

/** A RUT, or the reason why a text is not one. */
export type ParsedRut = RutRead | RutRefused;

/** A RUT that was read. */
export interface RutRead {
  /** True for a RUT. */
  ok: true;
  /** The RUT as the documentation writes it: `12.345.678-5`. */
  rut: string;
}

/** A text that was refused as a RUT. */
export interface RutRefused {
  /** False for a refused text. */
  ok: false;
  /** The reason. */
  reason: RutRefusal;
}

/**
 * The reason why a text is refused as a RUT:
 *
 * - `empty`: the text is blank.
 * - `format`: it has other characters, or too many digits.
 * - `no-check-digit`: `76.543.216`, or nothing after the hyphen.
 * - `check-digit`: the check digit does not fit, or the number is zero.
 */
export type RutRefusal = "empty" | "format" | "no-check-digit" | "check-digit";

/**
 * Returns a RUT as the documentation writes it, whether its check digit fits or not; any other text unchanged.
 *
 * @example
 * import { formatRut } from "fintoc-preflight/form";
 *
 * console.log(formatRut("9007920k")); // 9.007.920-K
 */
export declare function formatRut(text: string): string;

/**
 * True for a RUT whose check digit fits, with or without dots and hyphen: what `parseRut` reads.
 *
 * @example
 * import { isRut } from "fintoc-preflight/form";
 *
 * console.log(isRut("12.345.678-5"), isRut("12.345.678-9")); // true false
 */
export declare function isRut(text: unknown): boolean;

/**
 * True for a Mexican RFC of 12 or 13 characters, in either case, with or without hyphens and spaces. Its check digit is
 * not checked.
 *
 * @example
 * import { isRfc } from "fintoc-preflight/form";
 *
 * console.log(isRfc("GODE561231GR8")); // true
 */
export declare function isRfc(text: unknown): boolean;

/**
 * True for a Mexican CURP, 18 characters in either case. Its check digit is not checked.
 *
 * @example
 * import { isCurp } from "fintoc-preflight/form";
 *
 * console.log(isCurp("GODE561231HDFRRN09")); // true
 */
export declare function isCurp(text: unknown): boolean;

/**
 * True for a Mexican CLABE: 18 digits, of which the last is the check digit of the others.
 *
 * @example
 * import { isClabe } from "fintoc-preflight/form";
 *
 * console.log(isClabe("012969100000000026")); // true
 */
export declare function isClabe(text: unknown): boolean;

/**
 * Returns the request as a Standard Schema (https://standardschema.dev) for form libraries, which takes what a form
 * holds: blank texts are absent; amounts, RUTs and times are read as `readForm` does; the messages are for people. The
 * value of a success is the request as it would be sent.
 *
 * @throws {TypeError} An option is wrong.
 *
 * @example
 * import { formSchema } from "fintoc-preflight/form";
 *
 * const schema = formSchema({ locale: "es-CL", labels: { amount: "Monto" }, defaults: { ui_mode: "embedded" } });
 * const values = { amount: "350.000", currency: "CLP", customer_email: "" };
 * console.log(schema["~standard"].validate(values).value); // { ui_mode: 'embedded', amount: 350000, currency: 'CLP' }
 */
export declare function formSchema<V extends Version = "v2">(
  options?: FormSchemaOptions<V>,
): FormSchema<FormValues<DraftOf<V>>, RequestOf<V>>;

/** Options of `formSchema`: those of `readForm` and of `validate`, and its own. */
export interface FormSchemaOptions<V extends Version = "v2">
  extends ReadOptions<V>,
    Omit<Options, "locale" | "version"> {
  /** The function that validates the request. Default: `validate` of the default entry. */
  validate?: ((request: unknown, options?: Options) => Report) | undefined;
  /** Sentences that replace the library's, by subject. */
  words?: Words | undefined;
  /**
   * The labels of the fields, for the sentences: by path, such as `"line_items[].quantity"`, or a function that gets
   * this path, and the path with indexes. A field without a label is "this field".
   */
  labels?:
    | { readonly [path: string]: string | undefined }
    | ((path: string, indexed: readonly (string | number)[]) => string | undefined)
    | undefined;
}

/** What a form library holds for a request: any number or boolean may be the text that was typed. */
export type FormValues<T> = T extends readonly (infer E)[]
  ? FormValues<E>[]
  : T extends string
    ? string
    : T extends number | boolean
      ? T | string
      : T extends object
        ? { [name in keyof T]?: FormValues<T[name]> }
        : T;

/** A Standard Schema of what a form holds. */
export interface FormSchema<Input, Output> {
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
    /** Validates a value, an object or a `FormData`. Never throws, and never returns a promise. */
    readonly validate: (value: unknown) => FormResult<Output>;
  };
}

/** The result of a schema for forms: the request, or sentences for people. */
export type FormResult<Output> = FormSuccess<Output> | FormFailure;

/** The result for a form without errors. */
export interface FormSuccess<Output> {
  /** The request as it would be sent. */
  readonly value: Output;
  /** Always absent. */
  readonly issues?: undefined;
  /** The warnings. */
  readonly warnings: readonly FormIssue[];
  /** The counts of violations that are not listed; absent if all are listed. */
  readonly omitted?: Omitted | undefined;
}

/** The result for a form with errors, or for a value that is no form. */
export interface FormFailure {
  /** Always absent. */
  readonly value?: undefined;
  /** The errors. */
  readonly issues: readonly FormIssue[];
  /** The warnings; absent if the value is no form. */
  readonly warnings?: readonly FormIssue[];
  /** The counts of errors and warnings that are not listed; absent if all are listed. */
  readonly omitted?: Omitted | undefined;
}

/** A problem of a form; or the reason why it was not validated, with an empty `path`. */
export interface FormIssue extends Partial<Omit<FormViolation, "message" | "path" | "words" | "control">> {
  /** One sentence for the person who fills the form. */
  readonly message: string;
  /** One sentence for programmers. */
  readonly detail?: string;
  /** The path in the value that was validated, of the field where the problem can be fixed. */
  readonly path: readonly (string | number)[];
}

/**
 * Returns the sentence on a violation for the person who fills a form.
 *
 * @example
 * import { validate } from "fintoc-preflight";
 * import { personMessage } from "fintoc-preflight/form";
 *
 * const request = { amount: 0, currency: "CLP" };
 * const [violation] = validate(request).errors;
 * if (violation) console.log(personMessage(violation, { label: "Amount", request })); // The amount must be greater than zero.
 */
export declare function personMessage(
  violation: Pick<FormViolation, "rule" | "path" | "param"> & Partial<FormViolation>,
  options?: PersonOptions,
): string;

/** Options of `personMessage`. */
export interface PersonOptions {
  /** The language, and the format of amounts. Default: English. */
  locale?: Locale | undefined;
  /** The label of the field in the form. Default: its path in the request. */
  label?: string | undefined;
  /** The request, for the currency and the type of a tax identifier in the sentence. */
  request?: unknown;
  /** Sentences that replace the library's, by subject. */
  words?: Words | undefined;
}

/** Sentences that replace the library's, by subject: each a text, or a function that returns one. */
export type Words = { [subject in Subject]?: string | ((facts: Facts) => string) | undefined };

/**
 * The subject of a sentence: a rule; a reason why a text is refused; `unseen`, a violation that the person cannot fix;
 * `pending`, the announcement of a submit; `summary`, the heading of the summary; `row`, its name for an item.
 */
export type Subject =
  | RuleId
  | "internal-error"
  | "unseen"
  | "browser"
  | "server"
  | `amount-${Exclude<AmountRefusal, "empty"> | "repeated"}`
  | "tax-id-no-check-digit"
  | "time-no-zone"
  | "pending"
  | "summary"
  | "row";

/** The facts for a sentence. None of them is text that the person has typed. */
export interface Facts {
  /** The label of the field in the form; may be empty. */
  label: string;
  /** The locale; `es` has the region of the currency, if that is known. */
  locale: string;
  /** The error code of the violation. */
  code?: ErrorCode | (string & {}) | undefined;
  /** The level of the violation. */
  level?: Level | undefined;
  /** The currency at the field; absent if it is unknown. */
  currency?: Currency | undefined;
  /** The type of tax identifier that the field is for. */
  taxId?: "RUT" | "RFC" | undefined;
  /** The flow of the request; `payment` if it is unknown. */
  flow?: "payment" | "subscription" | "setup" | undefined;
  /** The member of a tax identifier that is missing; only for `tax-id-complete`. */
  part?: string | number | undefined;
  /** The payment method that is meant: its label in the form, or its name. */
  option?: string | undefined;
  /** The amounts that a refused text may mean, formatted. */
  readings?: readonly string[] | undefined;
  /** The fields of a customer that the form asks for; absent if that is unknown. */
  asks?:
    | {
        /** True if the form has a control for the email. */
        readonly email: boolean;
        /** True if the form has a control for the tax id. */
        readonly taxId: boolean;
      }
    | undefined;
  /** The correct total, formatted; only for `amount-equals-total`. */
  total?: string | undefined;
  /** A sample amount, formatted; absent if the currency is unknown. */
  example?: string | undefined;
  /** The server's message; only for `server`. */
  message?: string | undefined;
  /** The number of problems; only for `summary`. */
  count?: number | undefined;
  /** The position of the item, from 1; only for `row`. */
  row?: number | undefined;
}

export {};
