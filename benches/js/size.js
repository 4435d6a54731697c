/** What a program that checks one request takes, bundled and minified by esbuild. */

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
    sizes.push({ name, ...sizesOf(await bundle(program)) });
    if (id === OWN) sizes.push(...(await slimSizes(name)));
  }
  return sizes;
}

/** The entry that has no core in it, and the core that it needs then. */
async function slimSizes(name) {
  const program = `
    import { init, validate } from "${name}/slim";
    await init(fetch("core.wasm"));
    globalThis.onmessage = ({ data }) => postMessage(validate(data));
  `;
  return [
    { name: `${name}/slim`, ...sizesOf(await bundle(program)) },
    { name: "its core.wasm", ...sizesOf(readFileSync(join(HERE, "node_modules", name, "dist/core.wasm"))) },
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
