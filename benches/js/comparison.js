/**
 * docs/comparison.md: what each candidate reports and weighs, of which nothing depends on the machine. The bench writes it;
 * so does this program, for which the package need only be built and installed.
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

/** Each package that is compared, with its version. */
function versions() {
  const names = CANDIDATES.map((candidate) => candidate.package).filter((name) => name !== undefined);
  return [...new Set(names)].map((name) => `${name} ${versionOf(name)}`);
}

if (process.argv[1] === import.meta.filename) writeComparison(DOCS, await compare());
