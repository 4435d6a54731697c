/** Prints what the package gives for values on which Hermes differs from other engines, a line for each. */

import { PreflightError, applySuggestions, explain, locate, toFintocError, validate } from "fintoc-preflight";
import { bindForm, formSchema, formatAmount, isRut, parseAmount, readForm } from "fintoc-preflight/form";

/** The currencies and locales of the forms. */
const FORMS = [
  ["CLP", "es-CL"],
  ["MXN", "es-MX"],
  ["MXN", "en"],
];
const TEXTS = ["350.000", "3,500.50", "350,000", "$ 1.234.567", "10,5", "abc", ""];
const BYTES = [0x7b, 0x22, 0xc3, 0xb1, 0x22, 0x3a, 0x31, 0x7d]; // {"ñ":1}

/** @param {(line: string) => void} print */
export function printAll(print) {
  const show = (value) => print(JSON.stringify(value));
  const request = { amount: "350000", currency: "clp", ui_mode: "embedded" };

  show(validate(request, { now: 0 }));
  show(validate({ ...request, metadata: { "\udc00a": "\ud800" } }, { now: 0 }));
  show(applySuggestions(request, validate(request)).applied);
  show(toFintocError(validate(request, { locale: "es" })));
  show(new PreflightError({ errors: [{ param: "ñ\udc00\u202e😀", message: "m." }], warnings: [] }).message);
  show(explain("enum", { locale: "es" }));
  show(locate(Uint8Array.from(BYTES), ["ñ"]));
  show(locate(Uint8Array.from([...BYTES, 0xff]), ["ñ"]));

  for (const [currency, locale] of FORMS) {
    const schema = formSchema({ locale, labels: { amount: "Monto" }, defaults: { currency, ui_mode: "embedded" } });
    for (const text of TEXTS) {
      show(parseAmount(text, { currency, locale }));
      show(schema["~standard"].validate({ amount: text, customer_data: { tax_id: { type: "cl_rut", value: "76.543.216" } } }));
    }
    show(formatAmount(350050, { currency, locale }));
  }
  show(readForm({ amount: "350.000", currency: "CLP", "line_items[0][quantity]": "2" }, { locale: "es-CL" }));
  show([isRut("12.345.678-5"), typeof bindForm]);
}
