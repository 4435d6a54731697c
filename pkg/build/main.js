/**
 * Builds `dist/`. `cargo xtask build` runs it with two arguments: the folder with the output of the core's build
 * (`core_binding.wasm`, `core-small_binding.wasm`, `session_binding.wasm`, `catalogue.json`, `catalogue_es.json`, `model.d.ts`, `answers.d.ts`,
 * `schemas.json` and the folder `schema`), and the version of the project.
 */

import { createHash } from "node:crypto";
import { copyFileSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

import { writeBundles } from "./bundles.js";
import { writeDifferences } from "./catalogue.js";
import { writeModule, writeScript } from "./core.js";
import { writeSchemas } from "./schemas.js";
import { writeTypes } from "./types.js";

/** The WebAssembly modules. */
const MODULES = ["core", "core-small", "session"];

const [folder, version] = process.argv.slice(2);
const built = resolve(folder);
const pkg = fileURLToPath(new URL("..", import.meta.url));
const dist = join(pkg, "dist");

const manifest = JSON.parse(readFileSync(join(pkg, "package.json"), "utf8"));
if (manifest.version !== version) throw new Error(`package.json has ${manifest.version}, Cargo.toml ${version}`);

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist);
for (const name of MODULES) {
  writeModule(name, join(built, `${name}_binding.wasm`), join(built, `${name}.wasm`));
  copyFileSync(join(built, `${name}.wasm`), join(dist, `${name}.wasm`));
}
const sums = MODULES.map((name) => `${sha256(join(dist, `${name}.wasm`))}  ${name}.wasm\n`);
writeFileSync(join(dist, "SHA256SUMS"), sums.join(""));
writeScript(join(built, "core-small.wasm"), join(built, "core.js"));
cpSync(join(built, "schema"), join(dist, "schema"), { recursive: true });
for (const name of ["LICENSE-APACHE", "LICENSE-MIT"]) copyFileSync(join(pkg, "..", name), join(pkg, name));
writeSchemas(join(built, "schemas.json"), join(built, "shared-schemas.json"));
writeDifferences(join(built, "catalogue.json"), join(built, "catalogue_es.json"), join(built, "catalogue_in_spanish.json"));
await writeBundles({ built, dist, version });
writeTypes({ built, dist });

function sha256(path) {
  return createHash("sha256").update(readFileSync(path)).digest("hex");
}
