/** Cloudflare Workers: takes the cases or webhooks as a request, and answers the result. */

import * as api from "fintoc-preflight";
import * as webhook from "fintoc-preflight/webhook";

import { readCases, run, runWebhooks } from "./harness.js";

export default {
  async fetch(request) {
    const cases = readCases(await request.text());
    const isWebhooks = new URL(request.url).pathname === "/webhooks";
    return Response.json(isWebhooks ? await runWebhooks(webhook, cases) : run(api, cases));
  },
};
