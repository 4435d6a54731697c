/** The programs of the READMEs print the output shown. */

import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

import { CONSUMER, REPOSITORY } from "./paths.js";

const readme = readFileSync(join(CONSUMER, "node_modules/fintoc-preflight/README.md"), "utf8");

test("programs print the output in their comments", () => {
  const pages = [readme, readFileSync(join(REPOSITORY, "README.md"), "utf8")];
  const programs = pages.flatMap((page) => [...page.matchAll(/^```js\n(.*?)^```$/gms)]).map(([, text]) => text);
  const printing = programs.filter((text) => text.includes("console.log("));
  assert.ok(printing.length >= 4);
  for (const program of printing) {
    const expected = [...program.matchAll(/^console\.log\(.*\); \/\/ (.*)$/gm)].map(([, text]) => `${text}\n`).join("");
    const printed = execFileSync(process.execPath, ["--input-type=module"], { cwd: CONSUMER, input: program });
    assert.equal(printed.toString(), expected);
  }
});

test("commands with their input print the output below them", () => {
  const commands = [...readme.matchAll(/^\$ (echo .*\| npx fintoc-preflight .*)\n(.*?)^```$/gms)];
  assert.equal(commands.length, 2);
  for (const [, command, expected] of commands) {
    const { stdout } = spawnSync("bash", ["-c", command], { cwd: CONSUMER, encoding: "utf8" });
    assert.equal(stdout, expected);
  }
});

test("the command prints the output below it", () => {
  const [, name, expected] = /^\$ npx fintoc-preflight (\S+)\n(.*?)^```$/ms.exec(readme);
  const [, request] = /validate\((\{\n.*?\n\})\);\n/s.exec(readme);
  const lines = request
    .replace(/^( *)(\w+):/gm, '$1"$2":')
    .replace(/(?<=[{,] )(\w+):/g, '"$1":')
    .replace(/,(?=\n *[}\]])/g, "");
  writeFileSync(join(CONSUMER, name), lines);
  const { stdout } = spawnSync("node_modules/.bin/fintoc-preflight", [name], { cwd: CONSUMER, encoding: "utf8" });
  assert.equal(stdout, expected);
});
