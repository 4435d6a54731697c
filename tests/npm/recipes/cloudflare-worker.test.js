/** The recipe for Cloudflare Workers, in workerd as wrangler starts it. */

import { dirname, join } from "node:path";

import { NEWEST_NODE, packageFolder } from "../js/paths.js";
import { testJson } from "./json.js";

testJson("cloudflare-worker", {
  localize: (command) => command.replace("--port 8787", "--port 0"),
  ready: /Ready on (http:\/\/\S+:\d+)/,
  env: { PATH: `${nodeFolder()}:${process.env.PATH}`, WRANGLER_SEND_METRICS: "false", CI: "true" },
});

/** Returns the folder of a Node.js that is new enough for wrangler: that of the other Worker's tests, if it is installed. */
function nodeFolder() {
  try {
    return join(packageFolder("node-26", new URL("../../../integrations/worker/package.json", import.meta.url)), "bin");
  } catch {
    return dirname(NEWEST_NODE);
  }
}
