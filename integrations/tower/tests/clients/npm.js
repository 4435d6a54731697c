/**
 * Creates sessions with Fintoc's official client for Node.js. Reads `{version, request}` from each line of the input,
 * and writes `{session}` or `{error, message}`. The argument is the address of the server.
 */

import { createRequire } from "node:module";
import { createInterface } from "node:readline";

const require = createRequire(import.meta.url);
// The client takes the address from a constant.
require("fintoc/build/main/lib/constants").API_BASE_URL = process.argv[2];
const { Fintoc } = require("fintoc");
const fintoc = new Fintoc("sk_test_none");

for await (const line of createInterface({ input: process.stdin })) {
  const { version, request } = JSON.parse(line);
  const manager = version === "v1" ? fintoc.checkoutSessions : fintoc.v2.checkoutSessions;
  const outcome = manager.create(request).then(
    ({ id, request }) => ({ session: { id, request } }),
    (error) => ({ error: error.constructor.name, message: error.message }),
  );
  // The client makes objects of its own, with a reference to itself.
  console.log(JSON.stringify(await outcome, (name, value) => (name === "_client" ? undefined : value)));
}
