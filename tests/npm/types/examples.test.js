/** Every public function has an example, as an editor shows it. The examples compile, and print what they say. */

import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { format } from "node:util";

import ts from "typescript-5.9";

import { packageFolder } from "../js/paths.js";
import { COMPILERS, FOLDER, diagnose, writeProject } from "./compiler.js";

const CONFIG = {
  extends: "../../tsconfig.node16.json",
  compilerOptions: { noImplicitAny: false, noUncheckedIndexedAccess: false, lib: ["es2022", "dom", "dom.iterable"] },
  include: ["*"],
};

/** Matches a statement that prints, and the output beside it. */
const PRINTING = /\bconsole\.log\(.*\); \/\/ (.+)$/gm;

/** The folder of the programs that are run. */
const OUTPUT = join(FOLDER, "generated", "printing");
mkdirSync(OUTPUT, { recursive: true });

const folder = packageFolder("fintoc-preflight", import.meta.url);
const { exports: entries } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
const typed = Object.entries(entries).filter(([, { import: esm }]) => esm?.types);
const documented = typed.flatMap(([entry, { import: esm }]) => exportsOf(entry, join(folder, esm.types)));

/** Every example once, though several entries export it. */
const examples = [...new Set(documented.flatMap(({ examples }) => examples))];
const programs = examples.map((example, index) => [`example-${index}.mts`, example]);

test("every public function has an example that imports it", () => {
  assert.ok(typed.length > 8 && documented.length > 100);
  const functions = documented.filter(({ isFunction }) => isFunction);
  assert.ok(functions.length > 30);
  const lacking = functions.filter(({ name, examples }) => !examples.some((example) => example.includes(name)));
  assert.deepEqual(lacking.map(({ entry, name }) => `${entry}: ${name}`), []);
});

for (const compiler of COMPILERS) {
  test(`${compiler}: the examples compile`, () => {
    const config = ["tsconfig.json", JSON.stringify(CONFIG)];
    const diagnostics = diagnose(compiler, writeProject("examples", Object.fromEntries([config, ...programs])));
    assert.deepEqual(diagnostics.map(({ file, ...rest }) => ({ ...rest, example: Object.fromEntries(programs)[file] })), []);
  });
}

test("the examples print the output in their comments", async () => {
  const printing = examples.filter((example) => example.includes("console.log("));
  assert.ok(printing.length > 20);
  for (const example of printing) {
    const expected = [...example.matchAll(PRINTING)].map(([, output]) => output);
    assert.equal(expected.length, example.split("console.log(").length - 1, `an output without a comment:\n${example}`);
    assert.deepEqual(await output(example), expected, example);
  }
});

/** Returns what is exported by an entry: its name, its examples, and whether it is a function. */
function exportsOf(entry, file) {
  const program = ts.createProgram([file], { strict: true, module: ts.ModuleKind.Node16, moduleResolution: ts.ModuleResolutionKind.Node16 });
  const checker = program.getTypeChecker();
  return checker.getExportsOfModule(checker.getSymbolAtLocation(program.getSourceFile(file))).map((exported) => {
    const symbol = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
    const tags = symbol.getJsDocTags(checker).filter(({ name }) => name === "example");
    return {
      entry,
      name: symbol.name,
      isFunction: (symbol.flags & ts.SymbolFlags.Function) !== 0,
      examples: tags.map(({ text }) => `${ts.displayPartsToString(text)}\n`),
    };
  });
}

/** Returns the lines that an example prints. */
async function output(example) {
  const lines = [];
  const { log } = console;
  const { outputText } = ts.transpileModule(example, { compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 } });
  const file = join(OUTPUT, `${examples.indexOf(example)}.mjs`);
  writeFileSync(file, outputText);
  console.log = (...values) => lines.push(...format(...values).split("\n"));
  try {
    await import(pathToFileURL(file));
  } finally {
    console.log = log;
  }
  return lines;
}
