/** The recipe for Cloudflare Workers, in workerd as wrangler starts it. */

import { testJson } from "./json.js";
import { NODE_PATH } from "./recipe.js";

testJson("cloudflare-worker", {
  localize: (command) => command.replace("--port 8787", "--port 0"),
  ready: /Ready on (http:\/\/\S+:\d+)/,
  env: { PATH: NODE_PATH, WRANGLER_SEND_METRICS: "false", CI: "true" },
});
