/** `PreflightError` is one class, whichever entry and format of the package it comes from. */

import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";

import { CONSUMER } from "./paths.js";

const DIST = join(CONSUMER, "node_modules/fintoc-preflight/dist");
const require = createRequire(join(CONSUMER, "main.js"));

/** Every entry that has the class, those for pages and edge runtimes included, in each format. */
const entries = [];
for (const name of ["index", "browser", "slim", "js", "session"]) {
  entries.push([`${name}.js`, await import(pathToFileURL(join(DIST, `${name}.js`)))]);
  entries.push([`${name}.cjs`, require(join(DIST, `${name}.cjs`))]);
}

/** An error that an entry throws for a body; those without a core on the spot construct it. */
function thrownBy({ parse, parseEvent, PreflightError }) {
  try {
    return (parse ?? parseEvent)({});
  } catch (error) {
    return "report" in error ? error : new PreflightError({ valid: false, errors: [], warnings: [] });
  }
}

test("instanceof holds in all pairs of entries and formats", () => {
  // In each format the entries for requests share a class, and the session entry has another.
  assert.equal(new Set(entries.map(([, { PreflightError }]) => PreflightError)).size, 4);
  for (const [from, entry] of entries) {
    const error = thrownBy(entry);
    assert.ok(error instanceof Error);
    for (const [name, { PreflightError }] of entries) assert.ok(error instanceof PreflightError, `${from} by ${name}`);
  }
});

test("a subclass has its own instances alone, in all pairs", () => {
  for (const [from, { PreflightError }] of entries) {
    class Refusal extends PreflightError {}
    const refusal = new Refusal({ valid: false, errors: [], warnings: [] });
    assert.ok(refusal instanceof Refusal);
    for (const [name, other] of entries) {
      assert.ok(refusal instanceof other.PreflightError, `${from} by ${name}`);
      assert.ok(!(thrownBy(other) instanceof Refusal), `${name} by a subclass of ${from}`);
    }
  }
});

test("no other error is one", () => {
  const others = [new Error(), { name: "PreflightError", report: {} }, null, undefined, "PreflightError", () => 0];
  for (const [name, { PreflightError }] of entries) {
    for (const other of others) assert.ok(!(other instanceof PreflightError), name);
  }
});
