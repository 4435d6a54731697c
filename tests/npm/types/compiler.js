/** Runs the TypeScript compilers. */

import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { packageFolder } from "../js/paths.js";

export const FOLDER = fileURLToPath(new URL(".", import.meta.url));

export const COMPILERS = ["typescript", "typescript-5.9", "typescript-5.4"];

/**
 * Returns the diagnostics of a compiler for a project: the file, the line, and the message with its explanation.
 *
 * @returns {{ file: string, line: number, message: string }[]}
 */
export function diagnose(compiler, project) {
  const output = compile(compiler, project).split(/\n(?=\S)/).filter((text) => text.trim() !== "");
  return output.map((text) => {
    const [, file, line, message] = /^(?:.*\/)?(.+)\((\d+),\d+\): error TS\d+: (.*)/s.exec(text) ?? [, "", "0", text];
    return { file, line: Number(line), message };
  });
}

function compile(compiler, project) {
  const tsc = join(packageFolder(compiler, import.meta.url), "bin/tsc");
  try {
    return execFileSync(process.execPath, [tsc, "--pretty", "false", "-p", project], { encoding: "utf8", cwd: FOLDER });
  } catch (error) {
    return error.stdout + error.stderr;
  }
}

/**
 * Writes files into a folder below this one, from which the same packages resolve.
 *
 * @param {Record<string, string>} files
 * @returns the folder, a project
 */
export function writeProject(name, files) {
  const folder = join(FOLDER, "generated", name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const config = { extends: "../../tsconfig.node16.json", include: ["*"] };
  for (const [file, text] of Object.entries({ "tsconfig.json": JSON.stringify(config), ...files })) {
    writeFileSync(join(folder, file), text);
  }
  return folder;
}
