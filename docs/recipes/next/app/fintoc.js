const { FINTOC_SECRET_KEY, FINTOC_API = "https://api.fintoc.com" } = process.env;

/**
 * Sends a request that was checked, and returns Fintoc's answer.
 *
 * @param {string | Uint8Array} body
 * @param {string | null} [key] the same for each attempt at one payment
 */
export function createSession(body, key) {
  const idempotency = { "idempotency-key": key ?? crypto.randomUUID() };
  const headers = { authorization: FINTOC_SECRET_KEY, "content-type": "application/json", ...idempotency };
  return fetch(`${FINTOC_API}/v2/checkout_sessions`, { method: "POST", headers, body, cache: "no-store" });
}
