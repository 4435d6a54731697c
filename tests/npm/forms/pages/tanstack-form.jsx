/** The schema in TanStack Form. */

import { useForm } from "@tanstack/react-form";
import { validate } from "fintoc-preflight";
import { parseAmount, personMessage } from "fintoc-preflight/form";
import { createRoot } from "react-dom/client";

const LABELS = { amount: "Monto", customer_email: "Correo" };

/** Converts the fields to a request. */
const requestOf = ({ amount, customer_email }) => {
  const parsed = parseAmount(amount, { currency: "CLP", locale: "es-CL" });
  const value = parsed.ok ? parsed.amount : amount || undefined;
  return { currency: "CLP", ui_mode: "embedded", amount: value, customer_email: customer_email || undefined };
};

/** The errors by field, as messages for people. */
function check({ value }) {
  const request = requestOf(value);
  const { valid, errors } = validate(request);
  if (valid) return undefined;
  const said = errors.map((error) => [
    error.param,
    personMessage(error, { locale: "es-CL", label: LABELS[error.param], request }),
  ]);
  return { fields: Object.fromEntries(said.reverse()) };
}

function Checkout() {
  const form = useForm({
    defaultValues: { amount: "", customer_email: "" },
    validators: { onBlur: check, onSubmit: check },
    onSubmit: ({ value }) => globalThis.sent.push(requestOf(value)),
  });
  const field = (name, id) => (
    <form.Field name={name}>
      {({ state, handleBlur, handleChange }) => (
        <>
          <label>
            {LABELS[name]}{" "}
            <input
              name={name}
              value={state.value}
              onBlur={handleBlur}
              onChange={({ target }) => handleChange(target.value)}
            />
          </label>
          <p id={id}>{state.meta.isTouched && state.meta.errors[0]}</p>
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
      {field("amount", "amount-error")}
      {field("customer_email", "email-error")}
      <button id="send">Pagar</button>
    </form>
  );
}

globalThis.sent = [];
createRoot(document.querySelector("#app")).render(<Checkout />);
globalThis.ready = true;
