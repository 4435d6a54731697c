import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

import { EXPECTED } from "../js/expected.js";
import { NEWEST_NODE, packageFolder } from "../js/paths.js";
import { OPTIONS, REQUESTS } from "../js/requests.js";

const FOLDER = fileURLToPath(new URL(".", import.meta.url));
const program = (name, file) => join(packageFolder(name, import.meta.url), file);
const JUDGED = JSON.stringify({ expected: EXPECTED, options: OPTIONS, requests: REQUESTS });

// Jest takes ECMAScript modules with this flag alone. Both fail a test that takes 5 seconds, as it may on a busy
// machine.
const UNHURRIED = ["--testTimeout", "3600000"];
const jest = ["--experimental-vm-modules", program("jest", "bin/jest.js"), "--rootDir", "jest", ...UNHURRIED];
const vitest = [program("vitest", "vitest.mjs"), "run", "--dir", "vitest", "--globals", ...UNHURRIED];

const RUNS = {
  "Jest, jsdom": [...jest, "--env", "jsdom"],
  "Jest, node": [...jest, "--env", "node"],
  "Vitest, jsdom": [...vitest, "--environment", "jsdom"],
  "Vitest, jsdom in a realm of its own": [...vitest, "--environment", "jsdom", "--pool", "vmThreads"],
};

for (const [name, args] of Object.entries(RUNS)) {
  test(name, () => {
    const { status, stdout, stderr } = spawnSync(NEWEST_NODE, args, {
      cwd: FOLDER,
      encoding: "utf8",
      env: { ...process.env, JUDGED, NO_COLOR: "1" },
    });
    assert.equal(status, 0, stdout + stderr);
  });
}
