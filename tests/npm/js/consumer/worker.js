/** Cloudflare Workers: reads cases, webhooks or sessions from the request, and responds with the result. */

import * as api from "fintoc-preflight";
import * as session from "fintoc-preflight/session";
import * as webhook from "fintoc-preflight/webhook";

import { readCases, run, runSessions, runWebhooks } from "./harness.js";

const RUNS = {
  "/cases": (cases) => run(api, cases),
  "/sessions": (cases) => runSessions(session, cases),
  "/webhooks": (cases) => runWebhooks(webhook, cases),
};

export default {
  async fetch(request) {
    const cases = readCases(await request.text());
    return Response.json(await RUNS[new URL(request.url).pathname](cases));
  },
};
