/** The mock with the official client for Python. The argument is the Python executable that has the client. */

import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

import { CONSUMER } from "../paths.js";

const [python] = process.argv.slice(2);
const mock = spawn(join(CONSUMER, "node_modules/.bin/fintoc-preflight"), ["mock", "--port", "0"], { stdio: ["ignore", "pipe", "inherit"] });
try {
  const [line] = await once(createInterface(mock.stdout), "line");
  mock.stdout.resume();
  const script = fileURLToPath(new URL("pypi.py", import.meta.url));
  const output = execFileSync(python, [script, line.replace("mock: ", "")], { encoding: "utf8" });
  const expected = {
    type: "CheckoutSession",
    is_found: true,
    status: "expired",
    is_replayed: true,
    refused: "invalid_request_error: invalid_positive_integer (amount)",
  };
  assert.deepEqual(JSON.parse(output), [expected, expected]);
  console.log("The mock answers the official client for Python in both versions");
} finally {
  mock.kill();
}
