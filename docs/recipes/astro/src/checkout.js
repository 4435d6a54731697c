/** From what a customer in Mexico has typed to a page of Fintoc's. */

import { Fintoc } from "fintoc";
import { validate } from "fintoc-preflight";
import { personMessage, readForm } from "fintoc-preflight/form";

const { FINTOC_SECRET_KEY, FINTOC_API } = process.env;

const fintoc = new Fintoc(FINTOC_SECRET_KEY);
// The official client has no option for the address.
if (FINTOC_API) fintoc.v2.checkoutSessions._client.baseUrl = FINTOC_API;

const locale = "es-MX";
const labels = { amount: "Monto", customer_email: "Correo" };
const urls = { success_url: "https://merchant.com/success", cancel_url: "https://merchant.com/cancel" };

/**
 * Returns the URL to which the customer is led, or a sentence for each field that is wrong.
 *
 * @param {FormData} form
 * @returns {Promise<{ url?: string, errors?: Record<string, string> }>}
 */
export async function pay(form) {
  // Refusals are texts that cannot be read. In the request they are as they were typed, which is another error.
  const { request, refusals } = readForm(form, { locale, defaults: { currency: "MXN", ...urls } });
  const { errors, warnings } = validate(request);
  const refused = refusals.map(({ param }) => param);
  const problems = [...refusals, ...errors.filter(({ param }) => !refused.includes(param))];
  // The log has the rules, never a value of the request.
  if (warnings.length > 0) console.warn(warnings.map(({ rule }) => rule).join(" "));
  if (problems.length === 0) return { url: (await fintoc.v2.checkoutSessions.create(request)).redirect_url };
  const sentences = problems.map((problem) => {
    const label = labels[problem.param];
    return [label ? problem.param : "form", personMessage(problem, { locale, label, request })];
  });
  return { errors: Object.fromEntries(sentences) };
}
