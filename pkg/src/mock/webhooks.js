/** Sends events to a webhook endpoint, signed as Fintoc signs them. */

import { createHmac, randomBytes } from "node:crypto";

/** In milliseconds: the time that an endpoint has to answer. */
const TIMEOUT = 10_000;

/**
 * Returns a function that sends an event. Events are sent one after the other; each is sent once, whatever is answered.
 *
 * @param {object} options
 * @param {string} [options.url] the endpoint; nothing is sent without one
 * @param {string} options.secret
 * @param {(line: string) => void} options.log
 */
export function createNotifier({ url, secret, log }) {
  let last = Promise.resolve();

  return function notify(type, data) {
    if (url === undefined) return;
    const id = `evt_${randomBytes(12).toString("hex")}`;
    const event = { id, object: "event", type, mode: "test", created_at: new Date().toISOString(), data };
    // Written now, because the session may change before the event is sent.
    const body = JSON.stringify(event);
    last = last.then(() => send({ url, secret, body })).then((result) => log(`webhook ${type} ${result}`));
  };
}

/** Sends an event, and returns the status, or why there is none. */
async function send({ url, secret, body }) {
  const seconds = Math.floor(Date.now() / 1000);
  const signature = createHmac("sha256", secret).update(`${seconds}.${body}`).digest("hex");
  const headers = { "content-type": "application/json", "fintoc-signature": `t=${seconds},v1=${signature}` };
  try {
    const signal = AbortSignal.timeout(TIMEOUT);
    const response = await fetch(url, { method: "POST", headers, body, redirect: "manual", signal });
    await response.body?.cancel();
    return response.status;
  } catch (error) {
    return `failed: ${error.cause?.code ?? error.name}`;
  }
}
