"use server";

import { formSchema } from "fintoc-preflight/form";
import { parseFintocError } from "fintoc-preflight/session";
import { redirect } from "next/navigation";

import { createSession } from "./fintoc.js";

const labels = { amount: "Monto", "customer_data.email": "Correo", "customer_data.tax_id.value": "RUT" };

/** Reads what people type, such as $350.000, and has sentences for them. */
const schema = formSchema({
  locale: "es-CL",
  labels,
  defaults: {
    currency: "CLP",
    success_url: "https://merchant.com/success",
    cancel_url: "https://merchant.com/cancel",
    customer_data: { tax_id: { type: "cl_rut" } },
  },
});

const FAILED = "No pudimos preparar el pago. Inténtalo de nuevo.";

/** Leads to Fintoc, or returns what was typed, and the sentence for each field that is wrong. */
export async function pay(_, form) {
  const typed = Object.fromEntries(form);
  const { value, issues, warnings } = schema["~standard"].validate(form);
  const errors = issues?.map(({ param, message }) => [param in labels ? param : "form", message]);
  if (errors) return { typed, errors: Object.fromEntries(errors) };
  // The log has the rules, never a value of the request.
  if (warnings.length > 0) console.warn(warnings.map(({ rule }) => rule).join(" "));
  const response = await createSession(JSON.stringify(value));
  const session = await response.json();
  if (response.ok) redirect(session.redirect_url);
  const refusal = parseFintocError(session);
  console.error("refused by Fintoc:", refusal?.code, "could be found by:", refusal?.rules.join(" "));
  return { typed, errors: { form: FAILED } };
}
