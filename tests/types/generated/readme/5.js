import { personMessage, readForm } from "fintoc-preflight/form";

const posted = new URLSearchParams({ amount: "350,000", currency: "CLP", expires_at: "2027-01-13T10:00" });
const { request, refusals } = readForm(posted, { locale: "es-CL", timeZone: "America/Santiago" });
const words = personMessage(refusals[0], { locale: "es-CL", label: "Monto", request });

console.log(request.expires_at); // 2027-01-13T13:00:00Z
console.log(words); // “Monto” se puede leer de dos maneras. ¿Quisiste decir $350.000 o $350?
