// The binding of forms, as programs of a browser use it.

import { validate } from "fintoc-preflight/js";
import { bindForm, readForm, type BoundForm, type FormOptions, type FormViolation } from "fintoc-preflight/form";

declare function same<T>(): <U extends T>(value: [T] extends [U] ? U : never) => void;
declare const form: HTMLFormElement;

const options: FormOptions = {
  locale: "es-CL",
  version: "v2",
  now: new Date(0),
  strict: true,
  levels: { "rut-check-digit": "deny" },
  validate,
  timing: "submit",
  defaults: { currency: "CLP", success_url: "https://merchant.com/success" },
  words: {
    required: "Falta.",
    "amount-ambiguous": ({ label, example = "" }) => `${label}: ${example}`,
    summary: ({ count }) => `${count}`,
  },
  summary: document.body,
  onSubmit(request, event) {
    same<SubmitEvent>()(event);
    same<string | null | undefined>()(request.success_url);
  },
  onJudged: ({ valid, errors }) => valid || errors.length,
  onUnknown: (names) => names.join(),
  signal: AbortSignal.timeout(1),
};
const bound: BoundForm = bindForm(form, options);
same<boolean>()(bound.submit());
same<FormViolation[]>()(bound.judge().errors);
const [first] = bound.judgement.errors;
if (first) {
  same<HTMLElement | undefined>()(first.control);
  same<string>()(first.words);
}
bound.update({ locale: "en", timing: "late" });
bound.showServerError({ error: { param: "amount", code: "invalid_amount", message: "No." } });
bound.destroy();
readForm(form);
readForm(new FormData(form), { locale: "es-MX" });

// @ts-expect-error
bindForm(document.body);
// @ts-expect-error
bindForm(document.querySelector("form"));
// @ts-expect-error
bindForm(form, { timing: "soon" });
// @ts-expect-error
bindForm(form, { words: { "amount-ambigous": "" } });
// @ts-expect-error
bindForm(form, { defaults: { currency: "USD" } });
// @ts-expect-error
bound.update({ signal: AbortSignal.timeout(1) });
