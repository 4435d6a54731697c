/** Bundles each entry of the package into one file, as an ECMAScript module and as CommonJS. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { build } from "esbuild";

import { encode } from "../src/inline.js";

const SOURCE = fileURLToPath(new URL("../src/", import.meta.url));

const BOTH = ["esm", "cjs"];

/**
 * The files: first the cores, each by itself, so that bundlers leave out those that a program does not use; then what
 * the entries share, so that the package holds it once; then the entries. `core` is the file of `src/cores/` that takes
 * the place of `entry:core`, `index` the entry that one for forms or the command imports for its core, and `form` the
 * entry that the one for React imports. Those for edge runtimes are ECMAScript modules only.
 */
const ENTRIES = [
  { name: "inlined-core", built: "core.wasm", formats: BOTH },
  { name: "inlined-core-small", built: "core-small.wasm", formats: BOTH },
  { name: "inlined-session", built: "session.wasm", formats: BOTH },
  { name: "script-core", built: "core.js", formats: BOTH },
  { name: "catalogue", file: "catalogue.js", formats: BOTH },
  { name: "schema", file: "schema.js", formats: BOTH },
  { name: "shared", file: "entries/shared.js", formats: BOTH },
  { name: "index", file: "entries/index.js", core: "inlined", formats: BOTH },
  { name: "browser", file: "entries/index.js", core: "inlined-small", formats: BOTH },
  { name: "slim", file: "entries/index.js", core: "slim", formats: BOTH },
  { name: "js", file: "entries/index.js", core: "script", formats: BOTH },
  { name: "workerd", file: "entries/index.js", core: "workerd", formats: ["esm"] },
  { name: "edge-light", file: "entries/index.js", core: "edge-light", formats: ["esm"] },
  { name: "form-core", file: "entries/form-core.js", formats: BOTH },
  { name: "form-tools", file: "entries/form-tools.js", formats: BOTH },
  { name: "form", file: "entries/form.js", index: "index", formats: BOTH },
  { name: "form-browser", file: "entries/form.js", index: "browser", formats: BOTH },
  { name: "form-js", file: "entries/form.js", index: "js", formats: BOTH },
  { name: "react", file: "entries/react.js", form: "form", formats: BOTH },
  { name: "react-browser", file: "entries/react.js", form: "form-browser", formats: BOTH },
  { name: "react-core", file: "entries/react.js", form: "form-core", formats: BOTH },
  { name: "webhook", file: "entries/webhook.js", formats: BOTH },
  { name: "webhook-node", file: "entries/webhook-node.js", formats: BOTH },
  { name: "session", file: "entries/session.js", core: "inlined-session", formats: BOTH },
  { name: "session-workerd", file: "entries/session.js", core: "workerd-session", formats: ["esm"] },
  { name: "session-edge-light", file: "entries/session.js", core: "edge-light-session", formats: ["esm"] },
  { name: "client", file: "entries/client.js", index: "index", session: "session", formats: BOTH },
  { name: "client-browser", file: "entries/client.js", index: "browser", session: "session", formats: BOTH },
  { name: "client-workerd", file: "entries/client.js", index: "workerd", session: "session-workerd", formats: ["esm"] },
  { name: "client-edge-light", file: "entries/client.js", index: "edge-light", session: "session-edge-light", formats: ["esm"] },
  { name: "fixtures", file: "entries/fixtures.js", formats: BOTH },
  { name: "vitest", file: "entries/vitest.js", index: "index", formats: BOTH },
  { name: "jest", file: "entries/jest.js", index: "index", formats: BOTH },
  { name: "cli", file: "cli/main.js", core: "inlined", index: "index", formats: ["esm"] },
];

const EXTENSIONS = { esm: ".js", cjs: ".cjs" };

/**
 * Writes the bundles of all entries.
 *
 * @param {{ built: string, dist: string, version: string }} options
 *   the folder with the built core, the output folder, and the version of the package
 */
export async function writeBundles({ built, dist, version }) {
  for (const { name, file, formats, ...entry } of ENTRIES) {
    for (const format of formats) {
      await build({
        entryPoints: [entry.built ? join(built, entry.built) : join(SOURCE, file)],
        outfile: join(dist, name + EXTENSIONS[format]),
        bundle: true,
        format,
        minifyIdentifiers: true,
        minifySyntax: true,
        // Without white space esbuild leaves out the marks of pure calls, by which bundlers drop what is not used.
        minifyWhitespace: format === "cjs" || entry.built !== undefined,
        // With "node", esbuild lists the exports of CommonJS so that an ECMAScript module can import them by name.
        platform: format === "cjs" ? "node" : "neutral",
        // Runtimes with the WebAssembly features that the module uses, such as bulk memory, have ES2022 too.
        target: ["es2022"],
        loader: { ".json": "text" },
        define: { VERSION: JSON.stringify(version) },
        plugins: [resolver(built, EXTENSIONS[format], entry), inliner],
      });
    }
  }
}

/** Resolves what the build chooses, and keeps files that the package has separately out of the bundles. */
function resolver(built, extension, { core, index, session, form }) {
  const separate = (path) => ({ path, external: true, sideEffects: false });
  return {
    name: "resolver",
    setup({ onResolve }) {
      onResolve({ filter: /^built:.*\.json$/ }, ({ path }) => ({ path: join(built, path.slice("built:".length)) }));
      onResolve({ filter: /^built:.*\.wasm$/ }, ({ path }) =>
        separate(`./inlined-${path.slice("built:".length, -".wasm".length)}${extension}`),
      );
      onResolve({ filter: /^built:core\.js$/ }, () => separate(`./script-core${extension}`));
      onResolve({ filter: /^entry:core$/ }, () => ({ path: join(SOURCE, "cores", `${core}.js`) }));
      onResolve({ filter: /^\.\/(core|session)\.wasm/ }, ({ path }) => separate(path));
      onResolve({ filter: /^(node:|(react|vitest)$)/ }, ({ path }) => separate(path));
      onResolve({ filter: /\/(catalogue|schema|form-core|shared)\.js$/ }, ({ kind, path }) =>
        kind === "entry-point" ? undefined : separate(`./${path.replace(/^.*\/|\.js$/g, "")}${extension}`),
      );
      onResolve({ filter: /\/index\.js$/ }, ({ kind }) =>
        kind === "entry-point" ? undefined : separate(`./${index}${extension}`),
      );
      onResolve({ filter: /^\.\/session\.js$/ }, () => separate(`./${session}${extension}`));
      onResolve({ filter: /\/form\.js$/ }, ({ kind }) =>
        kind === "entry-point" ? undefined : separate(`./${form}${extension}`),
      );
      onResolve({ filter: /\/(money|tax-id)\.js$/ }, ({ importer }) =>
        importer.endsWith("form-tools.js") ? undefined : separate(`./form-tools${extension}`),
      );
    },
  };
}

/** Makes a script of a WebAssembly module, which exports it as text; see `src/inline.js` for the format. */
const inliner = {
  name: "inliner",
  setup({ onLoad }) {
    onLoad({ filter: /\.wasm$/ }, ({ path }) => ({
      contents: `export const core = ${JSON.stringify(encode(readFileSync(path)))};`,
      loader: "js",
    }));
  },
};
