/** The entry that verifies webhooks, for Node: version 18 has no global `crypto`. */

import { webcrypto } from "node:crypto";

import { createVerifySignature } from "../webhook.js";

export const verifySignature = createVerifySignature(() => webcrypto.subtle);
export { WebhookSignatureError } from "../webhook.js";
