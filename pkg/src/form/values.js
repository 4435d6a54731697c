/**
 * Converts the text of a control to a value. A text that does not fit its kind stays as it is, for the rules to report.
 */

import { isCurrency, parseAmount, parseInteger } from "./money.js";
import { readTaxId, tidyNumber } from "./tax-id.js";
import { strip } from "./text.js";
import { isLocalTime, toUtc } from "./time.js";

/** The values of a box in lower case: those of browsers and frameworks, and the words that pages write. */
const TRUE = ["true", "on", "1", "yes", "si", "sí", "checked"];
const FALSE = ["false", "off", "0", "no"];

/** True for what a person has typed or chosen, and for a value of a program. `NaN` is a number control left blank. */
export const isFilled = ({ value }) =>
  typeof value === "string"
    ? strip(value) !== ""
    : ["boolean", "bigint"].includes(typeof value) ||
      (typeof value === "number" && !Number.isNaN(value)) ||
      isDate(value);

const isDate = (value) => Object.prototype.toString.call(value) === "[object Date]";

/**
 * Returns the value for the request, and for a text that cannot be read the reason as `refusal`.
 *
 * @param {string} kind of the field, from `FIELDS`
 * @param {unknown} value a text that is not blank; other values are of a program, and stay as they are
 * @param {{ type?: string, isServer: boolean, currency?: string, locale: string, timeZone?: string }} context
 *   the type of the control, and whether there is none; for numbers the currency and the locale
 * @returns {{ value: unknown, refusal?: string }}
 */
export function readValue(kind, value, context) {
  if (kind === "enabled") return { value: readEnabled(value) };
  if (typeof value !== "string") return { value };
  switch (kind) {
    case "amount":
      return readAmount(value, context);
    case "integer":
      return { value: parseInteger(value, context.locale) ?? value };
    case "boolean":
      return { value: readBoolean(value) };
    case "tax-id":
      return readTaxId(value);
    case "account":
      return { value: tidyNumber(value) };
    case "time":
      return readTime(value, context);
    default:
      return { value };
  }
}

function readAmount(text, { type, currency = "", locale }) {
  const code = currency.toUpperCase();
  if (!isCurrency(code)) return { value: text, refusal: "currency" };
  // A number control always has a dot for decimals, whatever was typed: `350.000` may have been thousands.
  if (type === "number" && text.includes(".")) return { value: text, refusal: "ambiguous" };
  const parsed = parseAmount(text, { currency: code, locale });
  return parsed.ok ? { value: parsed.amount } : { value: text, refusal: parsed.reason };
}

function readBoolean(text) {
  const word = text.toLowerCase();
  if (TRUE.includes(word)) return true;
  return FALSE.includes(word) ? false : text;
}

/** Returns the word of a field that a box ticks. */
function readEnabled(value) {
  const isOn = typeof value === "string" ? readBoolean(value) : value;
  if (typeof isOn === "boolean") return isOn ? "enabled" : "disabled";
  return typeof value === "string" && /^(?:en|dis)abled$/i.test(value) ? value.toLowerCase() : value;
}

/** Returns a local time as UTC. What was posted has no zone: without the option it cannot be read. */
function readTime(text, { type, isServer, timeZone }) {
  if (!isLocalTime(text) || !(isServer || type === "datetime-local")) return { value: text };
  return isServer && timeZone === undefined ? { value: text, refusal: "no-zone" } : { value: toUtc(text, timeZone) };
}
