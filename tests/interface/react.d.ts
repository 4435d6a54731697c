import type { BoundForm, FormOptions, FormState } from "./form.js";
import type { Version } from "./index.js";

type Form = Parameters<typeof import("./form.js").bindForm>[0];

/** A form as a component shows it, the result of `useCheckoutForm`. */
export interface CheckoutForm<V extends Version = "v2"> extends FormState<V> {
  /** The `ref` of the form element. */
  readonly ref: (form: Form | null) => void;
  /** The bound form; `undefined` before the form element is there. */
  readonly bound: () => BoundForm<V> | undefined;
}

/**
 * Binds a form of a component, as `bindForm` does, and returns what it shows. The component writes the messages, unless
 * the option `render` is true. Callbacks and other options may change at every render.
 *
 * @example
 * import { useCheckoutForm } from "fintoc-preflight/react";
 *
 * function Checkout({ pay }) {
 *   const { ref, errors, summary, isPending } = useCheckoutForm({ locale: "es-CL", onSubmit: pay });
 *   // <form ref={ref}> ... <p data-preflight-for="amount">{errors["amount"]}</p>
 * }
 */
export declare function useCheckoutForm<V extends Version = "v2">(options?: FormOptions<V>): CheckoutForm<V>;
