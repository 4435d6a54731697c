/** Cloudflare Workers: takes the cases as a request, and answers the result. */

import * as api from "fintoc-preflight";

import { readCases, run } from "./harness.js";

export default {
  async fetch(request) {
    return Response.json(run(api, readCases(await request.text())));
  },
};
