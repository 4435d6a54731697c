/** The functions for forms, which all entries for forms share. They import no core. */

export { bind } from "../form/bind.js";
export { formatAmount, parseAmount } from "../form/money.js";
export { readForm } from "../form/read.js";
export { personMessage } from "../form/words.js";
