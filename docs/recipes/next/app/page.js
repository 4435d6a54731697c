"use client";

import { useActionState } from "react";

import { pay } from "./actions.js";

export default function Page() {
  const [{ typed = {}, errors = {} }, action, isPending] = useActionState(pay, {});

  const field = (name, label, attributes) => (
    <p>
      <label htmlFor={name}>{label}</label>{" "}
      <input {...attributes} id={name} name={name} defaultValue={typed[name]} aria-invalid={name in errors}
        aria-describedby={`${name}-error`} />{" "}
      <span id={`${name}-error`} role="alert">{errors[name]}</span>
    </p>
  );

  return (
    <form action={action} noValidate>
      {field("amount", "Monto", { inputMode: "decimal" })}
      {field("customer_data.email", "Correo", { type: "email" })}
      {field("customer_data.tax_id.value", "RUT (opcional)")}
      <p role="alert">{errors.form}</p>
      <button disabled={isPending}>Pagar</button>
    </form>
  );
}
