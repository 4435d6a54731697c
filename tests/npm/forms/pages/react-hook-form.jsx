/** React Hook Form: the texts of the inputs as they are typed, and the request when it is submitted. */

import { standardSchemaResolver } from "@hookform/resolvers/standard-schema";
import { createRoot } from "react-dom/client";
import { useFieldArray, useForm } from "react-hook-form";

import { schema, values } from "./schema.js";

function Checkout() {
  const { control, register, handleSubmit, formState } = useForm({
    resolver: standardSchemaResolver(schema),
    defaultValues: values,
    mode: "onTouched",
  });
  const { errors } = formState;
  const { fields, append } = useFieldArray({ control, name: "line_items" });
  const input = (label, name, error, id) => (
    <>
      <label>
        {label} <input aria-invalid={Boolean(error)} {...register(name)} />
      </label>
      <p id={id}>{error?.message}</p>
    </>
  );
  const item = (index) => errors.line_items?.[index];
  return (
    <form noValidate onSubmit={handleSubmit((request) => void globalThis.sent.push(request))}>
      {input("Monto", "amount", errors.amount, "amount-error")}
      {input("Correo", "customer_email", errors.customer_email, "email-error")}
      {input("RUT", "customer_data.tax_id.value", errors.customer_data?.tax_id?.value, "rut-error")}
      {fields.map(({ id }, index) => (
        <fieldset key={id}>
          {input("Cantidad", `line_items.${index}.quantity`, item(index)?.quantity, `quantity-${index}`)}
          {input(
            "Precio",
            `line_items.${index}.price_data.unit_amount`,
            item(index)?.price_data?.unit_amount,
            `price-${index}`,
          )}
          {input("Producto", `line_items.${index}.price_data.product_data.name`, undefined, `name-${index}`)}
        </fieldset>
      ))}
      <button
        type="button"
        id="add"
        onClick={() => append({ quantity: "1", price_data: { unit_amount: "", product_data: { name: "" } } })}
      >
        Agregar
      </button>
      <button id="send">Pagar</button>
    </form>
  );
}

globalThis.sent = [];
createRoot(document.querySelector("#app")).render(<Checkout />);
globalThis.ready = true;
