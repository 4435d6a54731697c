/** A webhook as it came, and how its signature is verified. A wrong option is a `TypeError` that names it. */
export interface SignedWebhook {
  /** The body as it came, before anything parses it. */
  body: string | ArrayBuffer | ArrayBufferView;
  /** The value of the header `Fintoc-Signature`, if there is one. */
  header: string | null | undefined;
  /** The secret of the webhook endpoint. */
  secret: string;
  /** When the webhook came, as a `Date` or milliseconds since 1970; now, unless it is given. */
  now?: Date | number | undefined;
  /** How many seconds the time of the signature may be from `now`, before or after; 300, unless it is given. */
  tolerance?: number | undefined;
}

/** Why a webhook is not to be trusted. */
export type SignatureFault = "missing-header" | "malformed-header" | "outside-tolerance" | "mismatch";

/** What `verifySignature` rejects with when a webhook is not to be trusted. */
export declare class WebhookSignatureError extends Error {
  constructor(reason: SignatureFault);
  /** The name of the class. */
  readonly name: "WebhookSignatureError";
  /** Why the webhook is not to be trusted. */
  readonly reason: SignatureFault;
}

/**
 * Resolves when whoever knows the secret has signed the body, at a time no further from `now` than the tolerance.
 *
 * @throws {WebhookSignatureError} It is not so.
 */
export declare function verifySignature(webhook: SignedWebhook): Promise<void>;
