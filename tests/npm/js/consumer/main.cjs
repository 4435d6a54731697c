/** Node, with CommonJS. */

const { readFileSync } = require("node:fs");
const { runInNewContext } = require("node:vm");

const whole = require("fintoc-preflight");
const js = require("fintoc-preflight/js");
const session = require("fintoc-preflight/session");
const slim = require("fintoc-preflight/slim");
const webhook = require("fintoc-preflight/webhook");

async function main() {
  const { readCases, run, runSessions, runWebhooks, summary } = await import("./harness.js");
  const [cases, webhooks, sessions] = process.argv.slice(2).map((path) => readCases(readFileSync(path, "utf8")));
  await slim.init(readFileSync(require.resolve("fintoc-preflight/core.wasm")));
  const realm = runInNewContext("globalThis");
  const results = Object.entries({ default: whole, slim, js }).map(([name, api]) => [name, run(api, cases, realm)]);
  results.push(["session", runSessions(session, sessions)], ["webhook", await runWebhooks(webhook, webhooks)]);
  for (const [name, result] of results) {
    console.log(summary(name, result));
    if (result.failures.length > 0) process.exitCode = 1;
  }
}

main();
