import type { FormOptions } from "./form.js";
import type { WithValidate } from "./form-core.js";
import type { Version } from "./index.js";
import type { CheckoutForm } from "./react.js";

export type { CheckoutForm } from "./react.js";

/**
 * Binds a form of a component as `useCheckoutForm` of `fintoc-preflight/react` does, with the `validate` that is passed,
 * so that a page loads no other core.
 *
 * @example
 * import { validate } from "fintoc-preflight/js";
 * import { useCheckoutForm } from "fintoc-preflight/react/core";
 *
 * const useCheckout = (pay) => useCheckoutForm({ validate, locale: "es-CL", onSubmit: pay });
 */
export declare function useCheckoutForm<V extends Version = "v2">(
  options: FormOptions<V> & WithValidate,
): CheckoutForm<V>;
