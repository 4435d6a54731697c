/** The recipe for FastAPI. `WHEEL` is the path of the package for Python. */

import assert from "node:assert/strict";

import { testJson } from "./json.js";

const { WHEEL } = process.env;
assert.ok(WHEEL, "WHEEL must be the path of the wheel");

testJson("fastapi", {
  // The folder of the package is not beside a copy of the recipe, and the wheel is built already.
  replacements: { "../../../integrations/python": WHEEL },
  localize: (command) => command.replace("--port 8000", "--port 0"),
  ready: /running on (http:\/\/\S+:\d+)/,
});
