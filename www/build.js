/** Builds the playground and the pages of rules into the folder of the first argument: plain files for any static host. */

import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { build } from "esbuild";

import { POLICY } from "./policy.js";
import { rulesHtml } from "./rules-page.js";
import { rulesPage } from "./src/words.js";

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const out = process.argv[2];

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
for (const name of ["style.css", "icon.svg"]) cpSync(path(name), join(out, name));
writeFileSync(join(out, "index.html"), readFileSync(path("index.html"), "utf8").replace("%POLICY%", POLICY));
for (const language of /** @type {const} */ (["en", "es"])) writeFileSync(join(out, rulesPage(language)), await rulesHtml(language));
await build({
  entryPoints: [path("src/main.js"), path("src/rules.js")],
  outdir: out,
  bundle: true,
  minify: true,
  // A classic script also runs in a page opened from disk; browsers refuse to load modules there.
  format: "iife",
  target: ["es2022"],
  plugins: [{ name: "gallery", setup: provideGallery }],
});

/** An esbuild plugin: `examples:requests` is an object with the texts of `examples/requests`, by name. */
function provideGallery({ onResolve, onLoad }) {
  const folder = path("../examples/requests/");
  onResolve({ filter: /^examples:requests$/ }, ({ path }) => ({ path, namespace: "gallery" }));
  onLoad({ filter: /.*/, namespace: "gallery" }, () => {
    const files = readdirSync(folder).filter((name) => name.endsWith(".json"));
    const requests = files.map((name) => [name.slice(0, -".json".length), readFileSync(join(folder, name), "utf8")]);
    return { contents: JSON.stringify(Object.fromEntries(requests)), loader: "json", watchDirs: [folder] };
  });
}
