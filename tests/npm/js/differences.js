/**
 * Validates generated requests through an entry of the installed package, and compares each report with that of the
 * native core, byte for byte. `cargo xtask soak` writes the requests and runs this for each build:
 *
 *     node [--conditions=browser] differences.js <entry> <file>
 */

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

import { CONSUMER } from "./paths.js";

const [entry, file] = process.argv.slice(2);
const { validateJson } = createRequire(join(CONSUMER, "main.js"))(entry);

let compared = 0;
for (const line of readFileSync(file, "utf8").split("\n")) {
  if (line === "") continue;
  const { body, options, report } = JSON.parse(line);
  const found = JSON.stringify(validateJson(body, options));
  if (found !== report) {
    console.error(`${entry} differs for ${JSON.stringify(options)}\n  ${body}\n  native ${report}\n  here   ${found}`);
    process.exit(1);
  }
  compared++;
}
console.log(compared);
