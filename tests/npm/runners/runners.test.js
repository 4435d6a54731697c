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
const SUITE = JSON.stringify({ expected: EXPECTED, options: OPTIONS, requests: REQUESTS });

// Jest supports ECMAScript modules only with this flag. Both fail a test after 5 seconds by default, which a busy
// machine may exceed.
const NO_TIMEOUT = ["--testTimeout", "3600000"];
const jest = ["--experimental-vm-modules", program("jest", "bin/jest.js"), "--rootDir", "jest", ...NO_TIMEOUT];
const vitest = [program("vitest", "vitest.mjs"), "run", "--dir", "vitest", "--globals", ...NO_TIMEOUT];

const matchers = [program("vitest", "vitest.mjs"), "run", "--dir", "matchers", "--config", "matchers/vitest.config.js"];

const RUNS = {
  "Jest, jsdom": [...jest, "--env", "jsdom"],
  "Jest, node": [...jest, "--env", "node"],
  "Vitest, jsdom": [...vitest, "--environment", "jsdom"],
  "Vitest, jsdom in a realm of its own": [...vitest, "--environment", "jsdom", "--pool", "vmThreads"],
  "Vitest, the matchers": [...matchers, ...NO_TIMEOUT],
};

for (const [name, args] of Object.entries(RUNS)) {
  test(name, () => {
    const { status, stdout, stderr } = spawnSync(NEWEST_NODE, args, {
      cwd: FOLDER,
      encoding: "utf8",
      env: { ...process.env, SUITE, NO_COLOR: "1" },
    });
    assert.equal(status, 0, stdout + stderr);
  });
}
