/** The recipe for Supabase Edge Functions, in Deno. */

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { dirname } from "node:path";
import { test } from "node:test";

import { DENO } from "../js/paths.js";
import { testJson } from "./json.js";
import { TARBALL } from "./recipe.js";

const recipe = testJson("supabase", {
  path: "",
  currency: /^currency debe ser CLP o MXN; ¿quisiste decir CLP\?$/,
  // Deno reads what npm installs, and the package is not in the registry from which it would add one.
  replacements: { "deno add npm:fintoc-preflight": `npm install ${TARBALL}` },
  env: { PATH: `${dirname(DENO)}:${process.env.PATH}`, DENO_SERVE_ADDRESS: "tcp:0.0.0.0:0" },
  ready: /(http:\/\/localhost:\d+)/,
});

test("a page of another origin may call it, and reads errors", async () => {
  const { url } = recipe();
  const preflight = await fetch(url, { method: "OPTIONS" });
  assert.equal(preflight.status, 204);
  assert.match(preflight.headers.get("access-control-allow-headers"), /\bcontent-type\b/);
  const refused = await fetch(url, { method: "POST", body: "{" });
  assert.equal(refused.headers.get("access-control-allow-origin"), "*");
});

test("its types are right", () => {
  execFileSync(DENO, ["check", "index.ts"], { cwd: recipe().folder, stdio: ["ignore", "ignore", "inherit"] });
});
