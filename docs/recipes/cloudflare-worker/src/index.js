/** `POST /checkout`: the bytes of the body are checked, and sent to Fintoc as they came. */

import { toFintocError, validateJson } from "fintoc-preflight";

export default {
  /**
   * @param {Request} request
   * @param {{ FINTOC_SECRET_KEY: string, FINTOC_API?: string }} env
   */
  async fetch(request, env) {
    const { pathname } = new URL(request.url);
    if (request.method !== "POST" || pathname !== "/checkout") return new Response("Not found", { status: 404 });
    const body = await request.bytes();
    const report = validateJson(body);
    if (!report.valid) return Response.json({ ...toFintocError(report), report }, { status: 400 });
    // A request with warnings is sent. The log has the rules, never a value of the request.
    if (report.warnings.length > 0) console.warn(report.warnings.map(({ rule }) => rule).join(" "));
    return send(body, request.headers.get("idempotency-key") ?? crypto.randomUUID(), env);
  },
};

/** Returns Fintoc's answer. */
async function send(body, key, { FINTOC_SECRET_KEY, FINTOC_API = "https://api.fintoc.com" }) {
  const headers = { authorization: FINTOC_SECRET_KEY, "content-type": "application/json", "idempotency-key": key };
  const response = await fetch(`${FINTOC_API}/v2/checkout_sessions`, { method: "POST", headers, body });
  return new Response(response.body, { status: response.status, headers: { "content-type": "application/json" } });
}
