import { formatAmount, formatRut, fromMinorUnits, isClabe, isRut, parseAmount, parseRut, toMinorUnits } from "fintoc-preflight/form";

console.log(parseAmount("$350.000", { currency: "CLP", locale: "es-CL" })); // { ok: true, amount: 350000 }
console.log(formatAmount(350050, { currency: "MXN", locale: "es-MX" })); // $3,500.50
console.log(toMinorUnits("19.99", "MXN"), fromMinorUnits(1999, "MXN")); // 1999 19.99
console.log(parseRut("76.543.216")); // { ok: false, reason: 'no-check-digit' }
console.log(formatRut("123456785"), isRut("12.345.678-5"), isClabe("012969100000000026")); // 12.345.678-5 true true
