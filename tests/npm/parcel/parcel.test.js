/** A program with the packed package prints the same after bundling by Parcel as in Node. */

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFileSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

import { EXPECTED } from "../js/expected.js";
import { BUILT, NEWEST_NODE, VISIT } from "../js/paths.js";

const FOLDER = fileURLToPath(new URL(".", import.meta.url));
const BUNDLE = join(BUILT, "bundles/parcel");
const CACHE = join(BUILT, "bundles/parcel-cache");

const run = promisify(execFile);

before(async () => {
  for (const folder of [BUNDLE, CACHE]) rmSync(folder, { recursive: true, force: true });
  const args = ["build", "app/index.html", "--cache-dir", CACHE, "--no-autoinstall", "--no-source-maps"];
  await run("node_modules/.bin/parcel", [...args, "--dist-dir", BUNDLE], { cwd: FOLDER });
});

test("the bundle runs in Chromium", async () => {
  const { stdout } = await run(NEWEST_NODE, [VISIT, BUNDLE]);
  assert.equal(stdout.trimEnd(), EXPECTED);
});

test("no Node.js global is polyfilled", () => {
  const scripts = readdirSync(BUNDLE).filter((name) => name.endsWith(".js"));
  assert.equal(scripts.length, 1);
  // Parcel adds a polyfill to a program that names `Buffer`, or fails if none is installed.
  const names = readFileSync(join(BUNDLE, scripts[0]), "utf8").match(/\b(Buffer|process)\b/g);
  assert.equal(names, null);
});
