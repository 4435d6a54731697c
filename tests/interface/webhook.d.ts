/** A webhook, and the options of its verification. A wrong option is a `TypeError` that names it. */
export interface SignedWebhook {
  /** The raw body, exactly as received: a parsed and serialized body has another signature. */
  body: string | ArrayBuffer | ArrayBufferView;
  /** The value of the header `Fintoc-Signature`; `null` or `undefined` if the request has none. */
  header: string | null | undefined;
  /** The secret of the webhook endpoint; not empty. */
  secret: string;
  /** The time of arrival: a `Date`, or milliseconds since 1970-01-01T00:00:00Z. Default: the current time. */
  now?: Date | number | undefined;
  /** The most seconds between the time of the signature and `now`, before or after. Default: 300. */
  tolerance?: number | undefined;
}

/**
 * The reason why a webhook is rejected: no header; a header that is not `t=<seconds>,v1=<signature>`; a time too far
 * from `now`; or a signature of another body, time or secret.
 */
export type SignatureFault = "missing-header" | "malformed-header" | "outside-tolerance" | "mismatch";

/** The error with which `verifySignature` rejects a webhook that is not to be trusted. */
export declare class WebhookSignatureError extends Error {
  constructor(reason: SignatureFault);
  /** The name of the class. */
  readonly name: "WebhookSignatureError";
  /** The reason. */
  readonly reason: SignatureFault;
}

/**
 * Resolves if the body was signed with the secret, at a time within the tolerance of `now`.
 *
 * @throws {WebhookSignatureError} The header is missing or malformed, the time is outside the tolerance, or the
 * signature is wrong.
 * @throws {TypeError} An option is wrong, such as an empty secret or a parsed body.
 *
 * @example
 * import { verifySignature } from "fintoc-preflight/webhook";
 *
 * export async function POST(request: Request) {
 *   const body = await request.text();
 *   await verifySignature({ body, header: request.headers.get("fintoc-signature"), secret: "whsec_example" });
 *   return new Response();
 * }
 */
export declare function verifySignature(webhook: SignedWebhook): Promise<void>;
