/**
 * Fintoc's official clients against the example server. `PYTHON` is a Python with the client of PyPI, and `SERVER` the
 * program of the example.
 */

import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";

const path = (name) => fileURLToPath(new URL(name, import.meta.url));
const { PYTHON = path("../../../../target/python/bin/python") } = process.env;
const { SERVER = path("../../../../target/debug/examples/server") } = process.env;
const CASES = JSON.parse(readFileSync(path("requests.json"), "utf8"));

/** @type {Record<string, [string, string]>} */
const CLIENTS = { npm: [process.execPath, path("npm.js")], pypi: [PYTHON, path("pypi.py")] };

/** Starts the example server, and returns its process and address. */
async function start(...flags) {
  const process = spawn(SERVER, [...flags, "127.0.0.1:0"], { stdio: ["ignore", "pipe", "inherit"] });
  const [address] = await once(createInterface({ input: process.stdout }), "line");
  return { process, address };
}

/** Runs a client with all cases, and returns the outcome of each. */
function outcomes([program, script], address) {
  const input = CASES.map((line) => JSON.stringify(line)).join("\n");
  const output = execFileSync(program, [script, address], { input, encoding: "utf8" });
  return output.trim().split("\n").map((line) => JSON.parse(line));
}

let refusing;
let reporting;

before(async () => {
  [refusing, reporting] = await Promise.all([start(), start("--report")]);
});

after(() => {
  refusing?.process.kill();
  reporting?.process.kill();
});

test("the commands of the README print what it says", () => {
  const readme = readFileSync(path("../../README.md"), "utf8");
  const commands = [...readme.matchAll(/^\$ (curl .*)\n(.*)$/gm)];
  assert.equal(commands.length, 2);
  for (const [, command, printed] of commands) {
    const local = command.replace("localhost:3000", refusing.address);
    const output = execFileSync("sh", ["-c", `${local} --silent`], { encoding: "utf8" });
    assert.ok(printed.endsWith("…") ? output.startsWith(printed.slice(0, -1)) : output === printed, output);
  }
});

for (const [name, client] of Object.entries(CLIENTS)) {
  test(`${name}: a valid request makes a session, and an invalid one the client's own error`, () => {
    for (const [index, outcome] of outcomes(client, refusing.address).entries()) {
      const { request, error } = CASES[index];
      if (error) {
        assert.equal(outcome.error, "InvalidRequestError", JSON.stringify(outcome));
        assert.ok(outcome.message.startsWith(error), outcome.message);
      } else {
        assert.deepEqual(outcome, { session: { id: "cs_example", request } });
      }
    }
  });

  test(`${name}: with --report every request reaches the handler`, () => {
    for (const [index, outcome] of outcomes(client, reporting.address).entries()) {
      assert.deepEqual(outcome, { session: { id: "cs_example", request: CASES[index].request } });
    }
  });
}
