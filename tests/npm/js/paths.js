/** Paths of the repository and of built files. */

import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** @param {string} relative */
const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));

export const REPOSITORY = path("../../..");

/** The folders of vectors: that of this repository, and one beside the repository if it exists. */
export const VECTORS = [path("../../conformance"), path("../../../../shared/conformance-2nd")].filter(existsSync);

/** The folder of files built by `cargo xtask`. */
export const BUILT = path("../../../target/npm");

/** The project into which the packed package is installed. */
export const CONSUMER = path("../../../target/npm/consumer");

/** A file with every vector, its options, and the report of the native core. */
export const CASES = path("../../../target/npm/cases.jsonl");

/** A file with webhooks to verify, each with the outcome of the native core. */
export const WEBHOOKS = path("../../../target/npm/webhooks.jsonl");

/** A file with answers of Fintoc, each with the result of the native core. */
export const SESSIONS = path("../../../target/npm/sessions.jsonl");

/**
 * Returns the folder of an installed package. npm places it beside the project or beside all projects.
 *
 * @param {string} name
 * @param {string} from the URL of the module that needs it
 */
export function packageFolder(name, from) {
  return dirname(createRequire(from).resolve(`${name}/package.json`));
}

/**
 * Returns the program of a runtime. npm installs most packages on Linux only, and none before the package is packed.
 *
 * @param {string} name the package
 * @param {string} file the program in the package
 * @param {string} fallback the program on other systems
 */
function runtime(name, file, fallback) {
  try {
    return join(packageFolder(name, import.meta.url), file);
  } catch {
    return fallback;
  }
}

export const NEWEST_NODE = runtime("node-26", "bin/node", process.execPath);
export const DENO = runtime("@deno/linux-x64-glibc", "deno", "deno");
export const BUN = runtime("@oven/bun-linux-x64", "bin/bun", "bun");

/** The virtual machine of React Native, the last that npm has; that of Linux and of macOS. */
export const HERMES = runtime(
  "hermes-engine-cli",
  `${process.platform === "darwin" ? "osx" : "linux64"}-bin/hermes`,
  "hermes",
);

/** A script that opens a page: run it by {@link NEWEST_NODE} with an address or a folder. */
export const VISIT = path("runtimes/visit.js");
