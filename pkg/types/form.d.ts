import type {
  CheckoutSessionRequest,
  CheckoutSessionRequestV1,
  ErrorCode,
  Currency,
  Draft,
  Level,
  Locale,
  Omitted,
  Options,
  Report,
  RuleId,
  Violation,
} from "./index.js";

/** A DOM type if the program has the `dom` library; otherwise, such as on a server, `object`. */
type Browser<Name extends string> = typeof globalThis extends { [name in Name]: { prototype: infer T } } ? T : object;

type AnyDraft = Draft.CheckoutSessionRequest | Draft.CheckoutSessionRequestV1;

type AnyRequest = CheckoutSessionRequest | CheckoutSessionRequestV1;

/**
 * Binds a form: validates it while it is filled, shows problems at its controls, and lists them when it is submitted.
 *
 * The names of the controls are paths in the request: `amount`, `line_items[0][quantity]`, `payment_method_types[]`.
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
export declare function bindForm(form: Browser<"HTMLFormElement">, options?: FormOptions): BoundForm;

/** Options of `readForm`. */
export interface ReadOptions {
  /** The version of the API that the request is for. Default: `"v2"`. */
  version?: Options["version"];
  /**
   * The format of numbers, and the language of the messages. `es` without a region uses that of the currency. Default:
   * the `lang` around the form, if it is Spanish or English; without a form, English.
   */
  locale?: Locale | undefined;
  /** Fields of the request that are not in the form, such as `success_url`. A field of the form overrides them. */
  defaults?: AnyDraft | undefined;
}

/** Options of `bindForm`: those of `readForm` and of `validate`, and its own. */
export interface FormOptions extends ReadOptions, Omit<Options, "locale" | "version"> {
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
   */
  onSubmit?: ((request: AnyRequest, event: Browser<"SubmitEvent">) => unknown) | undefined;
  /** Called after each validation. */
  onJudged?: ((judgement: Judgement) => unknown) | undefined;
  /**
   * Called with names of controls that are not fields of the request, once for each. Default: a warning on the console.
   */
  onUnknown?: ((names: readonly string[]) => unknown) | undefined;
  /** Calls `destroy` when it is aborted. */
  signal?: Browser<"AbortSignal"> | undefined;
}

/** The time at which problems appear; see `FormOptions`. */
export type Timing = "late" | "submit";

/** A bound form, the result of `bindForm`. */
export interface BoundForm {
  /** The result of the last validation. */
  readonly judgement: Judgement;
  /** Validates the form now. Call this after a program has changed its values. */
  judge(): Judgement;
  /** Changes options, and validates the form again. Options that are not passed stay as they are. */
  update(options: Omit<FormOptions, "signal" | "summary">): Judgement;
  /** Shows every problem, and moves the focus to the summary if there are errors. Returns true if there are none. */
  submit(): boolean;
  /** Shows a server's error, `{ error: { param, code, message } }`, until its control is edited. */
  showServerError(answer: unknown): void;
  /** Removes every listener, message and attribute that `bindForm` has added. */
  destroy(): void;
}

/** The result of validating a form: a report whose violations have a control. */
export interface Judgement {
  /** True if there are no errors. */
  valid: boolean;
  /** The request of the form. An amount that cannot be read is in it as it was typed, and is an error. */
  request: AnyDraft;
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
  /** The reason why an amount was refused; only for the rule `amount-text`. */
  refusal?: AmountRefusal | undefined;
}

/**
 * Rules of forms only: `amount-text`, an amount that cannot be read; `browser`, a native error, such as an empty
 * control with `required`; `server`, an error that the server answered.
 */
export type FormRule = "amount-text" | "browser" | "server";

/**
 * Reads a form, or the entries that were posted from one, into a request. Works without a browser.
 *
 * @param source a form, or pairs of a name and a value, such as a `FormData` or `URLSearchParams`
 * @throws {TypeError} An option is wrong.
 *
 * @example
 * import { readForm } from "fintoc-preflight/form";
 *
 * const posted = new URLSearchParams({ amount: "$350.000", currency: "CLP" });
 * const { request, refusals } = readForm(posted, { locale: "es-CL" });
 * console.log(request.amount, refusals.length); // 350000 0
 */
export declare function readForm(
  source: Browser<"HTMLFormElement"> | Iterable<readonly [string, unknown]>,
  options?: ReadOptions,
): Reading;

/** The result of `readForm`. */
export interface Reading {
  /** The request of the form. An amount that cannot be read is in it as it was typed. */
  request: AnyDraft;
  /** The controls, each with its path in the request. Blank rows come after the others. */
  fields: readonly FormField[];
  /** The amounts that cannot be read. A request with one must not be sent. */
  refusals: readonly Refusal[];
  /** Names that are not fields of the request. */
  unknown: readonly string[];
}

/** An amount that cannot be read as it was typed. `personMessage` takes it too. */
export interface Refusal {
  /** The violated rule. */
  rule: "amount-text";
  /** The path: names and indexes. */
  path: (string | number)[];
  /** The path in Fintoc's form. */
  param: string;
  /** The reason. */
  refusal: AmountRefusal;
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
 * Returns the sentence on a violation for the person who fills a form.
 *
 * @example
 * import { validate } from "fintoc-preflight";
 * import { personMessage } from "fintoc-preflight/form";
 *
 * const request = { amount: 0, currency: "CLP" };
 * const [violation] = validate(request).errors;
 * if (violation) console.log(personMessage(violation, { label: "Amount", request }));
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
 * The subject of a sentence: a rule; a reason why an amount is refused; `unlabelled`, a violation at a control without
 * a label; `unseen`, one without a control; `summary`, the heading of the summary; `row`, its name for an item.
 */
export type Subject =
  | RuleId
  | "internal-error"
  | "unlabelled"
  | "unseen"
  | Exclude<FormRule, "amount-text">
  | `amount-${Exclude<AmountRefusal, "empty">}`
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
