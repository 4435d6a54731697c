/** typedoc documents the types without a warning: everything has a comment, and every link resolves. */

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { test } from "node:test";

import { packageFolder } from "../js/paths.js";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

test("typedoc has no warnings", () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(packageFolder("typedoc", import.meta.url), "bin/typedoc")], {
    cwd: here("."),
    encoding: "utf8",
  });
  assert.equal(status, 0, stdout + stderr);
});
