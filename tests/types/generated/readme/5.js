import { formatAmount, parseAmount, personMessage, readForm } from "fintoc-preflight/form";

const posted = new URLSearchParams({ amount: "350,000", currency: "CLP", "payment_method_types[]": "card" });
const { request, refusals } = readForm(posted, { locale: "es-CL" });
const words = personMessage(refusals[0], { locale: "es-CL", label: "Monto", request });

console.log(request.payment_method_types); // [ 'card' ]
console.log(words); // “Monto” se puede leer de dos maneras. Escríbelo como $350.000.
console.log(parseAmount("$350.000", { currency: "CLP", locale: "es-CL" })); // { ok: true, amount: 350000 }
console.log(formatAmount(350050, { currency: "MXN", locale: "es-MX" })); // $3,500.50
