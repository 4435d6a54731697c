/** Cloudflare Workers: `workerd`, driven by Miniflare. */

import { readFileSync } from "node:fs";
import { join } from "node:path";

import { build } from "esbuild";
import { Miniflare } from "miniflare";

import { CASES, CONSUMER } from "../paths.js";
import { summary } from "../consumer/harness.js";

const { outputFiles } = await build({
  entryPoints: [join(CONSUMER, "worker.js")],
  bundle: true,
  write: false,
  format: "esm",
  conditions: ["workerd"],
  external: ["*.wasm"],
});

const miniflare = new Miniflare({
  compatibilityDate: "2026-07-01",
  modules: [
    { type: "ESModule", path: "worker.js", contents: outputFiles[0].text },
    {
      type: "CompiledWasm",
      path: "core.wasm",
      contents: readFileSync(join(CONSUMER, "node_modules/fintoc-preflight/dist/core.wasm")),
    },
  ],
});

try {
  const response = await miniflare.dispatchFetch("http://localhost/", { method: "POST", body: readFileSync(CASES) });
  const result = await response.json();
  console.log(summary("workerd", result));
  process.exitCode = result.failures.length > 0 ? 1 : 0;
} finally {
  await miniflare.dispose();
}
