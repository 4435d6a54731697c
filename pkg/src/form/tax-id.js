/**
 * The identifiers of people and accounts in Chile and Mexico. The checks are those of the core, in `src/formats`; the
 * tests compare them.
 */

import { strip, visible } from "./text.js";

/** In characters. */
const MAX_LENGTH = 64;

const MAX_BODY = 99_999_999;

const HYPHENS = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g;

/**
 * Returns a RUT as the documentation writes it, or the reason why a text is not one. A number whose dots show that its
 * check digit is missing, such as `76.543.216` or `76-543-216`, is refused: read otherwise, it would be another person's.
 *
 * @param {string} text
 * @returns {import("fintoc-preflight/form").ParsedRut}
 * @example
 * import { parseRut } from "fintoc-preflight/form";
 *
 * console.log(parseRut("123456785")); // { ok: true, rut: '12.345.678-5' }
 */
export function parseRut(text) {
  if (typeof text !== "string") throw new TypeError("parseRut: the text must be a string");
  const { body, check, reason } = readRut(text);
  if (reason) return { ok: false, reason };
  return body !== 0 && check === checkOf(body)
    ? { ok: true, rut: write(body, check) }
    : { ok: false, reason: "check-digit" };
}

/**
 * Returns a RUT as the documentation writes it, `12.345.678-5`, whether its check digit fits or not; any other text
 * unchanged.
 *
 * @param {string} text
 * @example
 * import { formatRut } from "fintoc-preflight/form";
 *
 * console.log(formatRut("9007920k")); // 9.007.920-K
 */
export function formatRut(text) {
  const { body, check, reason } = readRut(text);
  return reason ? text : write(body, check);
}

/** True for a RUT whose check digit fits, with or without dots and hyphen. */
export const isRut = (text) => typeof text === "string" && parseRut(text).ok;

/**
 * True for a Mexican RFC, in either case, with or without hyphens and spaces: 3 or 4 letters, a date `YYMMDD`, and 3
 * letters or digits.
 */
export const isRfc = (text) => typeof text === "string" && RFC.test(text.replace(/[- ]/g, ""));

const RFC = /^[A-Z&Ñ]{3,4}\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[A-Z\d]{3}$/i;

/** True for a Mexican CURP, in either case. */
export const isCurp = (text) => typeof text === "string" && CURP.test(text);

const CURP = /^[A-Z]{4}\d{6}[HMX][A-Z]{5}[A-Z\d]\d$/i;

/** True for a Mexican CLABE: 18 digits, of which the last is the check digit of the others. */
export function isClabe(text) {
  if (typeof text !== "string" || !/^\d{18}$/.test(text)) return false;
  const sum = [...text].reduce((sum, digit, index) => sum + digit * [3, 7, 1][index % 3], 0);
  return sum % 10 === 0;
}

/**
 * Returns the identifier in the form of the documentation: a RUT with dots and hyphen, an RFC or CURP in capitals
 * without marks; any other text unchanged, and the reason why a number is refused as a RUT.
 *
 * @param {string} text without blanks at its ends
 * @returns {{ value: string, refusal?: "no-check-digit" }}
 */
export function readTaxId(text) {
  const { body, check, reason } = readRut(text);
  if (!reason) return { value: write(body, check) };
  if (reason === "no-check-digit") return { value: text, refusal: reason };
  const tidy = plainOf(text).replace(/[-. ]/g, "").toUpperCase();
  return { value: isRfc(tidy) || isCurp(tidy) ? tidy : text };
}

/** Returns an account number without the blanks and hyphens between its digits; any other text unchanged. */
export function tidyNumber(text) {
  const digits = plainOf(text).replace(/[- ]/g, "");
  return /^\d+$/.test(digits) ? digits : text;
}

/** Returns a text with one kind of hyphen and blank. A longer text than any identifier is cut, and so refused. */
const plainOf = (text) =>
  visible(strip(text).slice(0, MAX_LENGTH + 1))
    .replace(HYPHENS, "-")
    .replace(/\s/g, " ");

/** Returns the body and the check character of a RUT, right or wrong, or the reason why a text is not one. */
function readRut(text) {
  const plain = plainOf(text);
  if (plain === "") return { reason: "empty" };
  if (plain.length > MAX_LENGTH) return { reason: "format" };
  const marked = plain.replace(PREFIX, "");
  const compact = marked.replace(/[-. ]/g, "");
  if (!/^\d{0,12}[\dk]$/i.test(compact)) return { reason: "format" };
  if (lacksCheckDigit(marked)) return { reason: "no-check-digit" };
  const body = Number(compact.slice(0, -1));
  if (compact.length === 1 || body > MAX_BODY) return { reason: "format" };
  return { body, check: compact.slice(-1).toUpperCase() };
}

const PREFIX = /^(?:R\.?U\.?[TN][.:]?:? |RU[TN]:?(?=\d))/i;

/** Separators at the thousands of the body, or none in it. */
const BEFORE_CHECK_DIGIT = /^(?:\d{1,3}(?:[. ]\d{3})*|\d+)[. ]*\d[. ]*$/;

/**
 * True for a number that has no check digit: with a hyphen that is not right before its last character, as in
 * `76-543-216`, or with dots or blanks, without a hyphen, elsewhere than in the body.
 */
function lacksCheckDigit(plain) {
  const [, check] = /-([^-]*)$/.exec(plain) ?? [];
  if (check !== undefined) return !/^[. ]*[\dk][. ]*$/i.test(check);
  return /^[. ]*\d+[. ]+\d[\d. ]*$/.test(plain) && !BEFORE_CHECK_DIGIT.test(plain);
}

const write = (body, check) => `${String(body).replace(/\B(?=(?:\d{3})+$)/g, ".")}-${check}`;

/** Returns the check character of a body: modulo 11, with weights 2 to 7 from the right. */
function checkOf(body) {
  const digits = [...String(body)].reverse();
  const sum = digits.reduce((sum, digit, index) => sum + digit * (2 + (index % 6)), 0);
  return "0K987654321"[sum % 11];
}
