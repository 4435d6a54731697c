// Webhooks, as programs verify them.

import { verifySignature, WebhookSignatureError, type SignatureFault, type SignedWebhook } from "fintoc-preflight/webhook";

declare const bytes: Uint8Array;
declare const header: string | null;
declare const parsed: { type: string };

const webhook: SignedWebhook = { body: bytes, header, secret: "whsec_example" };
const verified: Promise<void> = verifySignature(webhook);
verifySignature({ ...webhook, body: "{}", now: new Date(0), tolerance: 0 });
verifySignature({ ...webhook, body: new ArrayBuffer(2), header: undefined, now: 0, tolerance: Infinity });
// @ts-expect-error Property 'secret' is missing in type
verifySignature({ body: "{}", header });
// @ts-expect-error Type '{ type: string; }' is not assignable to type
verifySignature({ ...webhook, body: parsed });
// @ts-expect-error Type 'string' is not assignable to type 'number | Date | undefined'
verifySignature({ ...webhook, now: "2026-01-13T12:00:00Z" });
// @ts-expect-error 'tolerence' does not exist in type 'SignedWebhook'
verifySignature({ ...webhook, tolerence: 300 });

export function reasonOf(error: unknown): SignatureFault | undefined {
  return error instanceof WebhookSignatureError ? error.reason : undefined;
}
export { verified };
