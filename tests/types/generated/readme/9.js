import { parseEvent, PreflightError } from "fintoc-preflight/session";
import { verifySignature, WebhookSignatureError } from "fintoc-preflight/webhook";

export async function POST(request) {
  const body = await request.text(); // as it came: what is parsed and written again has another signature
  const header = request.headers.get("fintoc-signature");
  try {
    await verifySignature({ body, header, secret: process.env.FINTOC_WEBHOOK_SECRET });
  } catch (error) {
    if (error instanceof WebhookSignatureError) return new Response(error.message, { status: 400 });
    throw error;
  }
  try {
    const { event, report } = parseEvent(body);
    if (report.warnings.length > 0) console.warn(event.id, report.warnings);
    // ... hand the event over, and answer
  } catch (error) {
    if (!(error instanceof PreflightError)) throw error;
    console.error(error.report.errors); // keep the body, and look at it later
  }
  return new Response();
}
