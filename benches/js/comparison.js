/**
 * Writes docs/comparison.md: the coverage and the size of each candidate, neither of which depends on the machine. The
 * bench runs this too; on its own it needs only the package, built and installed.
 */

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { CANDIDATES } from "./candidates.js";
import { measureCoverage } from "./coverage.js";
import { comparisonTables, fill } from "./page.js";
import { DOCS, templateOf, versionOf } from "./paths.js";
import { measureSizes } from "./size.js";

export const compare = async () => ({
  versions: versions(),
  sizes: await measureSizes(),
  coverage: await measureCoverage(),
});

export function writeComparison(folder, figures) {
  const template = readFileSync(templateOf("comparison.md"), "utf8");
  writeFileSync(join(folder, "comparison.md"), fill(template, comparisonTables(figures)));
}

/** Returns the compared packages with their versions. */
function versions() {
  const names = CANDIDATES.map((candidate) => candidate.package).filter((name) => name !== undefined);
  return [...new Set(names)].map((name) => `${name} ${versionOf(name)}`);
}

if (process.argv[1] === import.meta.filename) writeComparison(DOCS, await compare());
