/** The official client for Node, which reads the system's clock. */

import { WebhookSignature } from "fintoc";

/** True if the client accepts a webhook at the time at which it was received. */
export function isAcceptedByNpm({ body, header, secret, now, tolerance }) {
  const clock = Date.now;
  Date.now = () => Date.parse(now);
  try {
    WebhookSignature.verifyHeader(body, header, secret, tolerance);
    return true;
  } catch {
    return false;
  } finally {
    Date.now = clock;
  }
}

/** Any of several signatures may fit, of which the official clients read the last. */
export const hasSeveralSignatures = ({ header }) => header.match(/(?<![^,])v1=/g)?.length > 1;

/** The official clients read headers of any length. */
export const isTooLong = ({ header }) => header.length > 4096;
