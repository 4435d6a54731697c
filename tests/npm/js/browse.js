/** Runs the page tests of a folder in Chromium, and with `--all` also in Firefox. */

import { spawnSync } from "node:child_process";

import { NEWEST_NODE } from "./paths.js";

const [cwd, ...options] = process.argv.slice(2);

for (const BROWSER of options.includes("--all") ? ["chromium", "firefox"] : ["chromium"]) {
  console.log(BROWSER);
  const args = ["--test", "--test-reporter", "dot", "--test-concurrency", "1"];
  const { status } = spawnSync(NEWEST_NODE, args, { cwd, env: { ...process.env, BROWSER }, stdio: "inherit" });
  if (status !== 0) process.exitCode = 1;
}
