/** The excerpts in the messages of the matchers are those of the Rust command, without its notes. */

import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { test } from "node:test";

import { formatExcerpts } from "../../../pkg/src/testing/excerpts.js";
import { readCases } from "./consumer/harness.js";
import { BUILT, CASES, CONSUMER, REPOSITORY } from "./paths.js";

const { locate, locateAll, validateJson } = createRequire(join(CONSUMER, "main.js"))("fintoc-preflight");

const NATIVE = join(REPOSITORY, "target/debug/fintoc-preflight");
const FOLDER = join(BUILT, "excerpts");

/** Returns the output without the sources of the rules, and without the empty line of a gutter before them. */
const withoutNotes = (output) =>
  output.replace(/^ +\|\n(?= +[=] (?:note|nota): )/gm, "").replace(/^ +[=] (?:note|nota): .*\n(?: {8,}[^|\n ].*\n)*/gm, "");

/** Returns JSON with one member a line, as the matchers do; a short or wrong text as it is. The command cuts long lines. */
function inLines(text) {
  try {
    return text.length <= 80 ? text : JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

/** A wide character, for which the command widens the mark. */
const WIDE = /[^\0-\u02ff\u2000-\u2426]/;

test("the excerpts of every vector", () => {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  const texts = readCases(readFileSync(CASES, "utf8"))
    .filter(({ input, options: { strict, levels } }) => input === "text" && !strict && Object.keys(levels).length === 0)
    .map((each) => ({ ...each, body: inLines(each.body) }))
    .filter(({ body }) => body.length < 5000 && body.split("\n").every((line) => line.length <= 80) && !WIDE.test(body));
  assert.ok(texts.length > 500);
  const groups = groupBy(texts, flagsOf);
  for (const [flags, cases] of groups) {
    const names = cases.map(({ body }, index) => {
      writeFileSync(join(FOLDER, `${index}.json`), body);
      return `${index}.json`;
    });
    const { stdout } = spawnSync(NATIVE, [...flags.split(" "), ...names], { cwd: FOLDER, encoding: "utf8", maxBuffer: 2 ** 28 });
    const written = cases.map(({ body: text, options }, index) => {
      const report = validateJson(text, options);
      return `${formatExcerpts({ name: names[index], text, report, locale: options.locale, locate, locateAll })}\n`;
    });
    const expected = names.length > 1 ? stdout.replace(/[^\n]*\n$/, "") : stdout;
    assert.deepEqual(written.join("").split("\n"), withoutNotes(expected).split("\n"));
  }
});

const flagsOf = ({ options: { version, now, locale } }) => `--api ${version} --now ${now} --lang ${locale}`;

function groupBy(all, keyOf) {
  const groups = new Map();
  for (const each of all) groups.set(keyOf(each), [...(groups.get(keyOf(each)) ?? []), each]);
  return groups;
}

test("a request that JSON cannot write, and one with very many violations", () => {
  const format = (text, report) => formatExcerpts({ name: "request", text, report, locale: "en", locate, locateAll });
  const many = JSON.stringify({ line_items: Array(200).fill({}) });
  assert.match(format(many, validateJson(many)), /\n\nand \d+ more\n\nrequest: \d+ errors/);
  const run = 'import { matchers } from "fintoc-preflight/jest"; console.log(matchers.toBeValidCheckoutSession({ a: 1n }).message());';
  const printed = execFileSync(process.execPath, ["--input-type=module"], { cwd: CONSUMER, encoding: "utf8", input: run });
  assert.match(printed, /^expected a valid checkout session\n\nerror\[not-serializable\]: .*\n --> request:1:1\n\nrequest: 1 error\n$/);
});
