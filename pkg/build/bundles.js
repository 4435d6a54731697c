/** Bundles each entry of the package into one file, as an ECMAScript module and as CommonJS. */

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { build } from "esbuild";

import { encode } from "../src/inline.js";

const SOURCE = fileURLToPath(new URL("../src/", import.meta.url));

/** The entries. Those for edge runtimes are ECMAScript modules only. */
const ENTRIES = [
  { name: "catalogue", file: "catalogue.js", formats: ["esm", "cjs"] },
  { name: "schema", file: "schema.js", formats: ["esm", "cjs"] },
  { name: "index", file: "entries/index.js", formats: ["esm", "cjs"], hasSchemas: true },
  { name: "slim", file: "entries/slim.js", formats: ["esm", "cjs"], hasSchemas: true },
  { name: "js", file: "entries/js.js", formats: ["esm", "cjs"], hasSchemas: true },
  { name: "form", file: "entries/form.js", formats: ["esm", "cjs"] },
  { name: "form-core", file: "entries/form-core.js", formats: ["esm", "cjs"] },
  { name: "form-tools", file: "entries/form-tools.js", formats: ["esm", "cjs"] },
  { name: "react", file: "entries/react.js", formats: ["esm", "cjs"] },
  { name: "webhook", file: "entries/webhook.js", formats: ["esm", "cjs"] },
  { name: "webhook-node", file: "entries/webhook-node.js", formats: ["esm", "cjs"] },
  { name: "workerd", file: "entries/workerd.js", formats: ["esm"], hasSchemas: true },
  { name: "edge-light", file: "entries/edge-light.js", formats: ["esm"], hasSchemas: true },
  { name: "session", file: "entries/session.js", formats: ["esm", "cjs"] },
  { name: "session-workerd", file: "entries/session-workerd.js", formats: ["esm"] },
  { name: "session-edge-light", file: "entries/session-edge-light.js", formats: ["esm"] },
  { name: "cli", file: "cli/main.js", formats: ["esm"] },
];

const EXTENSIONS = { esm: ".js", cjs: ".cjs" };

/**
 * Writes the bundles of all entries.
 *
 * @param {{ built: string, dist: string, version: string }} options
 *   the folder with the built core, the output folder, and the version of the package
 */
export async function writeBundles({ built, dist, version }) {
  for (const { name, file, formats, hasSchemas } of ENTRIES) {
    for (const format of formats) {
      const outfile = join(dist, name + EXTENSIONS[format]);
      await build({
        entryPoints: [join(SOURCE, file)],
        outfile,
        bundle: true,
        format,
        minify: true,
        // With "node", esbuild lists the exports of CommonJS so that an ECMAScript module can import them by name.
        platform: format === "cjs" ? "node" : "neutral",
        // Runtimes with the WebAssembly features that the module uses, such as bulk memory, have ES2022 too.
        target: ["es2022"],
        loader: { ".json": "text" },
        define: { VERSION: JSON.stringify(version) },
        plugins: [resolver(built, EXTENSIONS[format]), inliner],
      });
      // Bundlers do not tree-shake CommonJS.
      if (hasSchemas && format === "esm") writeFileSync(outfile, markPure(readFileSync(outfile, "utf8")));
    }
  }
}

/**
 * Marks the calls that create the Standard Schemas as pure, so that bundlers drop them, and with them the JSON Schemas,
 * when they are not used. Marks in the source do not work: esbuild removes them when it minifies.
 */
function markPure(script) {
  const calls = /=([\w$]+\([\w$]+,[\w$]+,"v[12]"\))/g;
  if (script.match(calls)?.length !== 2) throw new Error("an entry makes the Standard Schemas otherwise than is known");
  return script.replace(calls, "=/* @__PURE__ */$1");
}

/** Resolves `built:` to the built core, and keeps files that the package has separately out of the bundles. */
function resolver(built, extension) {
  const separate = (path) => ({ path, external: true });
  return {
    name: "resolver",
    setup({ onResolve }) {
      onResolve({ filter: /^built:/ }, ({ path }) => ({ path: join(built, path.slice("built:".length)) }));
      onResolve({ filter: /^\.\/(core|session)\.wasm/ }, ({ path }) => separate(path));
      onResolve({ filter: /^(node:|react$)/ }, ({ path }) => separate(path));
      onResolve({ filter: /\/(catalogue|schema)\.js$/ }, ({ kind, path }) => {
        const name = path.replace(/^.*\/|\.js$/g, "");
        return kind === "entry-point" ? undefined : { ...separate(`./${name}${extension}`), sideEffects: false };
      });
      onResolve({ filter: /\/(index|form|form-core)\.js$/ }, ({ kind, path }) => {
        const name = path.replace(/^.*\/|\.js$/g, "");
        return kind === "entry-point" ? undefined : { ...separate(`./${name}${extension}`), sideEffects: false };
      });
      onResolve({ filter: /\/(money|tax-id)\.js$/ }, ({ importer }) =>
        importer.endsWith("form-tools.js") ? undefined : { ...separate(`./form-tools${extension}`), sideEffects: false },
      );
    },
  };
}

/** Inlines a WebAssembly module as text; see `src/inline.js` for the format. */
const inliner = {
  name: "inliner",
  setup({ onLoad }) {
    onLoad({ filter: /\.wasm$/ }, ({ path }) => ({ contents: encode(readFileSync(path)), loader: "text" }));
  },
};
