/** The schema in React Hook Form: amounts as people write them, and a total validated with all its fields. */

import { standardSchemaResolver } from "@hookform/resolvers/standard-schema";
import { checkoutSession } from "fintoc-preflight";
import { parseAmount, personMessage } from "fintoc-preflight/form";
import { createRoot } from "react-dom/client";
import { useForm } from "react-hook-form";

const LABELS = { amount: "Monto", customer_email: "Correo" };
const defaultValues = { currency: "CLP", ui_mode: "embedded" };

/** The amount, or the text if it is none, which the rules then report. */
const readAmount = (text) => {
  const { ok, amount } = parseAmount(text, { currency: "CLP", locale: "es-CL" });
  return ok ? amount : text || undefined;
};

/** Replaces the messages for developers with those for people. */
const schema = {
  "~standard": {
    ...checkoutSession["~standard"],
    validate(value) {
      const result = checkoutSession["~standard"].validate(value);
      const issues = result.issues?.map((issue) => ({ ...issue, message: wordsOf(issue, value) }));
      return issues ? { issues } : result;
    },
  },
};

const wordsOf = (issue, request) => personMessage(issue, { locale: "es-CL", label: LABELS[issue.param], request });

function Checkout() {
  const { register, handleSubmit, formState } = useForm({
    resolver: standardSchemaResolver(schema),
    defaultValues,
    mode: "onTouched",
  });
  const { errors } = formState;
  return (
    <form noValidate onSubmit={handleSubmit((request) => globalThis.sent.push(request))}>
      <label>
        Monto{" "}
        <input
          inputMode="numeric"
          aria-invalid={Boolean(errors.amount)}
          {...register("amount", { setValueAs: readAmount })}
        />
      </label>
      <p id="amount-error">{errors.amount?.message}</p>
      <label>
        Correo{" "}
        <input
          aria-invalid={Boolean(errors.customer_email)}
          {...register("customer_email", { setValueAs: (text) => text || undefined })}
        />
      </label>
      <p id="email-error">{errors.customer_email?.message}</p>
      <button id="send">Pagar</button>
    </form>
  );
}

globalThis.sent = [];
createRoot(document.querySelector("#app")).render(<Checkout />);
globalThis.ready = true;
