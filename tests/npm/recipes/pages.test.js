/** What holds for every recipe, beyond that it runs. */

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { test } from "node:test";

import { RECIPES, commandsOf } from "./recipe.js";

const MAX_LINES = 40;

const CODE = /\.(?:m?[jt]sx?|astro|py|rs)$/;

/** The files of the recipes, by folder. */
const files = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], { cwd: RECIPES, encoding: "utf8" }).trim().split("\n");
const recipes = [...new Set(files.filter((file) => file.includes("/")).map((file) => file.split("/")[0]))];
const read = (file) => readFileSync(`${RECIPES}/${file}`, "utf8");

test("each file of code has at most 40 lines, of at most 120 characters", () => {
  const code = files.filter((file) => CODE.test(file));
  assert.ok(code.length >= recipes.length);
  for (const file of code) {
    const lines = read(file).trimEnd().split("\n");
    assert.ok(lines.length <= MAX_LINES, `${file} has ${lines.length} lines`);
    assert.deepEqual(lines.filter((line) => line.length > 120), [], file);
  }
});

test("both overviews list every recipe, once", () => {
  for (const page of ["README.md", "README.es.md"]) {
    const listed = [...read(page).matchAll(/^\| \[[^\]]+\]\(([\w-]+)\/README\.md\) \|/gm)].map(([, name]) => name);
    assert.deepEqual(listed.sort(), recipes.toSorted(), page);
  }
});

test("each README has commands to install, for the mock, for the server and for two requests, and a part in Spanish", () => {
  for (const recipe of recipes) {
    const text = read(`${recipe}/README.md`);
    const { install, mock, server, requests } = commandsOf(text);
    assert.ok(install.length > 0 && server && requests.length >= 2, recipe);
    assert.deepEqual(mock, { command: "npx fintoc-preflight mock", printed: "mock: http://127.0.0.1:4010" }, recipe);
    assert.match(text, /^\*\*En español\.\*\* /m, recipe);
  }
});

test("each package names exact versions of what its code imports, with a lock file", () => {
  for (const manifest of files.filter((file) => file.endsWith("package.json"))) {
    const folder = manifest.slice(0, -"package.json".length);
    const { private: isPrivate, dependencies = {}, devDependencies = {} } = JSON.parse(read(manifest));
    assert.ok(isPrivate, manifest);
    for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies })) assert.match(version, /^\d+\.\d+\.\d+$/, name);
    const code = files.filter((file) => file.startsWith(folder) && CODE.test(file)).map(read).join("\n");
    const imported = [...code.matchAll(/^import (?:.*? from )?"((?:node:)?(?:@[\w-]+\/)?[\w-]+)[^"]*";$/gm)].map(([, name]) => name);
    const needed = imported.filter((name) => !isBuiltin(name) && name !== "fintoc-preflight" && !(name in devDependencies));
    assert.deepEqual([...new Set(needed)].filter((name) => !(name in dependencies)), [], manifest);
    assert.ok(files.includes(`${folder}package-lock.json`), `${manifest} has no lock file`);
  }
});

test("links lead to a file, and to a heading in it", () => {
  for (const page of files.filter((file) => file.endsWith(".md"))) {
    for (const [, path, anchor] of read(page).matchAll(/\]\((?!https?:)([^)#]*)(?:#([^)]*))?\)/g)) {
      const target = new URL(path, `file://${RECIPES}/${page}`);
      const headings = readFileSync(target, "utf8").matchAll(/^#+ (.*)$/gm);
      if (anchor) assert.ok([...headings].some(([, heading]) => anchorOf(heading) === anchor), `${page}: #${anchor}`);
    }
  }
});

/** Returns the anchor of a heading, as GitHub does. */
const anchorOf = (heading) => heading.toLowerCase().replace(/[^\p{L}\d -]/gu, "").replaceAll(" ", "-");
