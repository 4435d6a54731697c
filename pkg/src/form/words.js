/** Builds the sentences for the person who fills a form, from labels and amounts, never from what was typed. */

import { formatAmount, isCurrency, regional } from "./money.js";
import { en } from "./words/en.js";
import { es, esMX } from "./words/es.js";

/** Sample amounts by currency, in the smallest unit. */
const EXAMPLES = { CLP: 350_000, MXN: 350_050 };

/**
 * Returns the sentence on a violation for the person who fills a form.
 *
 * @param {{ rule: string, path: (string | number)[], param: string, code?: string, refusal?: string }} violation
 * @param {import("../types.js").PersonOptions} [options]
 * @example
 * import { validate } from "fintoc-preflight";
 * import { personMessage } from "fintoc-preflight/form";
 *
 * const request = { amount: 0, currency: "CLP" };
 * const [violation] = validate(request).errors;
 * console.log(personMessage(violation, { locale: "en", label: "Amount", request }));
 */
export function personMessage(violation, { locale = "en", label = violation.param, request, words } = {}) {
  const { code, level, control } = violation;
  const facts = { label, code, level, ...factsOf(violation, request, locale) };
  const sentence = say(subjectOf(violation), facts, words);
  // Empty quotes mean that the field has no label: another sentence is needed.
  return sentence.includes("“”") ? say(control ? "unlabelled" : "unseen", facts, words) : sentence;
}

/**
 * Like `personMessage`, for a violation in a form. Without a label the sentence names no field, because people do not
 * know the names of the request; only the page's own words get the name.
 */
export function formMessage(violation, { label, ...options }) {
  const hasOwnWords = options.words?.[subjectOf(violation)] !== undefined;
  return personMessage(violation, { ...options, label: label ?? (hasOwnWords ? violation.param : "") });
}

const subjectOf = ({ rule, refusal }) => (rule === "amount-text" ? `amount-${refusal}` : rule);

/** Returns the sentence on a subject: the page's own, or the library's, or a general one for an unknown subject. */
export function say(subject, facts, words) {
  const own = words?.[subject];
  const sentence = own ?? wordsOf(facts.locale)[subject] ?? wordsOf(facts.locale).browser;
  return typeof sentence === "function" ? String(sentence(facts)) : String(sentence);
}

function wordsOf(locale) {
  if (/^en/i.test(locale)) return en;
  return /-MX\b/i.test(locale) ? esMX : es;
}

function factsOf({ rule, path, suggestion, message }, request, locale) {
  const currency = currencyAt(path, request);
  const place = regional(locale, currency);
  const format = (amount) => currency && formatAmount(amount, { currency, locale });
  const taxId = /(^|\.)tax_id$/.test(path.slice(0, -1).join(".")) ? taxIdAt(path, request) : undefined;
  return {
    locale: place,
    currency,
    taxId: taxId ?? (currency === "MXN" ? "RFC" : "RUT"),
    example: currency && format(EXAMPLES[currency]),
    total: rule === "amount-equals-total" && typeof suggestion === "number" ? format(suggestion) : undefined,
    message: rule === "server" ? message : undefined,
  };
}

/** Returns the currency of the innermost object around a path that has one; `undefined` if it is unknown. */
function currencyAt(path, request) {
  const parents = path.map((_, length) => path.slice(0, length)).reverse();
  const found = parents
    .map((parent) => valueAt(request, [...parent, "currency"]))
    .find((value) => typeof value === "string");
  const code = (found ?? valueAt(request, ["currency"]))?.toUpperCase?.();
  return isCurrency(code) ? code : undefined;
}

/** Returns `RUT` or `RFC` by the `type` next to the end of a path; `undefined` for any other type. */
const taxIdAt = (path, request) => ({ cl_rut: "RUT", mx_rfc: "RFC" })[valueAt(request, [...path.slice(0, -1), "type"])];

const valueAt = (request, path) =>
  path.reduce((value, step) => (Object.hasOwn(Object(value), step) ? value[step] : undefined), request);
