/** Conform with a server action: the server validates what was posted, and answers with the errors of the fields. */

import { useForm } from "@conform-to/react/future";
import { useActionState } from "react";
import { createRoot } from "react-dom/client";

/** Stands for the reference to a server action that a framework would make: it posts the form. */
async function pay(_, formData) {
  const response = await fetch("/action", { method: "POST", body: new URLSearchParams([...formData]) });
  const { result, request } = await response.json();
  if (request) globalThis.sent.push(request);
  return result;
}

function Checkout() {
  const [lastResult, action] = useActionState(pay, null);
  const { form, fields } = useForm({ lastResult });
  const { customer_data } = fields;
  const rut = customer_data.getFieldset().tax_id.getFieldset().value;
  const input = (label, field, id) => (
    <>
      <label>
        {label} <input name={field.name} defaultValue={field.defaultValue} aria-invalid={field.ariaInvalid} />
      </label>
      <p id={id}>{field.errors}</p>
    </>
  );
  return (
    <form {...form.props} action={action}>
      {input("Monto", fields.amount, "amount-error")}
      {input("Correo", fields.customer_email, "email-error")}
      {input("RUT", rut, "rut-error")}
      <button id="send">Pagar</button>
    </form>
  );
}

globalThis.sent = [];
createRoot(document.querySelector("#app")).render(<Checkout />);
globalThis.ready = true;
