import { validate } from "fintoc-preflight";

const report = validate(
  { amount: 350000, currency: "CLP", colour: "red" },
  {
    version: "v1", // of the API; "v2" unless it is given
    now: "2026-01-13T12:00:00Z", // a Date, milliseconds or RFC 3339; the clock's time unless it is given
    locale: "es-CL", // any tag that begins with es or en; English unless it is given
    strict: false, // whether warnings are errors
    levels: { "unknown-field": "deny" }, // "allow", "warn" or "deny" for single rules
    maxViolations: 100, // how many errors, and how many warnings, a report lists at most; 1,000 unless it is given
  },
);

console.log(report.errors[0].message); // el cuerpo de la solicitud no tiene un campo documentado con este nombre: la API puede ignorarlo o rechazarlo.
