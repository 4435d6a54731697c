import { validate } from "fintoc-preflight";

const report = validate({
  amount: 45000,
  currency: "clp",
  success_url: "https://merchant.com/success",
  cancel_url: "https://merchant.com/cancel",
  line_items: [
    { quantity: 4, price_data: { currency: "CLP", unit_amount: 45000, product_data: { name: "Silla" } } },
  ],
});

console.log(report.valid); // false
console.log(report.errors[0].message); // amount must be the total of line_items, 180000, but is 45000.
console.log(report.errors[1].message); // currency must be CLP or MXN; did you mean CLP?
