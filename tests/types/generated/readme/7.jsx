import { useCheckoutForm } from "fintoc-preflight/react";

export function Checkout({ pay }) {
  const { ref, errors, summary, isPending } = useCheckoutForm({ locale: "es-CL", onSubmit: pay });
  return (
    <form ref={ref}>
      <div data-preflight-summary>{summary.map(({ text }) => <p key={text}>{text}</p>)}</div>
      <input type="hidden" name="currency" value="CLP" />
      <label>Monto <input name="amount" inputMode="decimal" /></label>
      <p data-preflight-for="amount">{errors.amount}</p>
      <button>{isPending ? "Enviando" : "Pagar"}</button>
    </form>
  );
}
