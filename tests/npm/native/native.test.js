/** The packed package in React Native: bundled by Metro, run by Hermes, and its form rendered. */

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { before, test } from "node:test";
import { promisify } from "node:util";

import { CONSUMER, HERMES, NEWEST_NODE, REPOSITORY, packageFolder } from "../js/paths.js";

const FOLDER = import.meta.dirname;
const GENERATED = join(FOLDER, "generated");

/** In bytes. */
const MAX_OUTPUT = 2 ** 24;

async function outputOf(program, ...args) {
  const { stdout } = await promisify(execFile)(program, args, { cwd: FOLDER, maxBuffer: MAX_OUTPUT });
  return stdout;
}

/** The compiler of the Hermes that comes with this React Native. */
const HERMESC = join(
  packageFolder("hermes-compiler", import.meta.url),
  `hermesc/${process.platform === "darwin" ? "osx" : "linux64"}-bin/hermesc`,
);

/** Bundles a program, and returns the path of the bundle, which has no WebAssembly in it. */
async function bundle(entry, platform, ...flags) {
  const path = join(GENERATED, `${entry}.${platform}.js`);
  await outputOf(NEWEST_NODE, "bundle.js", `app/${entry}.js`, platform, path, ...flags);
  assert.ok(!/WebAssembly\.(Module|Instance|compile|instantiate)/.test(readFileSync(path, "utf8")));
  return path;
}

before(() => {
  rmSync(GENERATED, { recursive: true, force: true });
  mkdirSync(GENERATED);
  for (const name of ["README", "README.es"]) {
    const page = readFileSync(join(REPOSITORY, "pkg", `${name}.md`), "utf8");
    const [[, program], ...others] = page.matchAll(/^```tsx\n(.*?)^```$/gms);
    assert.equal(others.length, 0);
    writeFileSync(join(GENERATED, `${name}.tsx`), program);
  }
});

for (const platform of ["android", "ios"]) {
  test(`Metro bundles an app for ${platform} without WebAssembly, and Hermes compiles it`, async () => {
    const path = await bundle("index", platform);
    await outputOf(HERMESC, "-emit-binary", "-O", "-w", "-out", `${path}.hbc`, path);
  });
}

test("a program prints the same in Hermes as in Node", async () => {
  const printed = await outputOf(HERMES, "-w", await bundle("hermes", "ios", "--bare"));
  assert.ok(printed.split("\n").length > 40);
  assert.equal(printed, await outputOf(NEWEST_NODE, "app/node.js"));
});

test("a Metro without `exports` takes the entry without WebAssembly too", async () => {
  const { validate } = createRequire(join(CONSUMER, "main.js"))("fintoc-preflight");
  const printed = await outputOf(HERMES, "-w", await bundle("legacy", "android", "--bare", "--legacy"));
  assert.equal(printed, `${JSON.stringify(validate({}, { now: 0 }))}\n`);
});

test("the forms of the READMEs compile", async () => {
  await outputOf(process.execPath, "node_modules/typescript/bin/tsc", "--project", ".");
});

test("the forms of the READMEs can be filled in and paid", async () => {
  await outputOf(NEWEST_NODE, "node_modules/jest/bin/jest.js", "--ci");
});
