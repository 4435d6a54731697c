/**
 * A webhook handler of a server: verifies, parses and acknowledges an event. `confirm` receives a successful payment,
 * `log` a line of text.
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
    // Acknowledge it too: sending it again would not change it.
    if (!(error instanceof PreflightError)) throw error;
    log(error.message);
  }
  return new Response();
}
