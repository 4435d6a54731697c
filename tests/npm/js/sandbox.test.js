/**
 * The package needs no permission: it validates where files, connections and processes are refused. The program first
 * makes sure that they are.
 */

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";

import { build } from "esbuild";

import { CONSUMER, DENO, NEWEST_NODE } from "./paths.js";

const ATTEMPTS = `
  import { spawnSync } from "node:child_process";
  import { readFileSync, writeFileSync } from "node:fs";

  const attempts = {
    read: () => readFileSync("package.json"),
    write: () => writeFileSync("written", ""),
    run: () => {
      const { error } = spawnSync("true");
      if (error) throw error;
    },
    connect: () => fetch("http://127.0.0.1:65000"),
  };
  for (const [name, attempt] of Object.entries(attempts)) {
    try {
      await attempt();
      throw new Error(name + " is permitted");
    } catch (error) {
      const { code } = error.cause ?? error;
      if (code !== "ERR_ACCESS_DENIED" && error.name !== "NotCapable") throw error;
    }
  }
`;

const REPORTS = `
  import { parse, validate, validateJson } from "fintoc-preflight";
  import { readForm } from "fintoc-preflight/form";
  import { validate as validateByScript } from "fintoc-preflight/js";
  import { parseEvent } from "fintoc-preflight/session";
  import { verifySignature } from "fintoc-preflight/webhook";

  const request = { amount: 0, currency: "clp", line_items: [{ quantity: 0 }] };
  const options = { now: "2026-01-13T12:00:00Z" };
  const signed = { body: "{}", header: "t=1,v1=00", secret: "whsec" };
  console.log(JSON.stringify([
    validate(request, options),
    validateJson(JSON.stringify(request), options),
    validateByScript(request, options),
    parse({ amount: 1000, currency: "CLP", ui_mode: "embedded" }, options),
    readForm([["amount", "1.000"]]),
    parseEvent('{"id":"evt_1","type":"checkout_session.finished","mode":"test","object":"event","data":{}}'),
    await verifySignature(signed).catch((error) => error.name),
  ]));
`;

/** Bundles a program into one text, so that nothing must be read to run it. */
async function bundle(contents) {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: CONSUMER },
    bundle: true,
    write: false,
    format: "esm",
    target: "es2022",
    conditions: ["browser"],
    external: ["node:*"],
  });
  return outputFiles[0].text;
}

const run = (program, args, input) => execFileSync(program, args, { cwd: CONSUMER, encoding: "utf8", input });

const RUNTIMES = [
  { name: "Node", program: NEWEST_NODE, args: ["--permission", "--no-warnings", "--input-type=module", "-"] },
  { name: "Deno", program: DENO, args: ["run", "--no-prompt", "--quiet", "-"] },
];

for (const { name, program, args } of RUNTIMES) {
  test(`it runs in ${name} without any permission`, async () => {
    const reports = await bundle(REPORTS);
    const permitted = run(process.execPath, ["--input-type=module", "-"], reports);
    assert.equal(JSON.parse(permitted)[0].valid, false);
    assert.equal(run(program, args, `${ATTEMPTS}${reports}`), permitted);
  });
}
