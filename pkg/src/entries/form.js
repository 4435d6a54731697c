/** The entry for forms. It judges by the default entry, which stays a file of its own. */

import { bind } from "../form/bind.js";
import { validate } from "./index.js";

/**
 * @param {HTMLFormElement} form
 * @param {import("../types.js").FormOptions} [options]
 */
export const bindForm = (form, options = {}) => bind(form, options, validate);

export { formatAmount, parseAmount } from "../form/money.js";
export { readForm } from "../form/read.js";
export { personMessage } from "../form/words.js";
