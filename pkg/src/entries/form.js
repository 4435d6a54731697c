/**
 * The entry for forms: that of `form-core.js`, with `validate` of the default entry. The build makes one for each core:
 * they import a file of the package as `./index.js`.
 */

import { bindForm as bind, formSchema as createSchema } from "./form-core.js";
import { validate } from "./index.js";

/**
 * Validates a form while it is filled, and shows the violations at its controls.
 *
 * @param {HTMLFormElement} form
 * @param {import("fintoc-preflight/form").FormOptions} [options]
 * @returns {import("fintoc-preflight/form").BoundForm}
 * @example
 * import { bindForm } from "fintoc-preflight/form";
 *
 * bindForm(document.forms[0], { onSubmit: (request) => console.log(request) });
 */
export const bindForm = (form, options = {}) => bind(form, { ...options, validate: options.validate ?? validate });

/**
 * Returns the request as a Standard Schema for forms: of texts as people type them.
 *
 * @param {import("fintoc-preflight/form").FormSchemaOptions} [options]
 * @example
 * import { formSchema } from "fintoc-preflight/form";
 *
 * const schema = formSchema({ locale: "es-CL", defaults: { ui_mode: "embedded" } });
 * console.log(schema["~standard"].validate({ amount: "350.000", currency: "CLP", customer_email: "" }).value.amount); // 350000
 */
export const formSchema = (options = {}) => createSchema({ ...options, validate: options.validate ?? validate });

export { personMessage, readForm } from "./form-core.js";
export { amountReadings, formatAmount, fromMinorUnits, parseAmount, toMinorUnits } from "../form/money.js";
export { formatRut, isClabe, isCurp, isRfc, isRut, parseRut } from "../form/tax-id.js";
