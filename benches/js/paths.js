/** Where things are. */

import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const require = createRequire(import.meta.url);

/** Where `cargo xtask bench` puts the requests and what is measured. */
export const BENCH = path("../../target/bench");

export const DOCS = path("../../docs");
export const HERE = path(".");

/** What a page in docs/ is made from. */
export const templateOf = (name) => path(name);

/** The programs of Node.js, from npm on Linux, else the one that is installed. */
export const NODES = ["node-20", "node-26"].map((name) => path(`node_modules/${name}/bin/node`)).filter(existsSync);
if (NODES.length === 0) NODES.push(process.execPath);

/** The version of an installed package. */
export function versionOf(name) {
  return require(path(`node_modules/${name}/package.json`)).version;
}
