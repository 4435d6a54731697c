/**
 * Runs the JavaScript benches, and writes docs/performance.md and docs/comparison.md. `cargo xtask bench` runs it after
 * the native bench, which writes its figures and the requests. `--quick` measures briefly, only to test the benches.
 */

import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { cpus, totalmem, type } from "node:os";
import { join } from "node:path";

import { compare, writeComparison } from "./comparison.js";
import { BENCH, DOCS, NODES, templateOf } from "./paths.js";
import { fill, performanceTables } from "./page.js";
import { costPlot, itemsPlot } from "./plot.js";
import { measureSpeed } from "./speed.js";
import { measureStartup, measureStartupInChromium } from "./startup.js";

const QUICK = { rounds: 4, turn: 1, itemRounds: 2, startups: 2 };
const FULL = { rounds: 60, turn: 4, itemRounds: 20, startups: 30 };

const isQuick = process.argv.includes("--quick");
const { rounds, turn, itemRounds, startups } = isQuick ? QUICK : FULL;

const requests = join(BENCH, "requests.json");
const items = join(BENCH, "items.json");
const measured = (name) => JSON.parse(readFileSync(join(BENCH, name), "utf8"));
const outputOf = (program, ...args) => execFileSync(program, args, { encoding: "utf8" }).trim();

const nodes = [];
for (const node of NODES) {
  const version = outputOf(node, "--version").slice(1);
  console.log(`Node.js ${version}`);
  nodes.push({
    version,
    speed: await measureSpeed({ node, file: requests, rounds, turn }),
    items: await measureSpeed({ node, file: items, rounds: itemRounds, turn }),
    startup: measureStartup({ node, file: requests, rounds: startups }),
  });
}
console.log("Chromium");
const chromium = await measureStartupInChromium({ file: requests, rounds: startups });

const figures = {
  machine: `${cpus()[0].model}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, ${type()}`,
  rustc: outputOf("rustc", "--version"),
  rounds,
  turn,
  startups,
  native: measured("native.json"),
  nativeGrowth: measured("growth.json"),
  ndjson: measured("ndjson.json"),
  ...(await compare()),
  nodes,
  chromium,
};
writeFileSync(join(BENCH, "figures.json"), JSON.stringify(figures, null, 2));

// The figures of `--quick` are too inexact for docs/.
const folder = isQuick ? BENCH : DOCS;
writeFileSync(join(folder, "performance.md"), fill(readFileSync(templateOf("performance.md"), "utf8"), performanceTables(figures)));
writeComparison(folder, figures);
writeFileSync(join(folder, "performance-text.svg"), costPlot(figures));
writeFileSync(join(folder, "performance-items.svg"), itemsPlot(figures));
console.log(`wrote ${join(folder, "performance.md")}`);
