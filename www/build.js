/** Writes the playground, as a folder of plain files for any static host, to the folder that is given. */

import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { build } from "esbuild";

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const out = process.argv[2];

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
for (const name of ["index.html", "style.css", "icon.svg"]) cpSync(path(name), join(out, name));
await build({
  entryPoints: [path("src/main.js")],
  outfile: join(out, "main.js"),
  bundle: true,
  minify: true,
  // A classic script also runs in a page that was opened from a disk.
  format: "iife",
  target: ["es2022"],
  plugins: [{ name: "gallery", setup: provideGallery }],
});

/** The requests of `examples/requests`, by their names. */
function provideGallery({ onResolve, onLoad }) {
  const folder = path("../examples/requests/");
  onResolve({ filter: /^examples:requests$/ }, ({ path }) => ({ path, namespace: "gallery" }));
  onLoad({ filter: /.*/, namespace: "gallery" }, () => {
    const files = readdirSync(folder).filter((name) => name.endsWith(".json"));
    const requests = files.map((name) => [name.slice(0, -".json".length), readFileSync(join(folder, name), "utf8")]);
    return { contents: JSON.stringify(Object.fromEntries(requests)), loader: "json", watchDirs: [folder] };
  });
}
