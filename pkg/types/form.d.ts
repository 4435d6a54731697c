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

/** A type of the browser's, in programs that have its library; any object in others, such as those of a server. */
type Browser<Name extends string> = typeof globalThis extends { [name in Name]: { prototype: infer T } } ? T : object;

type AnyDraft = Draft.CheckoutSessionRequest | Draft.CheckoutSessionRequestV1;

type AnyRequest = CheckoutSessionRequest | CheckoutSessionRequestV1;

/**
 * Binds a form: judges it while it is filled, shows what is wrong at its controls, and says at the end what is left.
 *
 * The names of the controls are those of the request: `amount`, `line_items[0][quantity]`, `payment_method_types[]`.
 *
 * @throws {TypeError} An option is wrong.
 */
export declare function bindForm(form: Browser<"HTMLFormElement">, options?: FormOptions): BoundForm;

/** How a form is read. */
export interface ReadOptions {
  /** The version of the API that the request is for; `"v2"` unless it is given. */
  version?: Options["version"];
  /**
   * How numbers are written, and the language of the messages. Spanish of no region takes that of the currency.
   * Unless it is given, `bindForm` takes the `lang` of the page; `readForm` reads English.
   */
  locale?: Locale | undefined;
  /** Fields of the request that the form does not ask for, such as `success_url`. What the form has goes before. */
  defaults?: AnyDraft | undefined;
}

/** How a form is bound: how it is read, and how `validate` judges it. */
export interface FormOptions extends ReadOptions, Omit<Options, "locale" | "version"> {
  /**
   * What judges the request: that of the default entry, unless it is given. Pages that may not run WebAssembly give that
   * of `fintoc-preflight/js`.
   */
  validate?: ((request: unknown, options?: Options) => Report) | undefined;
  /**
   * When a mistake is shown: `"late"`, once the person leaves the control, unless `"submit"` is given. One that is
   * shown disappears as soon as it is mended in either case.
   */
  timing?: Timing | undefined;
  /** Other words for people, by what they are about. */
  words?: Words | undefined;
  /** Where the summary is written; the element of the form with `data-preflight-summary`, or a new one at its beginning. */
  summary?: Browser<"HTMLElement"> | undefined;
  /**
   * Takes the request when a form without errors is submitted, which then goes nowhere by itself. Without this the
   * browser submits the form, and the server reads it with `readForm`.
   */
  onSubmit?: ((request: AnyRequest, event: Browser<"SubmitEvent">) => unknown) | undefined;
  /** Told whenever the form was judged. */
  onJudged?: ((judgement: Judgement) => unknown) | undefined;
  /** Told of names of controls that no field has; they are written to the console unless this is given. */
  onUnknown?: ((names: readonly string[]) => unknown) | undefined;
  /** Ends what `destroy` ends. */
  signal?: Browser<"AbortSignal"> | undefined;
}

/** When a mistake is shown. */
export type Timing = "late" | "submit";

/** A form that is bound. */
export interface BoundForm {
  /** What was found last. */
  readonly judgement: Judgement;
  /** Judges the form now, as after a program has changed its values. */
  judge(): Judgement;
  /** Changes options, and judges the form again. */
  update(options: Omit<FormOptions, "signal" | "summary">): Judgement;
  /** Shows every mistake and moves the focus to the summary, as when the form is submitted; whether there is no error. */
  submit(): boolean;
  /** Shows what a server answers, `{ error: { param, code, message } }`, until the control is edited. */
  showServerError(answer: unknown): void;
  /** Takes away every listener, message and attribute that `bindForm` has put. */
  destroy(): void;
}

/** What is found in a form: a report, whose violations know their control. */
export interface Judgement {
  /** Whether there are no errors. */
  valid: boolean;
  /** What the form would send. An amount that cannot be read stands there as it was typed, and is an error. */
  request: AnyDraft;
  /** What makes the request invalid, in the order of its fields. */
  errors: FormViolation[];
  /** What the API may accept, but a person should look at. */
  warnings: FormViolation[];
  /** How many errors and warnings are not listed; absent when all are. */
  omitted?: Omitted;
  /** The names of controls that no field has. They are not in the request. */
  unknown: readonly string[];
}

/** One mistake in a form. */
export interface FormViolation extends Omit<Violation, "rule" | "code"> {
  /** The rule that is broken, of the request or of a form. */
  rule: Violation["rule"] | FormRule;
  /** The error code, in Fintoc's own vocabulary; that of the server for its errors. */
  code: Violation["code"] | (string & {});
  /** One sentence for whoever fills the form. */
  words: string;
  /** Where it is shown: a control that the person can change. */
  control?: Browser<"HTMLElement"> | undefined;
  /** Why an amount was refused. */
  refusal?: AmountRefusal | undefined;
}

/**
 * What only a form can break: an amount that cannot be read as it was typed; what the browser finds, such as a control
 * with `required` that is empty; what a server has answered.
 */
