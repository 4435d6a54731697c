/** The entry that verifies webhooks. */

import { createVerifySignature } from "../webhook.js";

export const verifySignature = createVerifySignature(() => globalThis.crypto?.subtle);
export { WebhookSignatureError } from "../webhook.js";
