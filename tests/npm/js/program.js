import { execFileSync } from "node:child_process";

import { CONSUMER } from "./paths.js";

/** Runs a program in the project with the installed package, and returns its output. */
export const run = (program) =>
  execFileSync(process.execPath, ["--input-type=module"], { cwd: CONSUMER, encoding: "utf8", input: program });
