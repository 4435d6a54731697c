/** The programs that the pages for readers show compile, whatever else they import. */

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { test } from "node:test";

import { COMPILERS, diagnose, writeProject } from "./compiler.js";

const PAGES = ["README.md", "pkg/README.md"]
  .map((name) => ({ name, path: fileURLToPath(new URL(`../../${name}`, import.meta.url)) }))
  .filter(({ path }) => existsSync(path));

const CONFIG = {
  extends: "../../tsconfig.node16.json",
  compilerOptions: {
    allowJs: true,
    checkJs: true,
    noImplicitAny: false,
    noUncheckedIndexedAccess: false,
    lib: ["es2022", "dom", "dom.iterable"],
  },
  include: ["*"],
};

/** A package of somebody else's that a program imports, and that is not installed here. */
const IS_OTHER_PACKAGE = /^Cannot find (module|name) '(?!fintoc-preflight)(.+)'/;

for (const { name, path } of PAGES) {
  for (const compiler of COMPILERS) {
    test(`${compiler}: the programs of ${name} compile`, () => {
      const programs = [...readFileSync(path, "utf8").matchAll(/^```(js|ts|jsx|tsx)\n(.*?)^```$/gms)];
      const files = programs.map(([, language, text], index) => [`${index}.${extension(language, text)}`, text]);
      const config = { "tsconfig.json": JSON.stringify(CONFIG) };
      const said = diagnose(compiler, writeProject("readme", { ...config, ...Object.fromEntries(files) }));
      assert.ok(name !== "pkg/README.md" || files.length > 0);
      assert.deepEqual(said.filter(({ message }) => !IS_OTHER_PACKAGE.test(message)), []);
    });
  }
}

const extension = (language, text) => (/\brequire\(/.test(text) ? language.replace(/^./, "c$&") : language);
