/** `POST /checkout`: the JSON body is checked, and sent by Fintoc's official client. */

import express from "express";
import { Fintoc } from "fintoc";
import { toFintocError, validateJson } from "fintoc-preflight";
import { PreflightError, guard } from "fintoc-preflight/client";
import { parseFintocError } from "fintoc-preflight/session";

const { FINTOC_SECRET_KEY, FINTOC_API, PORT = "3000" } = process.env;

const fintoc = guard(new Fintoc(FINTOC_SECRET_KEY), {
  // A request with warnings is sent. The log has the rules, never a value of the request.
  onWarning: (warnings) => console.warn("warnings:", warnings.map(({ rule }) => rule).join(" ")),
});
// The official client has no option for the address.
if (FINTOC_API) fintoc.v2.checkoutSessions._client.baseUrl = FINTOC_API;

const app = express();

app.post("/checkout", express.json({ limit: "1mb" }), async (req, res) => {
  const idempotency_key = req.get("idempotency-key");
  // `path_` is an option of the client: a caller who sets it would choose where the secret key is sent.
  const request = { ...req.body, path_: undefined, idempotency_key };
  const { id, redirect_url } = await fintoc.v2.checkoutSessions.create(request);
  res.status(201).json({ id, redirect_url });
});

app.use((error, req, res, next) => {
  const isText = error.type === "entity.parse.failed"; // express.json() could not parse it
  const report = error instanceof PreflightError ? error.report : isText && validateJson(error.body);
  if (report) return res.status(400).json({ ...toFintocError(report), report });
  const refusal = parseFintocError(error);
  if (refusal?.type !== "invalid_request_error") return next(error);
  console.warn("refused by Fintoc:", refusal.code, "could be found by:", refusal.rules.join(" "));
  res.status(400).json({ error: refusal });
});

const server = app.listen(Number(PORT), () => console.log(`http://localhost:${server.address().port}`));
