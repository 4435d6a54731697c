/**
 * Parses and formats amounts as people write them. An ambiguous text is refused: to read `350,000` as 350 would be
 * wrong by a factor of a thousand.
 */

/** The decimals of the smallest unit. */
const DECIMALS = { CLP: 0, MXN: 2 };

/** The marks that a number may have in each currency. The dollar sign is that of both pesos. */
const MARKS = { CLP: ["CLP", "CLP$", "$"], MXN: ["MXN", "MXN$", "MX$", "MEX$", "$"] };

/** Marks of any currency, to tell another currency from text that is not an amount. */
const OTHER_MARKS = [...Object.values(MARKS).flat(), "USD", "US$", "EUR", "\u20ac", "UF"];

const REGIONS = { CLP: "CL", MXN: "MX" };

/** In characters. */
const MAX_LENGTH = 64;

/** Blanks that occur in numbers, and directional marks that are copied along with them. */
const BLANKS = /[\s\u00a0\u2007\u2009\u202f]+/g;
const DIRECTIONS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** The Chilean ending of a price without decimals: `$350.000.-`. */
const WHOLE_END = /[.,]-$/;

/** The text before the number, the number, and the text after it. */
const NUMBER = /^(\D*?)(\d(?:[\d.,' ]*\d)?)(\D*)$/;

/**
 * Returns the amount in the smallest unit (whole pesos for CLP, centavos for MXN), or the reason why the text is
 * refused.
 *
 * @param {string} text
 * @param {{ currency: "CLP" | "MXN", locale?: string }} options
 * @returns {import("../types.js").ParsedAmount}
 * @example
 * import { parseAmount } from "fintoc-preflight/form";
 *
 * console.log(parseAmount("3,500.50", { currency: "MXN", locale: "es-MX" })); // { ok: true, amount: 350050 }
 */
export function parseAmount(text, options) {
  const { currency, locale } = readOptions(options);
  if (typeof text !== "string") throw new TypeError("parseAmount: the text must be a string");
  if (text.length > MAX_LENGTH) return refuse("not-a-number");
  const plain = text.replace(DIRECTIONS, "").replace(BLANKS, " ").trim().replace(WHOLE_END, "");
  if (plain === "") return refuse("empty");
  const [, before, digits, after] = NUMBER.exec(plain) ?? [];
  if (digits === undefined) return refuse("not-a-number");
  const { sign, mark } = readMarks(before, after);
  if (mark !== "" && !MARKS[currency].includes(mark))
    return refuse(OTHER_MARKS.includes(mark) ? "currency" : "not-a-number");
  return sign === undefined ? refuse("not-a-number") : scale(sign, digits, DECIMALS[currency], locale);
}

/** Returns an integer that a person typed, such as a quantity; `undefined` if the text is not one. */
export function parseInteger(text, locale) {
  const { ok, amount } = parseAmount(text.replace(/[^\d.,'\s-]/g, "x"), { currency: "CLP", locale });
  return ok ? amount : undefined;
}

/**
 * Returns an amount as people write it, with the mark of the currency.
 *
 * @param {number} amount in the smallest unit: whole pesos for CLP, centavos for MXN
 * @param {{ currency: "CLP" | "MXN", locale?: string }} options
 * @example
 * import { formatAmount } from "fintoc-preflight/form";
 *
 * console.log(formatAmount(350050, { currency: "MXN", locale: "es-MX" })); // $3,500.50
 */
export function formatAmount(amount, options) {
  const { currency, locale } = readOptions(options);
  if (!Number.isSafeInteger(amount))
    throw new TypeError("formatAmount: the amount must be an integer within ±(2^53 - 1)");
  return new Intl.NumberFormat(locale, { style: "currency", currency }).format(inPesos(amount, DECIMALS[currency]));
}

/** True for a currency whose amounts can be parsed. */
export const isCurrency = (currency) => Object.hasOwn(DECIMALS, currency);

/** Returns the locale; `es` without a region gets the region of the currency. */
export const regional = (locale, currency) =>
  /^es$/i.test(locale) && isCurrency(currency) ? `es-${REGIONS[currency]}` : locale;

function readOptions({ currency, locale = "en" } = {}) {
  if (!isCurrency(currency)) throw new TypeError('option "currency" must be "CLP" or "MXN"');
  if (typeof locale !== "string" || !/^(es|en)(-|$)/i.test(locale)) {
    throw new TypeError('option "locale" must be a BCP 47 tag that begins with "es" or "en"');
  }
  return { currency, locale: regional(locale, currency) };
}

const refuse = (reason) => ({ ok: false, reason });

/**
 * Returns the mark of the currency, and the sign: 1, -1, or `undefined` for several minuses or one after the number.
 */
function readMarks(before, after) {
  const mark = (before + after).replace(/[-\u2212 ]/g, "").toUpperCase();
  const minuses = before.replace(/[^-\u2212]/g, "").length + (/[-\u2212]/.test(after) ? 2 : 0);
  return { mark, sign: [1, -1][minuses] };
}

/** Converts digits to the smallest unit. Groups are separated as in the locale, or by blanks. */
function scale(sign, digits, decimals, locale) {
  const { group, decimal } = separators(locale);
  const [whole, fraction, ...rest] = digits.split(decimal);
  if (rest.length > 0 || !isWhole(whole, group) || (fraction !== undefined && !/^\d+$/.test(fraction))) {
    return refuse("ambiguous");
  }
  // Three digits may be thousands, with another locale's separator.
  if (fraction?.length === 3 && /^\d{1,3}$/.test(whole)) return refuse("ambiguous");
  if (fraction !== undefined && fraction.length > decimals) return refuse("decimals");
  const amount = sign * Number(whole.replace(/\D/g, "") + (fraction ?? "").padEnd(decimals, "0"));
  return Number.isSafeInteger(amount) ? { ok: true, amount: amount || 0 } : refuse("too-large");
}

/** True for digits only, and for groups of three digits with the same separator throughout. */
function isWhole(text, group) {
  if (/^\d+$/.test(text)) return true;
  const groups = /^[1-9]\d{0,2}(?:([^\d])\d{3})(?:\1\d{3})*$/.exec(text);
  return groups !== null && [group, " "].includes(groups[1]);
}

const known = new Map();
const MOST_KNOWN = 16;

/** Returns the separators of a locale, cached: `Intl` is slow, and a form needs them for each amount at each key. */
function separators(locale) {
  if (known.size > MOST_KNOWN) known.clear();
  if (!known.has(locale)) known.set(locale, findSeparators(locale));
  return known.get(locale);
}

function findSeparators(locale) {
  const parts = new Intl.NumberFormat(locale, { minimumFractionDigits: 1 }).formatToParts(1234567.5);
  const find = (type) => parts.find((part) => part.type === type)?.value.replace(BLANKS, " ");
  return { group: find("group"), decimal: find("decimal") };
}

/** Returns pesos: a decimal fraction as text, because a float would not be exact. */
function inPesos(amount, decimals) {
  if (decimals === 0) return amount;
  const digits = String(Math.abs(amount)).padStart(decimals + 1, "0");
  return `${amount < 0 ? "-" : ""}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}
