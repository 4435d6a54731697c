/** Runs the tests of forms in Chromium, and with `--all` in Firefox too. */

import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

import { NEWEST_NODE } from "../js/paths.js";

const cwd = fileURLToPath(new URL(".", import.meta.url));

for (const BROWSER of process.argv.includes("--all") ? ["chromium", "firefox"] : ["chromium"]) {
  console.log(BROWSER);
  const args = ["--test", "--test-reporter", "dot", "--test-concurrency", "1"];
  const { status } = spawnSync(NEWEST_NODE, args, { cwd, env: { ...process.env, BROWSER }, stdio: "inherit" });
  if (status !== 0) process.exitCode = 1;
}
