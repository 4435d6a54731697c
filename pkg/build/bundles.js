/** The files of the package that are run: each entry in one file, as an ECMAScript module and as CommonJS. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { build } from "esbuild";

import { encode } from "../src/inline.js";

const SOURCE = fileURLToPath(new URL("../src/", import.meta.url));

/** The entries. Edge runtimes take ECMAScript modules alone. */
const ENTRIES = [
  { name: "catalogue", file: "catalogue.js", formats: ["esm", "cjs"] },
  { name: "index", file: "entries/index.js", formats: ["esm", "cjs"] },
  { name: "slim", file: "entries/slim.js", formats: ["esm", "cjs"] },
  { name: "js", file: "entries/js.js", formats: ["esm", "cjs"] },
  { name: "form", file: "entries/form.js", formats: ["esm", "cjs"] },
  { name: "workerd", file: "entries/workerd.js", formats: ["esm"] },
  { name: "edge-light", file: "entries/edge-light.js", formats: ["esm"] },
  { name: "cli", file: "cli/main.js", formats: ["esm"] },
];

const EXTENSIONS = { esm: ".js", cjs: ".cjs" };

/**
 * @param {{ built: string, dist: string, version: string }} options
 *   the folder with what was built of the core, the folder to write to, and the version of the package
 */
export async function writeBundles({ built, dist, version }) {
  for (const { name, file, formats } of ENTRIES) {
    for (const format of formats) {
      await build({
        entryPoints: [join(SOURCE, file)],
        outfile: join(dist, name + EXTENSIONS[format]),
        bundle: true,
        format,
        minify: true,
        // For CommonJS it makes the names readable to those who import it as an ECMAScript module.
        platform: format === "cjs" ? "node" : "neutral",
        // The first versions that have WebAssembly with bulk memory and what else the module uses.
        target: ["es2022"],
        loader: { ".json": "text" },
        define: { VERSION: JSON.stringify(version) },
        plugins: [resolver(built, EXTENSIONS[format]), inliner],
      });
    }
  }
}

/** Finds what is built of the core, and leaves what is a file of its own in the package out of the bundles. */
function resolver(built, extension) {
  const separate = (path) => ({ path, external: true });
  return {
    name: "resolver",
    setup({ onResolve }) {
      onResolve({ filter: /^built:/ }, ({ path }) => ({ path: join(built, path.slice("built:".length)) }));
      onResolve({ filter: /^\.\/core\.wasm/ }, ({ path }) => separate(path));
      onResolve({ filter: /^node:/ }, ({ path }) => separate(path));
      onResolve({ filter: /\/catalogue\.js$/ }, ({ kind }) =>
        kind === "entry-point" ? undefined : { ...separate(`./catalogue${extension}`), sideEffects: false },
      );
      onResolve({ filter: /\/index\.js$/ }, ({ kind }) =>
        kind === "entry-point" ? undefined : separate(`./index${extension}`),
      );
    },
  };
}

/** Puts a WebAssembly module into the script that imports it, as text. */
const inliner = {
  name: "inliner",
  setup({ onLoad }) {
    onLoad({ filter: /\.wasm$/ }, ({ path }) => ({ contents: encode(readFileSync(path)), loader: "text" }));
  },
};
