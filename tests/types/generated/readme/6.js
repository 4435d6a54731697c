import { checkoutSession } from "fintoc-preflight";

const result = checkoutSession["~standard"].validate(
  { amount: 0, currency: "CLP", ui_mode: "embedded" },
  { libraryOptions: { locale: "es" } },
);

console.log(result.issues?.[0].path); // [ 'amount' ]
console.log(result.issues?.[0].message); // amount debe ser 1 o más, pero es 0.
