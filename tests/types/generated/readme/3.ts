import { parse, type CheckoutSessionRequest } from "fintoc-preflight";

const request: CheckoutSessionRequest = {
  flow: "payment",
  amount: 350000,
  currency: "CLP",
  payment_method_types: ["bank_transfer"], // ["pac"] is not of this flow, and an error
  success_url: "https://merchant.com/success",
  cancel_url: "https://merchant.com/cancel",
};

const sent: CheckoutSessionRequest = parse(request);
