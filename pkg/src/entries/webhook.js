/** The webhook entry. */

import { createVerifySignature } from "../webhook.js";

/**
 * Resolves if the webhook was signed with the secret, within the tolerance of `now`.
 *
 * @example
 * import { verifySignature } from "fintoc-preflight/webhook";
 *
 * const header = request.headers.get("fintoc-signature");
 * await verifySignature({ body: await request.text(), header, secret: process.env.FINTOC_WEBHOOK_SECRET });
 */
export const verifySignature = createVerifySignature(() => globalThis.crypto?.subtle);
export { WebhookSignatureError } from "../webhook.js";
