/**
 * Converts the text of a control to a value. A text that does not fit its kind stays as it is, for the rules to report.
 */

import { isCurrency, parseAmount, parseInteger } from "./money.js";

const TRUE = ["true", "on", "1"];
const FALSE = ["false", "off", "0"];

const RUT = /^\d{1,8}[\dk]$/i;

/**
 * Returns the value for the request, and for an amount that cannot be read the reason as `refusal`.
 *
 * @param {string} kind of the field, from `FIELDS`
 * @param {string} text not blank
 * @param {{ type?: string, currency?: string, locale: string }} context the type of the control, and of numbers the
 *   currency and the locale
 * @returns {{ value: unknown, refusal?: string }}
 */
export function readValue(kind, text, context) {
  switch (kind) {
    case "amount":
      return readAmount(text, context);
    case "integer":
      return { value: parseInteger(text, context.locale) ?? text };
    case "boolean":
      return { value: readBoolean(text) };
    case "tax-id":
      return { value: writeRut(text) };
    case "time":
      return { value: context.type === "datetime-local" ? writeTime(text) : text };
    default:
      return { value: text };
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
  if (TRUE.includes(text)) return true;
  return FALSE.includes(text) ? false : text;
}

/** Returns a RUT in the form of the documentation, `11.111.111-1`; any other identifier as it is. */
function writeRut(text) {
  const plain = text.replace(/[.\s\u2010-\u2015-]/g, "");
  if (!RUT.test(plain)) return text;
  const digits = plain.slice(0, -1).replace(/\B(?=(?:\d{3})+$)/g, ".");
  return `${digits}-${plain.slice(-1).toUpperCase()}`;
}

/** Converts the local time of a `datetime-local` control to UTC, without milliseconds. */
function writeTime(text) {
  const time = new Date(text);
  return Number.isNaN(time.getTime()) ? text : time.toISOString().replace(/\.\d{3}Z$/, "Z");
}
