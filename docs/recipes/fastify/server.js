/** `POST /checkout`: the bytes of the body are checked, and sent to Fintoc as they came. */

import { randomUUID } from "node:crypto";

import Fastify from "fastify";
import { createValidator, toFintocError } from "fintoc-preflight";

const { FINTOC_SECRET_KEY, FINTOC_API = "https://api.fintoc.com", PORT = "3000" } = process.env;

// Options are checked once, here. The messages are in Spanish.
const { validateJson } = createValidator({ locale: "es-CL" });

const app = Fastify({ logger: { level: "warn" }, bodyLimit: 1024 * 1024 });

// Without this Fastify would parse the body, which hides repeated names and answers syntax errors in its own form.
app.addContentTypeParser("application/json", { parseAs: "buffer" }, async (_, bytes) => bytes);

app.post("/checkout", async (request, reply) => {
  const report = validateJson(request.body ?? "");
  if (!report.valid) return reply.code(400).send({ ...toFintocError(report), report });
  // A request with warnings is sent. The log has the rules, never a value of the request.
  if (report.warnings.length > 0) request.log.warn(report.warnings.map(({ rule }) => rule).join(" "));
  const response = await fetch(`${FINTOC_API}/v2/checkout_sessions`, {
    method: "POST",
    headers: {
      authorization: FINTOC_SECRET_KEY,
      "content-type": "application/json",
      "idempotency-key": request.headers["idempotency-key"] ?? randomUUID(),
    },
    body: request.body,
    signal: AbortSignal.timeout(30_000),
  });
  return reply.code(response.status).type("application/json").send(await response.text());
});

console.log(await app.listen({ port: Number(PORT) }));
