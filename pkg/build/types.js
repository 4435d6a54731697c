/** The types of the package: what the core declares of its model, and what is composed from it in `types/`. */

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const SOURCE = fileURLToPath(new URL("../types/", import.meta.url));

/** The parts of the default entry's types, which see each other's names. What they do not export stays inside. */
const PARTS = ["request.d.ts", "report.d.ts", "api.d.ts"];

/** The other entries: those that differ from the default one in `init` alone, and the one for forms. */
const ENTRIES = ["slim", "js", "form"];

/**
 * @param {{ built: string, dist: string }} options
 *   the folder with `model.d.ts`, which the core declares, and the folder to write to
 */
export function writeTypes({ built, dist }) {
  const source = (name) => readFileSync(join(SOURCE, name), "utf8");
  const model = readFileSync(join(built, "model.d.ts"), "utf8");
  write(dist, "index", [...PARTS.map(source), model, "export {};\n"].join("\n"));
  for (const name of ENTRIES) write(dist, name, source(`${name}.d.ts`));
}

/** Writes the types of an entry as an ECMAScript module and as CommonJS. */
function write(dist, name, text) {
  writeFileSync(join(dist, `${name}.d.ts`), text);
  writeFileSync(join(dist, `${name}.d.cts`), text.replaceAll('"./index.js"', '"./index.cjs"'));
}
