import { formSchema } from "fintoc-preflight/form";

const schema = formSchema({
  locale: "es-CL",
  labels: { amount: "Monto", "line_items[].quantity": "Cantidad" },
  defaults: { currency: "CLP", ui_mode: "embedded", customer_data: { tax_id: { type: "cl_rut" } } },
});
const values = { amount: "350.000", customer_email: "", customer_data: { tax_id: { value: "" } } };

console.log(schema["~standard"].validate(values).value); // { currency: 'CLP', ui_mode: 'embedded', amount: 350000 }
console.log(schema["~standard"].validate({ amount: "" }).issues?.[0].message); // Escribe el monto, por ejemplo $350.000.
