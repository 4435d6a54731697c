/** Paths of the repository and of built files. */

import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));

export const REPOSITORY = path("../..");

/** The folders of vectors: this repository's, and one beside it when there is one. */
export const VECTORS = [path("../conformance"), path("../../../shared/conformance-2nd")].filter(existsSync);

/** The folder of files built by `cargo xtask`. */
export const BUILT = path("../../target/npm");

/** The project into which the packed package is installed. */
export const CONSUMER = path("../../target/npm/consumer");

/** Each vector with what is asked, and what the native core answers. */
export const CASES = path("../../target/npm/cases.jsonl");

/** Webhooks to verify, each with the outcome that the native core has. */
export const WEBHOOKS = path("../../target/npm/webhooks.jsonl");

/** Answers of Fintoc, each with the result of the native core. */
export const SESSIONS = path("../../target/npm/sessions.jsonl");

/** The programs of runtimes, from npm on Linux, else as they are installed. */
const program = (relative, otherwise) => (existsSync(path(relative)) ? path(relative) : otherwise);

export const NEWEST_NODE = program("node_modules/node-26/bin/node", process.execPath);
export const DENO = program("node_modules/@deno/linux-x64-glibc/deno", "deno");
export const BUN = program("node_modules/@oven/bun-linux-x64/bin/bun", "bun");

/** A program that opens a page: it takes {@link NEWEST_NODE}, and an address or a folder. */
export const VISIT = path("runtimes/visit.js");
