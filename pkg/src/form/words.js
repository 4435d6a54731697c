/** The sentences for whoever fills a form. They are made from labels and figures, never from what was typed. */

import { formatAmount, isCurrency, regional } from "./money.js";
import { en } from "./words/en.js";
import { es, esMX } from "./words/es.js";

/** An amount that shows how a currency is written. */
const EXAMPLES = { CLP: 350_000, MXN: 350_050 };

/**
 * @param {{ rule: string, path: (string | number)[], param: string, code?: string, refusal?: string }} violation
 * @param {import("../types.js").PersonOptions} [options]
 */
export function personMessage(violation, { locale = "en", label = violation.param, request, words } = {}) {
  const { code, level, control } = violation;
  const facts = { label, code, level, ...factsOf(violation, request, locale) };
  const sentence = say(subjectOf(violation), facts, words);
  // Only a field without a label is in quotes around nothing.
  return sentence.includes("“”") ? say(control ? "unlabelled" : "unseen", facts, words) : sentence;
}

/**
 * Returns the sentence on a violation in a form. Without a label it names nothing, unless the page has words of its own: nobody
 * who fills a form knows the names of the request.
 */
export function formMessage(violation, { label, ...options }) {
  const hasOwnWords = options.words?.[subjectOf(violation)] !== undefined;
  return personMessage(violation, { ...options, label: label ?? (hasOwnWords ? violation.param : "") });
}

const subjectOf = ({ rule, refusal }) => (rule === "amount-text" ? `amount-${refusal}` : rule);

/** The sentence on a subject. */
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

/** The currency that is closest to a path, if it is one. */
function currencyAt(path, request) {
  const parents = path.map((_, length) => path.slice(0, length)).reverse();
  const found = parents
    .map((parent) => valueAt(request, [...parent, "currency"]))
    .find((value) => typeof value === "string");
  const code = (found ?? valueAt(request, ["currency"]))?.toUpperCase?.();
  return isCurrency(code) ? code : undefined;
}

/** What kind of tax identifier the object at which a path ends is for. */
const taxIdAt = (path, request) => ({ cl_rut: "RUT", mx_rfc: "RFC" })[valueAt(request, [...path.slice(0, -1), "type"])];

const valueAt = (request, path) =>
  path.reduce((value, step) => (Object.hasOwn(Object(value), step) ? value[step] : undefined), request);
