/** Packs the package, and installs it into a new project, as a user does. */

import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";

import { BUILT, CONSUMER, REPOSITORY } from "./paths.js";

const npm = (args, cwd) => execFileSync("npm", [...args, "--silent"], { cwd, stdio: ["ignore", "pipe", "inherit"] });

const tarball = npm(["pack", "--pack-destination", BUILT], join(REPOSITORY, "pkg")).toString().trim();
renameSync(join(BUILT, tarball), join(BUILT, "fintoc-preflight.tgz"));
rmSync(CONSUMER, { recursive: true, force: true });
mkdirSync(CONSUMER, { recursive: true });
cpSync(new URL("consumer/", import.meta.url), CONSUMER, { recursive: true });
npm(["install", "--no-audit", "--no-fund", "--no-package-lock"], CONSUMER);

const installed = readdirSync(join(CONSUMER, "node_modules")).filter((name) => !name.startsWith("."));
if (installed.join() !== "fintoc-preflight") throw new Error(`the package has brought ${installed}`);
