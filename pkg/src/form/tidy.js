/** Writes what a person has typed as people write it, when they leave the control. */

import { setValue } from "./controls.js";
import { formatAmount } from "./money.js";
import { amountFor } from "./view.js";
import { currencyAt, valueAt } from "./words.js";

/** The types of controls that hold any text. A number control would refuse `$350.000`. */
const TEXTS = ["text", "tel", "search"];

/**
 * Writes the amount or the identifier of a control into it: `$350.000`, `11.111.111-1`. Does nothing for a text that
 * cannot be read.
 *
 * @param {{ control: HTMLInputElement, kind: string, path: (string | number)[] }} field
 * @param {{ request: object, locale: string }} reading
 */
export function tidy({ control, kind, path }, { request, locale }) {
  if (!TEXTS.includes(control.type) || control.readOnly || !control.value) return;
  const written = textOf(valueAt(request, path), kind, currencyAt(path, request), locale);
  const text = written && kind === "amount" ? amountFor(control, written) : written;
  if (text !== undefined && text !== control.value) setValue(control, text, ["input"]);
}

function textOf(value, kind, currency, locale) {
  if (kind === "amount") {
    return typeof value === "number" && currency ? formatAmount(value, { currency, locale }) : undefined;
  }
  return ["tax-id", "account"].includes(kind) && typeof value === "string" ? value : undefined;
}
