/** The schema that the pages with form libraries have in common, and the values of a form that nobody has filled. */

import { formSchema } from "fintoc-preflight/form";

export const schema = formSchema({
  locale: "es-CL",
  labels: { amount: "Monto", customer_email: "Correo", "line_items[].quantity": "Cantidad" },
  defaults: { currency: "CLP", ui_mode: "embedded", customer_data: { tax_id: { type: "cl_rut" } } },
});

export const values = { amount: "", customer_email: "", customer_data: { tax_id: { value: "" } } };
