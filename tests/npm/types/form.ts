// The entry for forms, as programs of a server use it: without the library of a browser.

import { validate, type CheckoutSessionRequestV1, type Draft, type RequestByFlow } from "fintoc-preflight";
import {
  amountReadings,
  bindForm,
  formatAmount,
  formatRut,
  formSchema,
  fromMinorUnits,
  isClabe,
  isRut,
  parseAmount,
  parseRut,
  personMessage,
  readForm,
  toMinorUnits,
  type AmountRefusal,
  type Reading,
  type RutRefusal,
  type TextRefusal,
} from "fintoc-preflight/form";
import * as core from "fintoc-preflight/form/core";
import { validate as validateInJs } from "fintoc-preflight/js";
import { useCheckoutForm } from "fintoc-preflight/react";

declare function same<T>(): <U extends T>(value: [T] extends [U] ? U : never) => void;

const parsed = parseAmount("$350.000", { currency: "CLP", locale: "es-CL" });
if (parsed.ok) same<number>()(parsed.amount);
else same<AmountRefusal>()(parsed.reason);
same<string>()(formatAmount(350_000, { currency: "CLP" }));
// @ts-expect-error Property 'currency' is missing
parseAmount("1", { locale: "es-CL" });
// @ts-expect-error Type '"USD"' is not assignable to type 'Currency'
formatAmount(1, { currency: "USD" });
// @ts-expect-error Type '"fr"' is not assignable to type
formatAmount(1, { currency: "CLP", locale: "fr" });

const reading: Reading = readForm(new Map([["amount", "350.000"]]), { locale: "es-CL", defaults: { currency: "CLP" } });
for (const { path, refusal } of reading.refusals) {
  same<(string | number)[]>()(path);
  same<TextRefusal>()(refusal);
}
for (const violation of validate(reading.request).errors) {
  same<string>()(personMessage(violation, { locale: "es-CL", label: "Monto", request: reading.request }));
}
// @ts-expect-error Type '"amount-positiv"' is not assignable to type
personMessage({ rule: "amount-positiv", path: [], param: "" });
same<boolean>()(bindForm({}).submit());

same<number[]>()(amountReadings("350,000", { currency: "CLP" }));
same<number>()(toMinorUnits("19.99", "MXN"));
same<string>()(fromMinorUnits(1999, "MXN"));
// @ts-expect-error Argument of type '"USD"' is not assignable
toMinorUnits(1, "USD");
const rut = parseRut(formatRut("111111111"));
if (rut.ok) same<string>()(rut.rut);
else same<RutRefusal>()(rut.reason);
same<boolean>()(isRut(undefined) && isClabe(1));

// What is posted is a draft of the version that is asked for.
same<Draft.CheckoutSessionRequest>()(readForm({ amount: "350.000" }, { timeZone: "America/Santiago" }).request);
same<Draft.CheckoutSessionRequestV1>()(readForm(new Map<string, string>(), { version: "v1" }).request);
// @ts-expect-error Argument of type 'string' is not assignable
readForm("amount=1");
// @ts-expect-error Object literal may only specify known properties
readForm({}, { version: "v1", defaults: { customer_data: {} } });

// A form hands over a request of its version.
bindForm({}, { onSubmit: (request) => same<RequestByFlow>()(request) });
bindForm({}, { version: "v1", onSubmit: (request) => same<CheckoutSessionRequestV1>()(request) });
const { errors, summary, isPending } = useCheckoutForm({ onSubmit: (request) => same<RequestByFlow>()(request) });
same<string | undefined>()(errors["amount"] ?? summary[0]?.text);
same<boolean>()(isPending);

core.bindForm({}, { validate: validateInJs });
// @ts-expect-error Property 'validate' is missing
core.bindForm({}, { locale: "es-CL" });

const result = formSchema({ locale: "es-CL", labels: { amount: "Monto" } })["~standard"].validate({});
if (result.issues) same<string | undefined>()(result.issues[0]?.message);
else same<RequestByFlow>()(result.value);
type Values = NonNullable<ReturnType<typeof formSchema>["~standard"]["types"]>["input"];
const values: Values = { amount: "350.000", line_items: [{ quantity: "2" }], customer_data: { tax_id: { value: "" } } };
same<string | number | null | undefined>()(values.amount);
// @ts-expect-error Type 'boolean' is not assignable to type
formSchema({ labels: { amount: true } });
