// Webhooks, as programs verify them.

import { verifySignature, WebhookSignatureError, type SignatureFault, type SignedWebhook } from "fintoc-preflight/webhook";

declare const bytes: Uint8Array;
declare const header: string | null;
declare const parsed: { type: string };

const webhook: SignedWebhook = { body: bytes, header, secret: "whsec_example" };
const verified: Promise<void> = verifySignature(webhook);
verifySignature({ ...webhook, body: "{}", now: new Date(0), tolerance: 0 });
verifySignature({ ...webhook, body: new ArrayBuffer(2), header: undefined, now: 0, tolerance: Infinity });
//
verifySignature({ body: "{}", header });
//
verifySignature({ ...webhook, body: parsed });
//
verifySignature({ ...webhook, now: "2026-01-13T12:00:00Z" });
//
verifySignature({ ...webhook, tolerence: 300 });

export function reasonOf(error: unknown): SignatureFault | undefined {
  return error instanceof WebhookSignatureError ? error.reason : undefined;
}
export { verified };
