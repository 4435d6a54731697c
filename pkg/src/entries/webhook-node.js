/** The webhook entry for Node.js, whose version 18 has no global `crypto`. */

import { webcrypto } from "node:crypto";

import { createVerifySignature } from "../webhook.js";

/** Like `verifySignature` of `webhook.js`, with the Web Crypto of `node:crypto`. */
export const verifySignature = createVerifySignature(() => webcrypto.subtle);
export { WebhookSignatureError } from "../webhook.js";
