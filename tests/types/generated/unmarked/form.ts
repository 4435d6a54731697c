// The entry for forms, as programs of a server use it: without the library of a browser.

import { validate } from "fintoc-preflight";
import {
  bindForm,
  formatAmount,
  parseAmount,
  personMessage,
  readForm,
  type AmountRefusal,
  type Reading,
} from "fintoc-preflight/form";

declare function same<T>(): <U extends T>(value: [T] extends [U] ? U : never) => void;

const parsed = parseAmount("$350.000", { currency: "CLP", locale: "es-CL" });
if (parsed.ok) same<number>()(parsed.amount);
else same<AmountRefusal>()(parsed.reason);
same<string>()(formatAmount(350_000, { currency: "CLP" }));
//
parseAmount("1", { locale: "es-CL" });
//
formatAmount(1, { currency: "USD" });
//
formatAmount(1, { currency: "CLP", locale: "fr" });

const reading: Reading = readForm(new Map([["amount", "350.000"]]), { locale: "es-CL", defaults: { currency: "CLP" } });
for (const { path, refusal } of reading.refusals) {
  same<(string | number)[]>()(path);
  same<AmountRefusal>()(refusal);
}
for (const violation of validate(reading.request).errors) {
  same<string>()(personMessage(violation, { locale: "es-CL", label: "Monto", request: reading.request }));
}
//
personMessage({ rule: "amount-positiv", path: [], param: "" });
same<boolean>()(bindForm({}).submit());
