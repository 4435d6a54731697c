/** Paths of the benches. */

import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const require = createRequire(import.meta.url);

/** The folder in which `cargo xtask bench` puts the requests and the figures. */
export const BENCH = path("../../target/bench");

export const DOCS = path("../../docs");
export const HERE = path(".");

/** Returns the path of the template of a page in docs/. */
export const templateOf = (name) => path(name);

/** The measured Node.js executables: those from npm, on Linux; otherwise the current one. */
export const NODES = ["node-24", "node-26"].map((name) => path(`node_modules/${name}/bin/node`)).filter(existsSync);
if (NODES.length === 0) NODES.push(process.execPath);

/** Returns the version of an installed package. */
export function versionOf(name) {
  return require(path(`node_modules/${name}/package.json`)).version;
}
