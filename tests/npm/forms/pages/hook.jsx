/** A form of a component, bound by the hook. */

import { useCheckoutForm } from "fintoc-preflight/react";
import { StrictMode, useState } from "react";
import { createRoot } from "react-dom/client";

const defaults = { currency: "CLP", ui_mode: "embedded", customer_data: { tax_id: { type: "cl_rut" } } };

function Checkout() {
  const [rows, setRows] = useState([]);
  const [locale, setLocale] = useState("es-CL");
  const [paid, setPaid] = useState(0);
  const { ref, errors, summary, isPending } = useCheckoutForm({
    locale,
    defaults: { ...defaults },
    onSubmit: async (request) => {
      globalThis.sent.push({ ...request, paid });
      await new Promise((resolve, reject) => Object.assign(globalThis, { succeed: resolve, fail: reject }));
      setPaid(paid + 1);
    },
  });
  const input = (label, name, id) => (
    <>
      <label>
        {label} <input name={name} />
      </label>
      <p id={id} data-preflight-for={name}>
        {errors[name]}
      </p>
    </>
  );
  return (
    <form ref={ref} aria-label="Pago">
      <div data-preflight-summary>
        {summary.map(({ text }) => (
          <p key={text}>{text}</p>
        ))}
      </div>
      {input("Monto", "amount", "amount-error")}
      {input("Correo", "customer_email", "email-error")}
      {input("RUT", "customer_data[tax_id][value]", "rut-error")}
      {rows.map((row) => (
        <fieldset key={row}>
          {input("Cantidad", `line_items[${row}][quantity]`, `quantity-${row}`)}
          <button type="button" className="remove" onClick={() => setRows(rows.filter((other) => other !== row))}>
            Quitar
          </button>
        </fieldset>
      ))}
      <button type="button" id="add" onClick={() => setRows([...rows, (rows.at(-1) ?? -1) + 1])}>
        Agregar
      </button>
      <button type="button" id="english" onClick={() => setLocale("en")}>
        English
      </button>
      <button id="send">{isPending ? "Enviando" : "Pagar"}</button>
      <p data-preflight-status />
    </form>
  );
}

function Page() {
  const [isShown, setShown] = useState(true);
  return (
    <main>
      {isShown && <Checkout />}
      <button id="toggle" onClick={() => setShown(!isShown)}>
        Cerrar
      </button>
    </main>
  );
}

globalThis.sent = [];
createRoot(document.querySelector("#app")).render(
  <StrictMode>
    <Page />
  </StrictMode>,
);
globalThis.ready = true;
