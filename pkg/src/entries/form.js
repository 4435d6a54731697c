/** The entry for forms. It imports the default entry, a separate file, for `validate`. */

import { bind } from "../form/bind.js";
import { validate } from "./index.js";

/**
 * Validates a form while it is filled, and shows the violations at its controls.
 *
 * @param {HTMLFormElement} form
 * @param {import("../types.js").FormOptions} [options]
 * @returns {import("../types.js").BoundForm}
 * @example
 * import { bindForm } from "fintoc-preflight/form";
 *
 * bindForm(document.forms[0], { onSubmit: (request) => console.log(request) });
 */
export const bindForm = (form, options = {}) => bind(form, options, validate);

export { formatAmount, parseAmount } from "../form/money.js";
export { readForm } from "../form/read.js";
export { personMessage } from "../form/words.js";
