/**
 * The entry for forms without a core: `validate` is passed as an option. For pages that run another core than that of
 * the default entry, such as one compiled to JavaScript, so that they load only that one.
 */

import { bind } from "../form/bind.js";
import { createFormSchema } from "../form/form-schema.js";

/**
 * Binds a form; see `bindForm` in `types/form.d.ts`.
 *
 * @param {HTMLFormElement} form
 * @param {import("fintoc-preflight/form").FormOptions} options with `validate`
 * @returns {import("fintoc-preflight/form").BoundForm}
 * @example
 * import { bindForm } from "fintoc-preflight/form/core";
 * import { validate } from "fintoc-preflight/js";
 *
 * bindForm(document.forms[0], { validate, onSubmit: (request) => console.log(request) });
 */
export const bindForm = (form, options = {}) => bind(form, options);

/** Returns the request as a Standard Schema for forms; see `formSchema` in `types/form.d.ts`. */
export const formSchema = (options = {}) => createFormSchema(options);

export { amountReadings, formatAmount, fromMinorUnits, parseAmount, toMinorUnits } from "../form/money.js";
export { readForm } from "../form/read.js";
export { formatRut, isClabe, isCurp, isRfc, isRut, parseRut } from "../form/tax-id.js";
export { personMessage } from "../form/words.js";
