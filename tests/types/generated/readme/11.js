import { PreflightError, compareSession, parseCheckoutSession, parseEvent } from "fintoc-preflight/session";

const answer = { id: "cs_1", object: "checkout_session", status: "created", amount: 4500, customer: "cus_1" };

const { session, report, raw } = parseCheckoutSession(answer); // or its JSON text, or the bytes of that
console.log(session.amount, session.customer, raw["customer"]); // 4500 undefined cus_1
console.log(report.warnings[0].message); // customer is documented as an object, but is a string.

const { matches, differences } = compareSession({ amount: 45000, currency: "CLP" }, answer);
console.log(matches, differences[0].param, differences[0].kind); // false amount other

const body = JSON.stringify({ id: "evt_1", object: "event", type: "checkout_session.finished", data: answer });
const { event } = parseEvent(body);
const status = event.data?.object === "checkout_session" ? event.data.status : undefined;
console.log(status); // created

let message;
try {
  parseCheckoutSession({ error: { type: "invalid_request_error", code: "missing_parameter", param: "amount" } });
} catch (error) {
  if (!(error instanceof PreflightError)) throw error;
  message = error.message;
}
console.log(message); // error: this is an error of the API: checkout_session was expected.
