/** Node, Deno and Bun, with ECMAScript modules. */

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import process from "node:process";
import { runInNewContext } from "node:vm";

import * as whole from "fintoc-preflight";
import * as js from "fintoc-preflight/js";
import * as session from "fintoc-preflight/session";
import * as slim from "fintoc-preflight/slim";
import * as webhook from "fintoc-preflight/webhook";

import { readCases, run, runSessions, runWebhooks, summary } from "./harness.js";

const [cases, webhooks, sessions] = process.argv.slice(2).map((path) => readCases(readFileSync(path, "utf8")));
await slim.init(readFileSync(createRequire(import.meta.url).resolve("fintoc-preflight/core.wasm")));

const realm = runInNewContext("globalThis");
const results = Object.entries({ default: whole, slim, js }).map(([name, api]) => [name, run(api, cases, realm)]);
results.push(["session", runSessions(session, sessions)], ["webhook", await runWebhooks(webhook, webhooks)]);
for (const [name, result] of results) {
  console.log(summary(name, result));
  if (result.failures.length > 0) process.exitCode = 1;
}
