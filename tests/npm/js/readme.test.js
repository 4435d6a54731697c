/** The programs of the READMEs print the output shown. */

import assert from "node:assert/strict";
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { test } from "node:test";

import { CONSUMER, REPOSITORY } from "./paths.js";
import { run } from "./program.js";

const readme = readFileSync(join(CONSUMER, "node_modules/fintoc-preflight/README.md"), "utf8");

test("programs print the output in their comments", () => {
  const pages = [readme, readFileSync(join(REPOSITORY, "README.md"), "utf8")];
  const programs = pages.flatMap((page) => [...page.matchAll(/^```js\n(.*?)^```$/gms)]).map(([, text]) => text);
  const printing = programs.filter((text) => text.includes("console.log("));
  assert.ok(printing.length >= 4);
  for (const program of printing) {
    const expected = [...program.matchAll(/^console\.log\(.*\); \/\/ (.*)$/gm)].map(([, text]) => `${text}\n`).join("");
    // The official client is installed beside the tests.
    const cwd = program.includes('from "fintoc"') ? import.meta.dirname : CONSUMER;
    const printed = execFileSync(process.execPath, ["--input-type=module"], { cwd, input: program });
    assert.equal(printed.toString(), expected);
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

test("the matcher's message is the one shown", () => {
  const [, expected] = /^```text\n(expected a valid checkout session\n.*?)^```$/ms.exec(readme);
  const [program] = /^import \{ fixture \}.*?^const \{ pass, message \}.*?$/ms.exec(readme);
  assert.equal(run(`${program}\nconsole.log(message());`), expected);
});

test("the mock starts as shown", async () => {
  const [, args, expected] = /^\$ npx fintoc-preflight (mock .*)\n(.*)\n```$/m.exec(readme);
  const mock = spawn("node_modules/.bin/fintoc-preflight", args.split(" "), { cwd: CONSUMER, stdio: ["ignore", "pipe", "inherit"] });
  const [line] = await once(createInterface(mock.stdout), "line");
  mock.kill();
  assert.equal(line, expected);
});
