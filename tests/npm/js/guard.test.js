/** The guard with Fintoc's official client, in every runtime that the client runs in; see `guard/checks.js`. */

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

import { BUN, DENO, NEWEST_NODE } from "./paths.js";

const CHECKS = fileURLToPath(new URL("guard/checks.js", import.meta.url));

/** The names of the client's versions: the newest, and the oldest that creates sessions, which has only version 1. */
const CLIENTS = ["fintoc", "fintoc-1.9"];

const RUNTIMES = {
  Node: [process.execPath],
  "the newest Node": [NEWEST_NODE],
  Bun: [BUN],
  Deno: [DENO, "run", "--allow-all"],
};

for (const [runtime, [program, ...args]] of Object.entries(RUNTIMES)) {
  for (const client of CLIENTS) {
    test(`${client} in ${runtime}`, () => {
      const { stdout, stderr } = spawnSync(program, [...args, CHECKS, client], { encoding: "utf8" });
      assert.match(stdout, /^(\d\d) of \1 checks passed\n$/m, stdout + stderr);
    });
  }
}
