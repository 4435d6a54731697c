/** `POST /checkout`: the bytes of the body are checked, and sent to Fintoc as they came. */

import { toFintocError, validateJson } from "fintoc-preflight";

import { createSession } from "../fintoc.js";

export async function POST(request) {
  const body = new Uint8Array(await request.arrayBuffer());
  const report = validateJson(body, { locale: "es-CL" });
  if (!report.valid) return Response.json({ ...toFintocError(report), report }, { status: 400 });
  // A request with warnings is sent. The log has the rules, never a value of the request.
  if (report.warnings.length > 0) console.warn(report.warnings.map(({ rule }) => rule).join(" "));
  const response = await createSession(body, request.headers.get("idempotency-key"));
  return Response.json(await response.json(), { status: response.status });
}
