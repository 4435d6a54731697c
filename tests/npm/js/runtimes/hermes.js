/** Hermes, the engine of React Native: the entry of its condition, compiled by its Babel preset. */

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { transformAsync } from "@babel/core";
import preset from "@react-native/babel-preset";
import { build } from "esbuild";

import { BUILT, CASES, CONSUMER, HERMES } from "../paths.js";
import { summary } from "../consumer/harness.js";

const BUNDLE = join(BUILT, "bundles/hermes.js");

/** In bytes. Results with many failures are long. */
const MAX_OUTPUT = 2 ** 28;

const options = {
  babelrc: false,
  configFile: false,
  // The profile "default" is for the Hermes before its version 1. Modules are joined by esbuild.
  presets: [[preset, { unstable_transformProfile: "default", enableBabelRuntime: false, disableImportExportTransform: true }]],
};

const babel = {
  name: "babel",
  setup({ onResolve, onLoad }) {
    // Hermes reads no files, so the bundle has the cases in it.
    onResolve({ filter: /^cases:$/ }, () => ({ path: CASES, namespace: "text" }));
    onLoad({ filter: /.*/, namespace: "text" }, ({ path }) => ({ contents: readFileSync(path, "utf8"), loader: "text" }));
    onLoad({ filter: /\.js$/ }, async ({ path }) => {
      const { code } = await transformAsync(readFileSync(path, "utf8"), { ...options, filename: path });
      return { contents: code };
    });
  },
};

await build({
  entryPoints: [join(CONSUMER, "hermes.js")],
  outfile: BUNDLE,
  bundle: true,
  target: "es2020",
  conditions: ["react-native"],
  plugins: [babel],
});
const result = JSON.parse(execFileSync(HERMES, ["-w", BUNDLE], { encoding: "utf8", maxBuffer: MAX_OUTPUT }));
console.log(summary("react-native", result));
if (result.failures.length > 0) process.exitCode = 1;
