/** typedoc documents the types without a warning: everything has a comment, and every link resolves. */

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { stripVTControlCharacters } from "node:util";
import { test } from "node:test";

import { packageFolder } from "../js/paths.js";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** Matches the warning that a fact has no comment: the sentence on its rule explains it. */
const IS_FACT = /\b(FactsOf\.[\w-]+|facts)\.__type\.\w+ \(Property\).* does not have any documentation$/;

test("typedoc has no warnings", () => {
  const typedoc = join(packageFolder("typedoc", import.meta.url), "bin/typedoc");
  const { status, stdout, stderr } = spawnSync(process.execPath, [typedoc], { cwd: here("."), encoding: "utf8" });
  assert.equal(status, 0, stdout + stderr);
  const lines = stripVTControlCharacters(stdout + stderr).split("\n");
  const warnings = lines.filter((line) => line.startsWith("[warning]") && !/ Found 0 errors and \d+ warnings$/.test(line));
  assert.deepEqual(warnings.filter((line) => !IS_FACT.test(line)), []);
});
