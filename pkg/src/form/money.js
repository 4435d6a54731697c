/** Amounts as people write them. What can be read in two ways is refused: a thousandfold mistake is worse than a question. */

const DECIMALS = { CLP: 0, MXN: 2 };

/** What may stand beside a number for each currency; the dollar sign stands for both pesos. */
const MARKS = { CLP: ["CLP", "CLP$", "$"], MXN: ["MXN", "MXN$", "MX$", "MEX$", "$"] };

/** What names another currency, as far as it is likely. */
const OTHER_MARKS = [...Object.values(MARKS).flat(), "USD", "US$", "EUR", "\u20ac", "UF"];

const REGIONS = { CLP: "CL", MXN: "MX" };

const MAX_LENGTH = 64;

/** Every blank that stands in numbers, and the marks of direction that come along when one is copied. */
const BLANKS = /[\s\u00a0\u2007\u2009\u202f]+/g;
const DIRECTIONS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** As Chileans end a price that is whole: `$350.000.-`. */
const WHOLE_END = /[.,]-$/;

const NUMBER = /^(\D*?)(\d(?:[\d.,' ]*\d)?)(\D*)$/;

/**
 * @param {string} text
 * @param {{ currency: "CLP" | "MXN", locale?: string }} options
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

/** The integer that a person has typed, such as a quantity; `undefined` when it is none. */
export function parseInteger(text, locale) {
  const { ok, amount } = parseAmount(text.replace(/[^\d.,'\s-]/g, "x"), { currency: "CLP", locale });
  return ok ? amount : undefined;
}

/**
 * @param {number} amount
 * @param {{ currency: "CLP" | "MXN", locale?: string }} options
 */
export function formatAmount(amount, options) {
  const { currency, locale } = readOptions(options);
  if (!Number.isSafeInteger(amount))
    throw new TypeError("formatAmount: the amount must be an integer within ±(2^53 - 1)");
  return new Intl.NumberFormat(locale, { style: "currency", currency }).format(inPesos(amount, DECIMALS[currency]));
}

/** Whether an amount of it can be read. */
export const isCurrency = (currency) => Object.hasOwn(DECIMALS, currency);

/** Spanish of no region is written as in that of the currency. */
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

/** What stands around a number: the mark of a currency, and a sign, `undefined` when there is more than one before it. */
function readMarks(before, after) {
  const mark = (before + after).replace(/[-\u2212 ]/g, "").toUpperCase();
  const minuses = before.replace(/[^-\u2212]/g, "").length + (/[-\u2212]/.test(after) ? 2 : 0);
  return { mark, sign: [1, -1][minuses] };
}

/** The amount in the smallest unit. Groups are parted as the locale does, or by blanks. */
function scale(sign, digits, decimals, locale) {
  const { group, decimal } = separators(locale);
  const [whole, fraction, ...rest] = digits.split(decimal);
  if (rest.length > 0 || !isWhole(whole, group) || (fraction !== undefined && !/^\d+$/.test(fraction))) {
    return refuse("ambiguous");
  }
  // Three digits may be thousands, parted as elsewhere.
  if (fraction?.length === 3 && /^\d{1,3}$/.test(whole)) return refuse("ambiguous");
  if (fraction !== undefined && fraction.length > decimals) return refuse("decimals");
  const amount = sign * Number(whole.replace(/\D/g, "") + (fraction ?? "").padEnd(decimals, "0"));
  return Number.isSafeInteger(amount) ? { ok: true, amount: amount || 0 } : refuse("too-large");
}

/** Whether it is all digits, or groups of three that are parted by one separator throughout. */
function isWhole(text, group) {
  if (/^\d+$/.test(text)) return true;
  const groups = /^[1-9]\d{0,2}(?:([^\d])\d{3})(?:\1\d{3})*$/.exec(text);
  return groups !== null && [group, " "].includes(groups[1]);
}

const known = new Map();
const MOST_KNOWN = 16;

/** How a locale parts thousands and decimals. To ask is slow, and a form does so for every amount at every key. */
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

/** A decimal fraction as text, since a float would not be exact. */
function inPesos(amount, decimals) {
  if (decimals === 0) return amount;
  const digits = String(Math.abs(amount)).padStart(decimals + 1, "0");
  return `${amount < 0 ? "-" : ""}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}
