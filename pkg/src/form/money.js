/**
 * Parses and formats amounts as people write them. An ambiguous text is refused: to read `350,000` as 350 would be
 * wrong by a factor of a thousand.
 */

import { strip, visible } from "./text.js";

/** The decimals of the smallest unit. */
const DECIMALS = { CLP: 0, MXN: 2 };

/**
 * The marks that a number may have before and after it in each currency, without dots, blanks and brackets. The dollar
 * sign is that of both pesos; `M.N.` is *moneda nacional*, as on every Mexican price.
 */
const MARKS = {
  CLP: /^(?:\$?CLP\$?|C[HL]\$|\$)?(?:(?:DE)?PESOS?(?:CHILENOS?)?)?(?:CLP)?$/,
  MXN: /^(?:M\/?N)?(?:\$?MXN\$?|MX\$?|MEX\$?|\$)?(?:(?:DE)?PESOS?(?:MEXICANOS?)?)?(?:MXN?|MEX|M\/?N|MONEDANACIONAL)?$/,
};

/** Marks of other currencies and of units of account, to tell them from text that is not an amount. */
const OTHER_MARK =
  /^(?:US[D$]?|USD\$|U\$[SD]|D[OÓ]LAR(?:ES)?|EUROS?|EUR|€|CLF|UF|UT[MA]|MX[PV]|UDIS?|AR[S$]|COP|COL\$|PEN|S\/|SOL(?:ES)?|BRL|R\$|REAL(?:ES)?|BOB|UYU|GBP|£|JPY|¥|CAD|CA\$)$/;

const REGIONS = { CLP: "CL", MXN: "MX" };

/** In characters. */
const MAX_LENGTH = 64;

/** Blanks that occur in numbers. */
const BLANKS = /\s+/g;

/** The Chilean ending of a price without decimals, behind the number or its mark: `$350.000.-`, `350.000 CLP.-`. */
const WHOLE_END = /^ ?[.,][-\u2013\u2014]{1,2}(?![^ ])|[.,][-\u2013\u2014]{1,2}$/;

