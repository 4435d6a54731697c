/** `init` writes a request and a test that pass, the same by both commands. */

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

import { transformSync } from "esbuild";

import { CONSUMER, REPOSITORY } from "./paths.js";

const NATIVE = join(REPOSITORY, "target/debug/fintoc-preflight");
const NPX = join(CONSUMER, "node_modules/.bin/fintoc-preflight");

const run = (program, args, cwd) => {
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, npm_config_offline: "true" };
  const { status, stdout, stderr } = spawnSync(program, args, { cwd, env, encoding: "utf8" });
  return { status, stdout, stderr };
};

/** Runs `init` by both commands in a project with these files; returns its folder, and the names in it. */
function init(name, files, args = []) {
  const [npm, native] = [NPX, NATIVE].map((program, index) => {
    const folder = join(CONSUMER, `init-${name}-${index}`);
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder);
    for (const file of files) writeFileSync(join(folder, file), file === "package.json" ? "{}" : "");
    const found = run(program, ["init", ...args], folder);
    const names = readdirSync(folder, { recursive: true }).sort();
    const written = names.filter((name) => name.includes(".")).map((name) => readFileSync(join(folder, name), "utf8"));
    return { folder, names, found, written };
  });
  assert.deepEqual({ ...npm, folder: "" }, { ...native, folder: "" });
  assert.equal(npm.found.status, 0);
  // Again: no file is written over.
  for (const program of [NPX, NATIVE]) {
    const again = run(program, ["init"], npm.folder);
    const stderr = "fintoc-preflight: checkout-request.json: the file exists; nothing was written\n";
    assert.deepEqual(again, { status: 2, stdout: "", stderr });
  }
  assert.equal(run(NPX, ["checkout-request.json"], npm.folder).stdout, "checkout-request.json: valid\n");
  return npm;
}

/** Asserts that a test passes with the request as it is, and fails with another one in its place. */
function assertJudges(folder, file, from, test) {
  const passed = test();
  assert.equal(passed.status, 0, passed.stdout + passed.stderr);
  const text = readFileSync(join(folder, file), "utf8");
  assert.ok(text.includes(from));
  writeFileSync(join(folder, file), text.replace(from, "-1"));
  assert.notEqual(test().status, 0);
}

test("JavaScript", () => {
  const { folder, names } = init("javascript", ["package.json"]);
  assert.ok(names.includes("checkout-request.test.mjs"));
  const test = () => run(process.execPath, ["--test", "checkout-request.test.mjs"], folder);
  assertJudges(folder, "checkout-request.json", "350000", test);
});

test("TypeScript", () => {
  const { folder } = init("typescript", ["package.json", "tsconfig.json"]);
  // Node.js runs the file itself since version 22.18; this removes the types in the versions before.
  const test = () => {
    const text = readFileSync(join(folder, "checkout-request.test.ts"), "utf8");
    writeFileSync(join(folder, "plain.test.mjs"), transformSync(text, { loader: "ts" }).code);
    return run(process.execPath, ["--test", "plain.test.mjs"], folder);
  };
  assertJudges(folder, "checkout-request.test.ts", "350000", test);
});

test("Python", () => {
  const { folder } = init("python", ["pyproject.toml"]);
  const test = () => run("python3", ["test_checkout_request.py"], folder);
  assertJudges(folder, "checkout-request.json", "350000", test);
});

test("without a known language there is only the request", () => {
  const { names, found } = init("none", [], ["--lang", "es"]);
  assert.deepEqual(names, ["checkout-request.json"]);
  assert.match(found.stdout, /\npruébala: fintoc-preflight checkout-request\.json\n$/);
  assert.ok(!existsSync(join(CONSUMER, "checkout-request.json")));
});
