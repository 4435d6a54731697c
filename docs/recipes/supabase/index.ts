/** The Edge Function `checkout`, which a page calls by `supabase.functions.invoke("checkout", { body: request })`. */

import { createValidator, toFintocError } from "fintoc-preflight";

const FINTOC_SECRET_KEY = Deno.env.get("FINTOC_SECRET_KEY") ?? "";
const FINTOC_API = Deno.env.get("FINTOC_API") ?? "https://api.fintoc.com";

// Options are checked once, here. The messages are in Spanish.
const { validateJson } = createValidator({ locale: "es-CL" });

const CORS = {
  "access-control-allow-origin": Deno.env.get("ALLOWED_ORIGIN") ?? "*",
  "access-control-allow-headers": "authorization, x-client-info, apikey, content-type, idempotency-key",
};

const answer = (status: number, body: BodyInit | null) =>
  new Response(body, { status, headers: { ...CORS, "content-type": "application/json" } });

Deno.serve(async (request) => {
  if (request.method === "OPTIONS") return new Response(null, { status: 204, headers: CORS });
  const body = await request.bytes();
  const report = validateJson(body);
  if (!report.valid) return answer(400, JSON.stringify({ ...toFintocError(report), report }));
  // A request with warnings is sent. The log has the rules, never a value of the request.
  if (report.warnings.length > 0) console.warn(report.warnings.map(({ rule }) => rule).join(" "));
  const response = await fetch(`${FINTOC_API}/v2/checkout_sessions`, {
    method: "POST",
    headers: {
      authorization: FINTOC_SECRET_KEY,
      "content-type": "application/json",
      "idempotency-key": request.headers.get("idempotency-key") ?? crypto.randomUUID(),
    },
    body,
  });
  return answer(response.status, response.body);
});