/** The apostrophes that keyboards and word processors write between groups. */
const APOSTROPHES = /[\u2018\u2019\u00b4`]/g;

/** A Mexican number with an apostrophe at its millions: `1'234,567`. */
const MILLIONS = /^(\d{1,3})'(\d{3})([.,])(\d{3})$/;

/** The words for thousands and millions in Spanish, behind a number of at most three digits: `350 mil`. */
const MULTIPLES = /^ ?(?:(mil)|mill[o\u00f3]n(?:es)?)(?=[ .:]|$)/i;

/** The text before the number, the number, and the text after it. */
const NUMBER = /^(\D*?)([.,]?\d(?:[\d.,' ]*\d)?)(\D*)$/;

/**
 * Returns the amount in the smallest unit (whole pesos for CLP, centavos for MXN), or the reason why the text is
 * refused.
 *
 * @param {string} text
 * @param {{ currency: "CLP" | "MXN", locale?: string }} options
 * @returns {import("fintoc-preflight/form").ParsedAmount}
 * @example
 * import { parseAmount } from "fintoc-preflight/form";
 *
 * console.log(parseAmount("3,500.50", { currency: "MXN", locale: "es-MX" })); // { ok: true, amount: 350050 }
 */
export function parseAmount(text, options) {
  const { currency, locale } = readOptions(options);
  if (typeof text !== "string") throw new TypeError("parseAmount: the text must be a string");
  const { reason, sign, digits } = dissect(text, currency, locale);
  return reason ? refuse(reason) : scale(sign, digits, currency, locale);
}

/**
 * Returns the amounts that a text may mean, the largest first: one if it can be parsed; several if it is ambiguous, as
 * `350,000` of CLP is, 350000 or 350; none if it is not an amount.
 *
 * @param {string} text
 * @param {{ currency: "CLP" | "MXN", locale?: string }} options
 * @example
 * import { amountReadings } from "fintoc-preflight/form";
 *
 * console.log(amountReadings("350,000", { currency: "CLP", locale: "es-CL" })); // [ 350000, 350 ]
 */
export function amountReadings(text, options) {
  const parsed = parseAmount(text, options);
  if (parsed.ok) return [parsed.amount];
  if (!["ambiguous", "decimals"].includes(parsed.reason)) return [];
  const { sign, digits } = dissect(text, options.currency, options.locale);
  const decimals = DECIMALS[options.currency];
  const amounts = [".", ","].map((decimal) => readAs(sign, digits, decimals, decimal));
  return [...new Set(amounts.filter((amount) => amount !== undefined))].sort((one, other) => other - one);
}

/** Returns an integer that a person typed, such as a quantity; `undefined` if the text is not one. */
export function parseInteger(text, locale) {
  const { ok, amount } = parseAmount(visible(text).replace(/[^\d.,'\s-]/g, "x"), { currency: "CLP", locale });
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
  return new Intl.NumberFormat(locale, { style: "currency", currency, numberingSystem: "latn" }).format(
    inPesos(checkAmount(amount, "formatAmount"), DECIMALS[currency]),
  );
}

/**
 * Converts an amount of a program, such as a price of a database, to the smallest unit: exactly, and never by a
 * multiplication of floats.
 *
 * @param {number | bigint | string} amount in pesos; a string has digits, and a dot before its decimals
 * @param {"CLP" | "MXN"} currency
 * @example
 * import { toMinorUnits } from "fintoc-preflight/form";
 *
 * console.log(toMinorUnits("19.99", "MXN"), toMinorUnits(350000, "CLP")); // 1999 350000
 */
export function toMinorUnits(amount, currency) {
  const { currency: code } = readOptions({ currency });
  const isText = ["number", "bigint", "string"].includes(typeof amount);
  const [, sign, whole, fraction = ""] = (isText && /^(-?)(\d+)(?:\.(\d+))?$/.exec(String(amount))) || [];
  if (whole === undefined)
    throw new TypeError("toMinorUnits: the amount must be a number, or digits with a dot for decimals");
  const decimals = DECIMALS[code];
  if (fraction.length > decimals) throw new RangeError(`toMinorUnits: ${code} has ${decimals || "no"} decimals`);
  const units = Number(sign + whole + fraction.padEnd(decimals, "0")) || 0;
  if (!Number.isSafeInteger(units)) throw new RangeError("toMinorUnits: the amount is beyond 2^53 - 1");
  return units;
}

/**
 * Returns an amount in pesos as a string of digits, with a dot before the decimals: the inverse of `toMinorUnits`.
 *
 * @param {number} amount in the smallest unit: whole pesos for CLP, centavos for MXN
 * @param {"CLP" | "MXN"} currency
 * @example
 * import { fromMinorUnits } from "fintoc-preflight/form";
 *
 * console.log(fromMinorUnits(1999, "MXN"), fromMinorUnits(350000, "CLP")); // 19.99 350000
 */
export const fromMinorUnits = (amount, currency) =>
  inPesos(checkAmount(amount, "fromMinorUnits"), DECIMALS[readOptions({ currency }).currency]);

/** True for a currency whose amounts can be parsed. */
export const isCurrency = (currency) => Object.hasOwn(DECIMALS, currency);

/** Returns the locale; Spanish without a country gets the region of the currency. */
export const regional = (locale, currency) =>
  /^es(?:-419)?$/i.test(locale) && isCurrency(currency) ? `es-${REGIONS[currency]}` : locale;

function readOptions({ currency, locale = "en" } = {}) {
  if (!isCurrency(currency)) throw new TypeError('option "currency" must be "CLP" or "MXN"');
  if (typeof locale !== "string" || !/^(es|en)(-|$)/i.test(locale)) {
    throw new TypeError('option "locale" must be a BCP 47 tag that begins with "es" or "en"');
  }
  return { currency, locale: regional(locale, currency) };
}

function checkAmount(amount, caller) {
  if (!Number.isSafeInteger(amount)) throw new TypeError(`${caller}: the amount must be an integer within ±(2^53 - 1)`);
  return amount;
}

const refuse = (reason) => ({ ok: false, reason });

/** Returns the sign and the digits of an amount, with their separators, or the reason why the text has none. */
function dissect(text, currency, locale) {
  if (text.length > MAX_LENGTH) return { reason: "not-a-number" };
  const plain = strip(visible(text)).replace(BLANKS, " ").replace(APOSTROPHES, "'");
  if (plain === "") return { reason: "empty" };
  const [, before, digits, after] = NUMBER.exec(plain) ?? [];
  // A letter right before a dot makes it part of the mark: `M.N.50` is not half a peso.
  if (digits === undefined || (/^[.,]/.test(digits) && /[\p{L}.,]$/u.test(before))) return { reason: "not-a-number" };
  const [multiple, thousand] = /^es/i.test(locale) && /^[1-9]\d{0,2}$/.test(digits) ? (MULTIPLES.exec(after) ?? []) : [];
  const rest = after.slice(multiple?.length ?? 0).replace(WHOLE_END, "");
  const marks = [before, rest].map(markOf);
  const others = marks.filter((mark) => !MARKS[currency].test(mark));
  if (others.length > 0) return { reason: others.every(isOtherMark) ? "currency" : "not-a-number" };
  const minuses = before.replace(/[^-\u2212]/g, "").length + (/[-\u2212]/.test(rest) ? 2 : 0);
  const sign = [1, -1][minuses];
  if (sign === undefined) return { reason: "not-a-number" };
  const zeros = multiple ? (thousand ? "000" : "000000") : "";
  return { sign, digits: digits.replace(/^[.,]/, "0$&") + zeros };
}

/** Returns a mark in capitals, without signs, dots, blanks, and the brackets around it. */
const markOf = (text) =>
  text
    .replace(/\(([^()]*)\)/g, "$1")
    .replace(/[-\u2212 .:]/g, "")
    .toUpperCase();

const isOtherMark = (mark) => OTHER_MARK.test(mark) || Object.values(MARKS).some((pattern) => pattern.test(mark));

/** Converts digits to the smallest unit. Groups are separated as in the locale, or by blanks. */
function scale(sign, digits, currency, locale) {
  const decimals = DECIMALS[currency];
  const { group, decimal, format } = numbersOf(locale);
  const [whole, fraction, ...rest] = digits.split(decimal);
  const isRead = rest.length === 0 && (isWhole(whole, [group, " "]) || isWritten(whole, format));
  if (!isRead || (fraction !== undefined && !/^\d+$/.test(fraction))) return refuse("ambiguous");
  // Three digits may be thousands, with another locale's separator.
  if (fraction?.length === 3 && /^\d{1,3}$/.test(whole)) return refuse("ambiguous");
  if (fraction !== undefined && fraction.length > decimals) return refuse("decimals");
  const amount = unitsOf(sign, whole, fraction, decimals);
  return amount === undefined ? refuse("too-large") : { ok: true, amount };
}

/** Returns an amount with one separator for decimals and the other for groups; `undefined` if it cannot be read so. */
function readAs(sign, digits, decimals, decimal) {
  const [whole, fraction = "", ...rest] = digits.split(decimal);
  const exact = fraction.replace(/0+$/, "");
  if (rest.length > 0 || !/^\d*$/.test(exact) || exact.length > decimals) return undefined;
  return isWhole(whole, [decimal === "." ? "," : ".", " ", "'"]) ? unitsOf(sign, whole, exact, decimals) : undefined;
}

function unitsOf(sign, whole, fraction = "", decimals) {
  const amount = sign * Number(whole.replace(/\D/g, "") + fraction.padEnd(decimals, "0"));
  return Number.isSafeInteger(amount) ? amount || 0 : undefined;
}

/** True for digits only, and for groups of three digits with the same separator throughout. */
function isWhole(text, separators) {
  if (/^\d+$/.test(text)) return true;
  const groups = /^[1-9]\d{0,2}(?:([^\d])\d{3})(?:\1\d{3})*$/.exec(text.replace(MILLIONS, "$1$3$2$3$4"));
  return groups !== null && separators.includes(groups[1]);
}

/** True for a number as its locale writes it: `10,00,000` in `en-IN`, whose groups are not of three. */
const isWritten = (text, format) => format(Number(text.replace(/\D/g, ""))) === text;

const known = new Map();
const MOST_KNOWN = 16;

/** Returns the numbers of a locale, cached: `Intl` is slow, and a form needs them for each amount at each key. */
function numbersOf(locale) {
  if (known.size > MOST_KNOWN) known.clear();
  if (!known.has(locale)) known.set(locale, findNumbers(locale));
  return known.get(locale);
}

function findNumbers(locale) {
  const numbers = new Intl.NumberFormat(locale, { numberingSystem: "latn" });
  const format = (number) => numbers.format(number).replace(BLANKS, " ");
  // Not by `formatToParts`, which Hermes has on Android only.
  const separators = format(1234567.5).replace(/\d+/g, "");
  return { group: separators[0], decimal: separators[separators.length - 1], format };
}

/** Returns pesos as text, because a float would not be exact. */
function inPesos(amount, decimals) {
  if (decimals === 0) return String(amount || 0);
  const digits = String(Math.abs(amount)).padStart(decimals + 1, "0");
  return `${amount < 0 ? "-" : ""}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}
