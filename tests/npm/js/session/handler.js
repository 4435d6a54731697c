/**
 * A webhook handler as a server has it: verifies, acknowledges, and goes on with what could be read. It is given what
 * it does with a payment, and what it writes to its log.
 */

import { parseEvent, PreflightError } from "fintoc-preflight/session";
import { verifySignature, WebhookSignatureError } from "fintoc-preflight/webhook";

export async function handle(request, { secret, now, confirm, log }) {
  const body = await request.text();
  try {
    await verifySignature({ body, header: request.headers.get("fintoc-signature"), secret, now });
  } catch (error) {
    if (error instanceof WebhookSignatureError) return new Response(error.message, { status: 400 });
    throw error;
  }
  try {
    const { event, report } = parseEvent(body);
    for (const { param, message } of report.warnings) log(`${param}: ${message}`);
    if (event.data?.object === "payment_intent" && event.data.status === "succeeded") confirm(event.data);
  } catch (error) {
    // It is Fintoc's, and would be no other if it were sent again: to be looked at later.
    if (!(error instanceof PreflightError)) throw error;
    log(error.message);
  }
  return new Response();
}
