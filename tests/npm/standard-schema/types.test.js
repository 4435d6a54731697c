/** The types of the libraries accept the schema, and infer the request from it. */

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { test } from "node:test";

import { packageFolder } from "../js/paths.js";

test("the programs of this folder compile", () => {
  const folder = fileURLToPath(new URL(".", import.meta.url));
  const tsc = join(packageFolder("typescript", import.meta.url), "bin/tsc");
  const { stdout } = spawnSync(process.execPath, [tsc, "--pretty", "false", "-p", folder], { encoding: "utf8" });
  assert.equal(stdout, "");
});
