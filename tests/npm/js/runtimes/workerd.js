/** Cloudflare Workers: `workerd`, driven by Miniflare. */

import { readFileSync } from "node:fs";
import { join } from "node:path";

import { build } from "esbuild";
import { Miniflare } from "miniflare";

import { CASES, CONSUMER, SESSIONS, WEBHOOKS } from "../paths.js";
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
    ...["core.wasm", "session.wasm"].map((path) => ({
      type: "CompiledWasm",
      path,
      contents: readFileSync(join(CONSUMER, "node_modules/fintoc-preflight/dist", path)),
    })),
  ],
});

try {
  for (const [name, path, file] of [
    ["workerd", "/cases", CASES],
    ["session", "/sessions", SESSIONS],
    ["webhook", "/webhooks", WEBHOOKS],
  ]) {
    const body = readFileSync(file);
    const response = await miniflare.dispatchFetch(`http://localhost${path}`, { method: "POST", body });
    const result = await response.json();
    console.log(summary(name, result));
    if (result.failures.length > 0) process.exitCode = 1;
  }
} finally {
  await miniflare.dispose();
}
