/** The types make documentation without a warning: everything has a comment, and every link leads somewhere. */

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { test } from "node:test";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

test("typedoc warns of nothing", () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [here("node_modules/typedoc/bin/typedoc")], {
    cwd: here("."),
    encoding: "utf8",
  });
  assert.equal(status, 0, stdout + stderr);
});
