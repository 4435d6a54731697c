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

/** Measures more of this package: programs that use other parts of it, and the files that are loaded on demand. */
async function furtherSizes(name) {
  const programs = [
    { id: "everything", name: `${name}, everything in it`, program: `export * from "${name}";` },
    {
      id: "slim",
      name: `${name}/slim`,
      program: `
        import { init, validate } from "${name}/slim";
        await init(fetch("core.wasm"));
        globalThis.onmessage = ({ data }) => postMessage(validate(data));
      `,
    },
    {
      id: "form",
      name: `${name}/form, \`bindForm\` with the core`,
      program: `
        import { bindForm } from "${name}/form";
        bindForm(document.forms[0]);
      `,
    },
    {
      id: "form-slim",
      name: `${name}/form/core, \`bindForm\` with ./slim`,
      program: `
        import { bindForm } from "${name}/form/core";
        import { init, validate } from "${name}/slim";
        await init(fetch("core.wasm"));
        bindForm(document.forms[0], { validate });
      `,
    },
    {
      id: "form-js",
      name: `${name}/form/core, \`bindForm\` with ./js`,
      program: `
        import { bindForm } from "${name}/form/core";
        import { validate } from "${name}/js";
        bindForm(document.forms[0], { validate });
      `,
    },
    {
      id: "explain",
      name: "`explain` alone",
      program: `
        import { explain } from "${name}";
        console.log(explain("amount-positive", { locale: "es-CL" }));
      `,
    },
    {
      id: "both",
      name: `${name} and ${name}/session`,
      program: `
        import { validate } from "${name}";
        import { parseCheckoutSession } from "${name}/session";
        globalThis.onmessage = ({ data }) => postMessage([validate(data), parseCheckoutSession(data)]);
      `,
    },
  ];
  const sizes = [];
  for (const { program, ...what } of programs) sizes.push({ ...what, ...sizesOf(await bundle(program)) });
  const file = (path) => sizesOf(readFileSync(join(HERE, "node_modules", name, "dist", path)));
  return [
    ...sizes,
    { id: "core", name: "its core.wasm", ...file("core.wasm") },
    { id: "core-small", name: "its core-small.wasm", ...file("core-small.wasm") },
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
