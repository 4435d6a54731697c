/** The programs of the READMEs compile, apart from imports of other packages. */

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { test } from "node:test";

import { COMPILERS, diagnose, writeProject } from "./compiler.js";

const pages = ["README.md", "README.es.md", "pkg/README.md", "pkg/README.es.md"]
  .map((name) => ({ name, path: fileURLToPath(new URL(`../../../${name}`, import.meta.url)) }))
  .filter(({ path }) => existsSync(path))
  .map(({ name, path }) => ({ name, programs: programsOf(readFileSync(path, "utf8")) }))
  .filter(({ programs }) => programs.length > 0);

const CONFIG = {
  extends: "../../tsconfig.node16.json",
  compilerOptions: {
    allowJs: true,
    checkJs: true,
    jsx: "preserve",
    noImplicitAny: false,
    noUncheckedIndexedAccess: false,
    lib: ["es2022", "dom", "dom.iterable"],
  },
  include: ["*"],
};

/** Matches the diagnostic for an import of another package, which is not installed here. */
const IS_OTHER_PACKAGE = /^Cannot find (module|name) '(?!fintoc-preflight)(.+)'/;

for (const { name, programs } of pages) {
  for (const compiler of COMPILERS) {
    test(`${compiler}: the programs of ${name} compile`, () => {
      const config = ["tsconfig.json", JSON.stringify(CONFIG)];
      const diagnostics = diagnose(compiler, writeProject("readme", Object.fromEntries([config, ...programs])));
      assert.deepEqual(diagnostics.filter(({ message }) => !IS_OTHER_PACKAGE.test(message)), []);
    });
  }
}

/** Returns the programs of a page, each with a file name for its language. */
function programsOf(page) {
  const blocks = [...page.matchAll(/^```([jt]sx?)\n(.*?)^```$/gms)];
  return blocks.map(([, language, text], index) => {
    const extension = /\brequire\(/.test(text) ? `c${language}` : language;
    return [`${index}.${extension}`, text];
  });
}
