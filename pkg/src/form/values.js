/** What the text of a control becomes in the request. A text that is none of its kind stays, and so is found by the rules. */

import { isCurrency, parseAmount, parseInteger } from "./money.js";

const TRUE = ["true", "on", "1"];
const FALSE = ["false", "off", "0"];

const RUT = /^\d{1,8}[\dk]$/i;

/**
 * @param {string} kind of the field
 * @param {string} text which is not blank
 * @param {{ type?: string, currency?: string, locale: string }} context the type of the control, and how numbers are written
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
  // Such controls write a dot for decimals, whichever sign was typed.
  if (type === "number" && text.includes(".")) return { value: text, refusal: "ambiguous" };
  const parsed = parseAmount(text, { currency: code, locale });
  return parsed.ok ? { value: parsed.amount } : { value: text, refusal: parsed.reason };
}

function readBoolean(text) {
  if (TRUE.includes(text)) return true;
  return FALSE.includes(text) ? false : text;
}

/** A RUT as the documentation writes it, `11.111.111-1`, however it was typed; other identifiers as they are. */
function writeRut(text) {
  const plain = text.replace(/[.\s\u2010-\u2015-]/g, "");
  if (!RUT.test(plain)) return text;
  const digits = plain.slice(0, -1).replace(/\B(?=(?:\d{3})+$)/g, ".");
  return `${digits}-${plain.slice(-1).toUpperCase()}`;
}

/** The local time of a control as UTC. */
function writeTime(text) {
  const time = new Date(text);
  return Number.isNaN(time.getTime()) ? text : time.toISOString().replace(/\.\d{3}Z$/, "Z");
}
