/**
 * Every regular expression of the package and of the playground takes linear time, whatever it is given. Static analysis
 * finds what no list of inputs would: an expression that is fast on all texts but one.
 */

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

import { parse } from "acorn";
import { simple } from "acorn-walk";
import { check } from "recheck";

import { REPOSITORY } from "./paths.js";

const FOLDERS = ["pkg/src", "www/src"];

/** Expressions that the analysis finds slow, each with the reason why none is. */
const BOUNDED = {
  "/0+$/": "the decimals of an amount, which has at most 64 characters",
  "/\\B(?=(?:\\d{3})+$)/g": "the body of a RUT, which has at most 8 digits",
  "/(?:\\s|\\/\\/[^\\n]*|\\/\\*[^]*?\\*\\/|#[^\\n]*)*/y": "never fails where it begins, so nothing is tried twice",
};

/** Returns the regular expressions of a file, as they are written. */
function expressionsIn(file) {
  const found = [];
  const program = parse(readFileSync(join(REPOSITORY, file), "utf8"), { ecmaVersion: "latest", sourceType: "module" });
  simple(program, { Literal: ({ regex }) => regex && found.push({ file, ...regex }) });
  return found;
}

const files = FOLDERS.flatMap((folder) =>
  readdirSync(join(REPOSITORY, folder), { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".js")).map((name) => `${folder}/${name}`),
);
const expressions = files.flatMap(expressionsIn);

test("every regular expression takes linear time", async () => {
  assert.ok(expressions.length > 150, `${expressions.length} expressions`);
  const used = new Set();
  for (const { file, pattern, flags } of expressions) {
    const written = `/${pattern}/${flags}`;
    const { status, complexity } = await check(pattern, flags.replace(/[dv]/g, ""));
    if (status === "safe") continue;
    assert.ok(Object.hasOwn(BOUNDED, written), `${file}: ${written}: ${status}, ${complexity?.summary}`);
    used.add(written);
  }
  assert.deepEqual([...used].sort(), Object.keys(BOUNDED).sort(), "an expression that is excepted is slow, and is used");
});

test("the analysis finds an expression that takes quadratic time", async () => {
  const { status } = await check("[\\s*:]+$", "");
  assert.equal(status, "vulnerable");
});
