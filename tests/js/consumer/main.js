/** Node, Deno and Bun, with ECMAScript modules. */

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import process from "node:process";
import { runInNewContext } from "node:vm";

import * as whole from "fintoc-preflight";
import * as js from "fintoc-preflight/js";
import * as slim from "fintoc-preflight/slim";

import { readCases, run, summary } from "./harness.js";

const cases = readCases(readFileSync(process.argv[2], "utf8"));
await slim.init(readFileSync(createRequire(import.meta.url).resolve("fintoc-preflight/core.wasm")));

for (const [name, api] of Object.entries({ default: whole, slim, js })) {
  const result = run(api, cases, runInNewContext("globalThis"));
  console.log(summary(name, result));
  if (result.failures.length > 0) process.exitCode = 1;
}
