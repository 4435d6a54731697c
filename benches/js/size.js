/** What a program that checks one request takes, bundled and minified by esbuild. */

import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";

import { build } from "esbuild";

import { CANDIDATES } from "./candidates.js";
import { HERE } from "./paths.js";

export async function measureSizes() {
  const sizes = [];
  for (const { id } of CANDIDATES) sizes.push({ candidate: id, ...sizesOf(await bundle(id)) });
  return sizes;
}

function sizesOf(bytes) {
  return {
    minified: bytes.length,
    gzip: gzipSync(bytes, { level: 9 }).length,
    brotli: brotliCompressSync(bytes).length,
  };
}

async function bundle(id) {
  const { outputFiles } = await build({
    stdin: {
      contents: `import { check } from "./${id}.js";\nglobalThis.onmessage = ({ data }) => postMessage(check(data));\n`,
      resolveDir: join(HERE, "candidates"),
    },
    bundle: true,
    write: false,
    minify: true,
    format: "esm",
    platform: "browser",
  });
  return outputFiles[0].contents;
}
