/** Node, with CommonJS. */

const { readFileSync } = require("node:fs");
const { runInNewContext } = require("node:vm");

const whole = require("fintoc-preflight");
const js = require("fintoc-preflight/js");
const slim = require("fintoc-preflight/slim");

async function main() {
  const { readCases, run, summary } = await import("./harness.js");
  const cases = readCases(readFileSync(process.argv[2], "utf8"));
  await slim.init(readFileSync(require.resolve("fintoc-preflight/core.wasm")));
  for (const [name, api] of Object.entries({ default: whole, slim, js })) {
    const result = run(api, cases, runInNewContext("globalThis"));
    console.log(summary(name, result));
    if (result.failures.length > 0) process.exitCode = 1;
  }
}

main();
