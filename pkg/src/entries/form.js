/**
 * The exports of the entries for forms. The build makes one for each core that pages use: they import a file of the
 * package as `./index.js`, for its `validate`.
 */

import { bind } from "./form-core.js";
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

export { formatAmount, parseAmount, personMessage, readForm } from "./form-core.js";