export type FormRule = "amount-text" | "browser" | "server";

/** The request of a form, or of what was posted from one, such as a `FormData`. It needs no browser. */
export declare function readForm(
  source: Browser<"HTMLFormElement"> | Iterable<readonly [string, unknown]>,
  options?: ReadOptions,
): Reading;

/** What was read of a form. */
export interface Reading {
  /** What the form would send. An amount that cannot be read stands there as it was typed. */
  request: AnyDraft;
  /** The controls, each with its place in the request. Rows of which nothing is filled come after the others. */
  fields: readonly FormField[];
  /** The amounts that cannot be read. A request with one must not be sent. */
  refusals: readonly Refusal[];
  /** The names that no field has. */
  unknown: readonly string[];
}

/** An amount that cannot be read as it was typed. `personMessage` says so. */
export interface Refusal {
  /** What is broken. */
  rule: "amount-text";
  /** Where it is. */
  path: (string | number)[];
  /** The path as Fintoc writes it. */
  param: string;
  /** Why it cannot be read. */
  refusal: AmountRefusal;
}

/** A control, or a name that was posted. */
export interface FormField {
  /** Its name. */
  readonly name: string;
  /** Its place in the request: `["line_items", 0, "quantity"]`. */
  readonly path: readonly (string | number)[];
  /** The control, when a form was read. */
  readonly control?: Browser<"HTMLElement"> | undefined;
}

/** What an amount is of, and how it is written. */
export interface AmountOptions {
  /** The currency. */
  currency: Currency;
  /** How numbers are written. Spanish of no region takes that of the currency; English unless it is given. */
  locale?: Locale | undefined;
}

/** An amount, or why a text is none. */
export type ParsedAmount = AmountRead | AmountRefused;

/** A text that is an amount. */
export interface AmountRead {
  /** It is one. */
  ok: true;
  /** The amount in the smallest unit: whole pesos for CLP, centavos for MXN. */
  amount: number;
}

/** A text that is refused as an amount. */
export interface AmountRefused {
  /** It is refused. */
  ok: false;
  /** Why. */
  reason: AmountRefusal;
}

/**
 * Why a text is refused as an amount: it is `empty` or `not-a-number`; it names another `currency`, or none is chosen;
 * it has more `decimals` than the currency; it is `ambiguous`, as `350,000` where the comma is for decimals; or it is
 * `too-large` to be exact.
 */
export type AmountRefusal = "empty" | "not-a-number" | "currency" | "decimals" | "ambiguous" | "too-large";

/**
 * The amount that a person has typed, in the smallest unit: `$350.000` is 350000 in es-CL, and `3,500.50` of MXN is
 * 350050 in es-MX. What can be read in two ways is refused.
 *
 * @throws {TypeError} An option is wrong.
 */
export declare function parseAmount(text: string, options: AmountOptions): ParsedAmount;

/**
 * An amount in the smallest unit as people write it, which `parseAmount` reads.
 *
 * @throws {TypeError} The amount is no integer within ±(2^53 - 1), or an option is wrong.
 */
export declare function formatAmount(amount: number, options: AmountOptions): string;

/** The sentence on a violation for whoever fills a form. */
export declare function personMessage(
  violation: Pick<FormViolation, "rule" | "path" | "param"> & Partial<FormViolation>,
  options?: PersonOptions,
): string;

/** In which words. */
export interface PersonOptions {
  /** The language. */
  locale?: Locale | undefined;
  /** What the field is called in the form; its name in the request unless it is given. */
  label?: string | undefined;
  /** The request, from which a sentence knows the currency and the kind of a tax identifier. */
  request?: unknown;
  /** Other words. */
  words?: Words | undefined;
}

/** Other words for people, by what they are about: a sentence, or what makes it. */
export type Words = { [subject in Subject]?: string | ((facts: Facts) => string) | undefined };

/**
 * What the words for people are about: the rules; why an amount is refused; what is wrong at a control without a label, or at
 * no control of the form; the heading of a summary, and its rows.
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

/** What a sentence is made from. Nothing that the person has typed is among it. */
export interface Facts {
  /** What the field is called in the form. */
  label: string;
  /** The language, with a region. */
  locale: string;
  /** The code of the violation. */
  code?: ErrorCode | (string & {}) | undefined;
  /** How serious it is. */
  level?: Level | undefined;
  /** The currency of the request. */
  currency?: Currency | undefined;
  /** What kind of tax identifier is asked for. */
  taxId?: "RUT" | "RFC" | undefined;
  /** The amount that is right, as people write it. */
  total?: string | undefined;
  /** An amount as people write it. */
  example?: string | undefined;
  /** What a server has said. */
  message?: string | undefined;
  /** In the heading of a summary: how many mistakes there are. */
  count?: number | undefined;
  /** In a summary: the number of the item, from 1. */
  row?: number | undefined;
}

export {};
