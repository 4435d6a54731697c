/** TanStack Form: the schema validates what is typed, and reads the request out of it when it is submitted. */

import { useForm } from "@tanstack/react-form";
import { createRoot } from "react-dom/client";

import { schema, values } from "./schema.js";

function Checkout() {
  const form = useForm({
    defaultValues: values,
    validators: { onBlur: schema, onSubmit: schema },
    onSubmit: ({ value }) => void globalThis.sent.push(schema["~standard"].validate(value).value),
  });
  const field = (label, name, id) => (
    <form.Field name={name}>
      {({ state, handleBlur, handleChange }) => (
        <>
          <label>
            {label}{" "}
            <input
              name={name}
              value={state.value}
              onBlur={handleBlur}
              onChange={({ target }) => handleChange(target.value)}
            />
          </label>
          <p id={id}>{state.meta.isTouched && state.meta.errors[0]?.message}</p>
        </>
      )}
    </form.Field>
  );
  const submit = (event) => {
    event.preventDefault();
    form.handleSubmit();
  };
  return (
    <form noValidate onSubmit={submit}>
      {field("Monto", "amount", "amount-error")}
      {field("Correo", "customer_email", "email-error")}
      {field("RUT", "customer_data.tax_id.value", "rut-error")}
      <button id="send">Pagar</button>
    </form>
  );
}

globalThis.sent = [];
createRoot(document.querySelector("#app")).render(<Checkout />);
globalThis.ready = true;
