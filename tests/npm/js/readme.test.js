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

const PAGES = ["README.md", "README.es.md", "pkg/README.md", "pkg/README.es.md"];

const READMES = ["README.md", "README.es.md"].map((page) => {
  return readFileSync(join(CONSUMER, "node_modules/fintoc-preflight", page), "utf8");
});

test("programs print the output in their comments", () => {
  const programs = PAGES.flatMap((page) => {
    const text = readFileSync(join(REPOSITORY, page), "utf8");
    return [...text.matchAll(/^```js\n(.*?)^```$/gms)].map(([, program]) => program);
  });
  const printing = programs.filter((text) => text.includes("console.log("));
  assert.ok(printing.length >= 8);
  for (const program of printing) {
    const expected = [...program.matchAll(/^console\.log\(.*\); \/\/ (.*)$/gm)].map(([, text]) => `${text}\n`).join("");
    // The official client is installed beside the tests.
    const cwd = program.includes('from "fintoc"') ? import.meta.dirname : CONSUMER;
    const printed = execFileSync(process.execPath, ["--input-type=module"], { cwd, input: program });
    assert.equal(printed.toString(), expected);
  }
});

test("commands with their input print the output below them", () => {
  const commands = READMES.flatMap((page) => [...page.matchAll(/^\$ (echo [^\n]*\| npx fintoc-preflight [^\n]*)\n(.*?)^```$/gms)]);
  assert.equal(commands.length, 4);
  for (const [, command, expected] of commands) {
    const { stdout } = spawnSync("bash", ["-c", command], { cwd: CONSUMER, encoding: "utf8" });
    assert.equal(stdout, expected);
  }
});

for (const readme of READMES) {
  test("the command prints the output below it", () => {
    const [, args, expected] = /^\$ npx fintoc-preflight ((?!mock)[^\n]*? *request\.json)\n(.*?)^```$/ms.exec(readme);
    const [, request] = /validate\((\{\n.*?\n\})(?:, \{ locale: "es" \})?\);\n/s.exec(readme);
    const lines = request
      .replace(/^( *)(\w+):/gm, '$1"$2":')
      .replace(/(?<=[{,] )(\w+):/g, '"$1":')
      .replace(/,(?=\n *[}\]])/g, "");
    writeFileSync(join(CONSUMER, "request.json"), lines);
    const command = "node_modules/.bin/fintoc-preflight";
    const { stdout } = spawnSync(command, args.split(" "), { cwd: CONSUMER, encoding: "utf8" });
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
}
