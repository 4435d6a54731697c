/** Runs every case in the usual runtimes; with `--all` in all of them. */

import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

import { BUN, CASES, CONSUMER, DENO, NEWEST_NODE, SESSIONS, WEBHOOKS } from "./paths.js";

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));

const FILES = [CASES, WEBHOOKS, SESSIONS];

const node = (program) => [
  { name: "Node, ECMAScript modules", program, args: ["main.js", ...FILES] },
  { name: "Node, CommonJS", program, args: ["main.cjs", ...FILES] },
];
/** The build for pages, which bundlers take by this condition. */
const pages = { name: "Node, the core for pages", program: NEWEST_NODE, args: ["--conditions", "browser", "main.js", ...FILES] };
const driven = (name, ...args) => ({ name, program: NEWEST_NODE, args });

const USUAL = [
  ...node(process.execPath),
  ...node(NEWEST_NODE),
  pages,
  { name: "Deno", program: DENO, args: ["run", "--allow-read", "main.js", ...FILES] },
  { name: "Bun", program: BUN, args: ["main.js", ...FILES] },
  driven("Cloudflare Workers", path("runtimes/workerd.js")),
  driven("Hermes", path("runtimes/hermes.js")),
  driven("Chromium", path("runtimes/browser.js"), "chromium"),
];

const REST = [
  ...[18, 22, 24].flatMap((version) => node(path(`nodes/node_modules/node-${version}/bin/node`))),
  driven("Firefox", path("runtimes/browser.js"), "firefox"),
];

const total = { passed: 0, failed: 0 };
for (const { name, program, args } of process.argv.includes("--all") ? [...USUAL, ...REST] : USUAL) {
  const version = name.startsWith("Node") ? ` ${outputOf(program, ["--version"])}` : "";
  console.log(`${name}${version}`);
  const output = outputOf(program, args);
  console.log(output.replace(/^/gm, "  "));
  const counts = [...output.matchAll(/: (\d+) passed, (\d+) failed$/gm)];
  total.passed += counts.reduce((sum, [, passed]) => sum + Number(passed), 0);
  // A runtime without counts has failed to run.
  total.failed += counts.length === 0 ? 1 : counts.reduce((sum, [, , failed]) => sum + Number(failed), 0);
}
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;

function outputOf(program, args) {
  const { stdout, error } = spawnSync(program, args, {
    cwd: CONSUMER,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
  return error ? `${program}: ${error.message}` : stdout.trim();
}
