/** Measures the size of a program that validates one request, bundled and minified by esbuild. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";

import { build } from "esbuild";

import { CANDIDATES, OWN } from "./candidates.js";
import { HERE } from "./paths.js";

export async function measureSizes() {
  const sizes = [];
  for (const { id, name } of CANDIDATES) {
    const program = `
      import { check } from "./${id}.js";
      globalThis.onmessage = ({ data }) => postMessage(check(data));
    `;
    sizes.push({ id, name, ...sizesOf(await bundle(program)) });
    if (id === OWN) sizes.push(...(await furtherSizes(name)));
  }
  return sizes;
}

/** Measures more of this package: all of it, the entry without the core, and the files that are loaded on demand. */
async function furtherSizes(name) {
  const all = `export * from "${name}";`;
  const slim = `
    import { init, validate } from "${name}/slim";
    await init(fetch("core.wasm"));
    globalThis.onmessage = ({ data }) => postMessage(validate(data));
  `;
  const file = (path) => sizesOf(readFileSync(join(HERE, "node_modules", name, "dist", path)));
  return [
    { id: "everything", name: `${name}, everything in it`, ...sizesOf(await bundle(all)) },
    { id: "slim", name: `${name}/slim`, ...sizesOf(await bundle(slim)) },
    { id: "core", name: "its core.wasm", ...file("core.wasm") },
    { id: "catalogue", name: "`explain` and `rules` add", ...file("catalogue.js") },
    { id: "schema", name: "`jsonSchema` and the Standard Schemas add", ...file("schema.js") },
  ];
}

function sizesOf(bytes) {
  return {
    minified: bytes.length,
    gzip: gzipSync(bytes, { level: 9 }).length,
    brotli: brotliCompressSync(bytes).length,
  };
}

async function bundle(contents) {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: join(HERE, "candidates") },
    bundle: true,
    write: false,
    minify: true,
    format: "esm",
    platform: "browser",
  });
  return outputFiles[0].contents;
}
