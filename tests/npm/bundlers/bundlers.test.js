/** A program with the packed package prints the same after bundling as in Node. */

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

import { nodeResolve } from "@rollup/plugin-node-resolve";
import { rspack } from "@rspack/core";
import esbuild from "esbuild";
import { rolldown } from "rolldown";
import { rollup } from "rollup";
import { build, createServer } from "vite";
import webpack from "webpack";

import { EXPECTED } from "../js/expected.js";
import { BUILT, NEWEST_NODE, REPOSITORY, VISIT } from "../js/paths.js";

const APP = fileURLToPath(new URL("app", import.meta.url));
const BUNDLES = join(BUILT, "bundles");

const both = ["main.js", "main.cjs"];

/** A function for each bundler that bundles a program into a file, with the bundler's defaults where possible. */
const BUNDLERS = {
  esbuild: { entries: both, bundle: withEsbuild },
  Rolldown: { entries: both, bundle: withRolldown },
  Rollup: { entries: ["main.js"], bundle: withRollup },
  Rspack: { entries: both, bundle: (entry, file) => withWebpack(rspack, entry, file) },
  webpack: { entries: both, bundle: (entry, file) => withWebpack(webpack, entry, file) },
  "Vite, for a server": { entries: ["main.js"], bundle: withVite },
};

/** Returns the output of a program. */
async function outputOf(...args) {
  const { stdout } = await promisify(execFile)(NEWEST_NODE, args);
  return stdout.trimEnd();
}

rmSync(BUNDLES, { recursive: true, force: true });
for (const [name, { entries, bundle }] of Object.entries(BUNDLERS)) {
  for (const entry of entries) {
    test(`${name}, ${entry}`, async () => {
      // Outside any `node_modules`, so that a module missing from the bundle fails to load.
      const file = join(BUNDLES, name, `${entry}.mjs`);
      mkdirSync(dirname(file), { recursive: true });
      await bundle(join(APP, entry), file);
      assert.equal(await outputOf(file), EXPECTED);
    });
  }
}

test("Vite, for browsers", async () => {
  const outDir = join(BUNDLES, "vite");
  await build({ root: APP, configFile: false, logLevel: "warn", build: { outDir, emptyOutDir: true } });
  assert.equal(await outputOf(VISIT, outDir), EXPECTED);
});

test("Vite, development server", async () => {
  const server = await createServer({
    root: APP,
    configFile: false,
    logLevel: "warn",
    cacheDir: join(BUNDLES, "vite-cache"),
    server: { host: "127.0.0.1", fs: { allow: [REPOSITORY] } },
  });
  try {
    await server.listen();
    assert.equal(await outputOf(VISIT, server.resolvedUrls.local[0]), EXPECTED);
  } finally {
    await server.close();
  }
});

async function withEsbuild(entry, outfile) {
  const { warnings } = await esbuild.build({ entryPoints: [entry], outfile, bundle: true, minify: true });
  assert.deepEqual(warnings, []);
}

async function withRolldown(input, file) {
  const bundle = await rolldown({ input, onwarn: refuse });
  await bundle.write({ file, minify: true });
}

async function withRollup(input, file) {
  const bundle = await rollup({ input, plugins: [nodeResolve()], onwarn: refuse });
  await bundle.write({ file });
}

function refuse(warning) {
  throw new Error(warning.message);
}

async function withVite(entry, file) {
  await build({
    root: APP,
    configFile: false,
    logLevel: "warn",
    ssr: { noExternal: true },
    build: {
      ssr: entry,
      outDir: dirname(file),
      emptyOutDir: true,
      rolldownOptions: { output: { entryFileNames: basename(file) } },
    },
  });
}

async function withWebpack(compilerOf, entry, file) {
  const output = { path: dirname(file), filename: basename(file) };
  // Without the hint that a bundle is larger than 244 KiB.
  const compiler = compilerOf({ mode: "production", context: APP, entry, output, performance: { hints: false } });
  const stats = await promisify(compiler.run.bind(compiler))();
  await promisify(compiler.close.bind(compiler))();
  const { errors, warnings } = stats.toJson();
  assert.deepEqual([...errors, ...warnings].map(({ message }) => message), []);
}
