/** The official client for Node, which reads the system's clock. */

import { WebhookSignature } from "fintoc";

/** True if the client accepts a webhook at its time of arrival. */
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

/** True if there are several signatures: the official clients check only the last, this package all. */
export const hasSeveralSignatures = ({ header }) => header.match(/(?<![^,])v1=/g)?.length > 1;

/** True if the header is longer than this package accepts; the official clients have no limit. */
export const isTooLong = ({ header }) => Buffer.byteLength(header) > 4096;
