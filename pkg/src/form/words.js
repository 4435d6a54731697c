/** Builds the sentences for the person who fills a form, from labels and amounts, never from what was typed. */

import { amountReadings, formatAmount, isCurrency, regional } from "./money.js";
import { lastOf } from "./names.js";
import { en } from "./words/en.js";
import { es, mexican } from "./words/es.js";

/** Sample amounts by currency, in the smallest unit. */
const EXAMPLES = { CLP: 350_000, MXN: 350_050 };

/** The payment methods, for a form that has no label for them. */
const METHODS = {
  en: {
    bank_transfer: "Bank transfer",
    card: "Card",
    direct_debit: "Direct debit",
    installments: "Installments",
    pac: "PAC",
  },
  es: {
    bank_transfer: "Transferencia",
    card: "Tarjeta",
    direct_debit: "Débito directo",
    installments: "Cuotas",
    pac: "PAC",
  },
};

const FLOWS = ["payment", "subscription", "setup"];

/** Rules that a person can fix without a control for them, such as by adding an item. */
const FIXABLE = [
  "body-size",
  "browser",
  "internal-error",
  "line-items-empty",
  "line-items-required-in-subscription",
  "lost-in-json",
  "metadata-count",
  "server",
];

/**
 * Returns the sentence on a violation for the person who fills a form.
 *
 * @param {{ rule: string, path: (string | number)[], param: string, code?: string, refusal?: string }} violation
 * @param {import("fintoc-preflight/form").PersonOptions} [options]
 * @example
 * import { validate } from "fintoc-preflight";
 * import { personMessage } from "fintoc-preflight/form";
 *
 * const request = { amount: 0, currency: "CLP" };
 * const [violation] = validate(request).errors;
 * console.log(personMessage(violation, { locale: "en", label: "Amount", request }));
 */
export function personMessage(violation, { locale = "en", label = violation.param, request, words, ...more } = {}) {
  return say(subjectOf(violation), { label: label.trim(), ...factsOf(violation, request, locale), ...more }, words);
}

/**
 * Like `personMessage`, for a violation in a form. Without a label the sentence names no field, because people do not
 * know the names of the request; only the page's own words get the name. What the person cannot fix gets the sentence
 * `unseen`.
 */
export function formMessage(violation, { label, ...options }) {
  if (options.words?.[subjectOf(violation)] !== undefined)
    return personMessage(violation, { ...options, label: label ?? violation.param });
  if (isFixable(violation, label)) return personMessage(violation, { ...options, label: label ?? "" });
  return say("unseen", { label: "", ...factsOf(violation, options.request, options.locale ?? "en") }, options.words);
}

/** False for a mistake of the page's: one at no control that the person could change, or even see by its label. */
export const isFixable = ({ rule, control }, label) =>
  Boolean(control || label) ? rule !== "time-text" : FIXABLE.includes(rule);

/** Returns the subject of a violation: its rule, or for a text that cannot be read the reason. */
const subjectOf = ({ rule, refusal }) => (refusal ? rule.replace(/text$/, refusal) : rule);

/** Returns the sentence on a subject: the page's own, or the library's, or a general one for an unknown subject. */
export function say(subject, facts, words) {
  const own = words?.[subject];
  const sentence = own ?? wordsOf(facts.locale)[subject] ?? wordsOf(facts.locale).browser;
  return typeof sentence === "function" ? String(sentence(facts)) : String(sentence);
}

function wordsOf(locale) {
  if (/^en/i.test(locale)) return en;
  return /-MX\b/i.test(locale) ? (esMX ??= { ...es, ...mexican }) : es;
}

/** Made when it is needed: bundlers keep what is made from another object at once, whether it is used or not. */
let esMX;

/**
 * Returns the amounts that the text of a violation may mean, as people write them; `undefined` for a violation that is
 * not of an amount's text.
 */
export function readingsOf({ rule, path }, request, locale) {
  const [currency, text] = [currencyAt(path, request), valueAt(request, path)];
  if (rule !== "amount-text" || !currency || typeof text !== "string") return undefined;
  return amountReadings(text, { currency, locale }).map((amount) => formatAmount(amount, { currency, locale }));
}

function factsOf(violation, request, locale) {
  const { rule, path, code, level, suggestion, message } = violation;
  const currency = currencyAt(path, request);
  const format = (amount) => currency && formatAmount(amount, { currency, locale });
  const isTaxId = /(^|\.)tax_id$/.test(path.slice(0, -1).join("."));
  const flow = valueAt(request, ["flow"]);
  const method = path[0] === "payment_method_types" ? valueAt(request, path) : path[1];
  const methods = METHODS[/^en/i.test(locale) ? "en" : "es"];
  return {
    locale: regional(locale, currency),
    code,
    level,
    currency,
    flow: FLOWS.includes(flow) ? flow : "payment",
    taxId: (isTaxId && taxIdAt(path, request)) || (currency === "MXN" ? "RFC" : "RUT"),
    part: isTaxId ? lastOf(path) : undefined,
    option: Object.hasOwn(methods, method ?? "") ? methods[method] : undefined,
    example: currency && format(EXAMPLES[currency]),
    readings: readingsOf(violation, request, locale) ?? [],
    total: rule === "amount-equals-total" && typeof suggestion === "number" ? format(suggestion) : undefined,
    message: rule === "server" ? message : undefined,
  };
}

/** Returns the currency of the innermost object around a path that has one; `undefined` if it is unknown. */
export function currencyAt(path, request) {
  const parents = path.map((_, length) => path.slice(0, length)).reverse();
  const found = parents
    .map((parent) => valueAt(request, [...parent, "currency"]))
    .find((value) => typeof value === "string");
  const code = (found ?? valueAt(request, ["currency"]))?.toUpperCase?.();
  return isCurrency(code) ? code : undefined;
}

/** Returns `RUT` or `RFC` by the `type` next to the end of a path; `undefined` for any other type. */
const taxIdAt = (path, request) => ({ cl_rut: "RUT", mx_rfc: "RFC" })[valueAt(request, [...path.slice(0, -1), "type"])];

export const valueAt = (request, path) =>
  path.reduce((value, step) => (Object.hasOwn(Object(value), step) ? value[step] : undefined), request);
