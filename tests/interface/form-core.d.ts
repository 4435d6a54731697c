import type { BoundForm, FormOptions, FormSchemaOptions, FormValues, FormSchema } from "./form.js";
import type { Draft, Options, Report, RequestOf, Version } from "./index.js";

export * from "./form.js";

type Form = Parameters<typeof import("./form.js").bindForm>[0];

type DraftOf<V extends Version> = V extends "v1" ? Draft.CheckoutSessionRequestV1 : Draft.CheckoutSessionRequest;

/** The option that this entry requires. */
export interface WithValidate {
  /** The function that validates the request: that of `fintoc-preflight/js`, of `slim`, or of the default entry. */
  validate: (request: unknown, options?: Options) => Report;
}

/**
 * Binds a form as `bindForm` of `fintoc-preflight/form` does, with the `validate` that is passed, so that a page loads
 * no other core.
 *
 * @throws {TypeError} An option is wrong, or `validate` is missing.
 *
 * @example
 * import { bindForm } from "fintoc-preflight/form/core";
 * import { validate } from "fintoc-preflight/js";
 *
 * bindForm(document.forms[0], { validate });
 */
export declare function bindForm<V extends Version = "v2">(
  form: Form,
  options: FormOptions<V> & WithValidate,
): BoundForm<V>;

/**
 * Returns a schema as `formSchema` of `fintoc-preflight/form` does, with the `validate` that is passed.
 *
 * @throws {TypeError} An option is wrong, or `validate` is missing.
 *
 * @example
 * import { formSchema } from "fintoc-preflight/form/core";
 * import { validate } from "fintoc-preflight/js";
 *
 * const schema = formSchema({ validate, locale: "es-CL" });
 */
export declare function formSchema<V extends Version = "v2">(
  options: FormSchemaOptions<V> & WithValidate,
): FormSchema<FormValues<DraftOf<V>>, RequestOf<V>>;
