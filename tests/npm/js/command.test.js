/** `npx fintoc-preflight` prints and exits as the Rust command does. */

import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { test } from "node:test";

import { formatReport } from "../../../pkg/src/cli/text.js";
import { readCases } from "./consumer/harness.js";
import { BUILT, CASES, CONSUMER, REPOSITORY } from "./paths.js";

const { locateAll, validateJson } = createRequire(join(CONSUMER, "main.js"))("fintoc-preflight");

const NATIVE = join(REPOSITORY, "target/debug/fintoc-preflight");
const NPX = join(CONSUMER, "node_modules/.bin/fintoc-preflight");
const REQUESTS = join(BUILT, "requests");

const run = (program, args, input = "") => {
  const { status, stdout, stderr } = spawnSync(program, args, { input, encoding: "utf8", cwd: REQUESTS });
  return { status, stdout, stderr };
};

rmSync(REQUESTS, { recursive: true, force: true });
mkdirSync(REQUESTS, { recursive: true });

test("every report is formatted as by the Rust command", () => {
  const texts = readCases(readFileSync(CASES, "utf8")).filter(({ input }) => input === "text");
  texts.forEach(({ body }, index) => writeFileSync(join(REQUESTS, `${index}.json`), body));
  for (const [flags, indexes] of groups(texts)) {
    const names = indexes.map((index) => `${index}.json`);
    const native = run(NATIVE, ["--no-source", ...flags.split(" "), ...names]).stdout;
    const written = indexes.map((index) => {
      const { body, options } = texts[index];
      const report = validateJson(body, options);
      return formatReport({ name: `${index}.json`, body: Buffer.from(body), report, locale: options.locale, locateAll });
    });
    // For several requests the Rust command adds a line with the total.
    const expected = names.length > 1 ? native.replace(/[^\n]*\n$/, "") : native;
    assert.equal(written.join(""), expected);
  }
});

function groups(texts) {
  const all = new Map();
  texts.forEach((text, index) => {
    const flags = flagsOf(text);
    all.set(flags, [...(all.get(flags) ?? []), index]);
  });
  return all;
}

function flagsOf({ options: { version, now, locale, strict, levels } }) {
  const set = Object.entries(levels).map(([rule, level]) => `--${level} ${rule}`);
  return [`--api ${version} --now ${now} --lang ${locale}`, ...(strict ? ["--strict"] : []), ...set].join(" ");
}

const VALID = '{"amount": 350000, "currency": "CLP", "ui_mode": "embedded"}';
const INVALID = '{\n  "amount": "350000",\n  "currency": "CLP",\n  "ui_mode": "embedded"\n}\n';
const WARNED = '{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "colour": "red"}';
const BAD_UTF8 = Buffer.from('{"amount": "\xff"}', "latin1");

const CASES_OF_THE_COMMAND = [
  { args: [], input: VALID, status: 0 },
  { args: ["-"], input: INVALID, status: 1 },
  { args: [], input: "", status: 1 },
  { args: [], input: BAD_UTF8, status: 1 },
  { args: [], input: "n".repeat(2 ** 21), status: 1 },
  { args: [], input: `{"\x1b[2J\u202e${"k".repeat(600)}": 1}`, status: 1 },
  { args: [], input: JSON.stringify({ line_items: Array(200).fill({}) }), status: 1 },
  { args: [], input: JSON.stringify({ line_items: Array(2000).fill({}) }), status: 1 },
  { args: ["--lang", "es"], input: JSON.stringify({ line_items: Array(2000).fill({}) }), status: 1 },
  { args: ["--format", "json"], input: INVALID, status: 1 },
  { args: ["--format=json", "--lang", "es", "--api", "v1"], input: INVALID, status: 1 },
  { args: [], input: WARNED, status: 0 },
  { args: ["--strict"], input: WARNED, status: 1 },
  { args: ["--allow", "unknown-field"], input: WARNED, status: 0 },
  { args: ["--deny", "unknown-field", "--warn", "unknown-field"], input: WARNED, status: 0 },
  { args: ["--warn", "unknown-field", "--deny", "unknown-field"], input: WARNED, status: 1 },
  { args: ["--now", "1768305600000"], input: VALID, status: 0 },
  { args: ["--version"], input: "", status: 0 },
];

test("output and exit code are those of the Rust command", () => {
  const native = (args) => (args.includes("json") || args.includes("--version") ? args : ["--no-source", ...args]);
  for (const { args, input, status } of CASES_OF_THE_COMMAND) {
    const fixed = args.includes("--now") ? args : ["--now", "2026-01-13T12:00:00Z", ...args];
    const found = run(NPX, fixed, input);
    assert.deepEqual(found, run(NATIVE, native(fixed), input));
    assert.equal(found.status, status);
  }
});

test("schemas are those of the Rust command", () => {
  const commands = [[], ["--api", "v1"], ["--target", "draft-07"], ["--api", "v1", "--target", "openapi-3.0"]];
  for (const args of commands) {
    const [found, native] = [NPX, NATIVE].map((program) => run(program, ["schema", ...args]));
    assert.deepEqual({ ...found, stdout: "" }, { status: 0, stdout: "", stderr: "" });
    assert.deepEqual(JSON.parse(found.stdout), JSON.parse(native.stdout));
  }
});

test("a file is read", () => {
  writeFileSync(join(REQUESTS, "invalid.json"), INVALID);
  const { status, stdout } = run(NPX, ["invalid.json"]);
  assert.equal(status, 1);
  assert.match(stdout, /^invalid\.json:2:13: error\[type\] amount: /);
  assert.match(stdout, /\ninvalid\.json: 1 error\n$/);
});

test("errors exit with 2 and a message", () => {
  const wrong = [
    [["none.json"], /^fintoc-preflight: none\.json: ENOENT/],
    [["."], /^fintoc-preflight: \.: EISDIR/],
    [["--api", "v3"], /^error: --api must be v1 or v2/],
    [["--format", "xml"], /^error: --format must be text or json/],
    [["--lang", "pt"], /^error: --lang must be en or es/],
    [["--now", "yesterday"], /^error: --now must be/],
    [["--allow", "url-http"], /^error: .*"url-http"; did you mean "url-https"/],
    [["--warn", "json-syntax"], /^error: .*"json-syntax" cannot be lowered/],
    [["--nope"], /^error: /],
    [["schema", "--api", "v3"], /^error: --api must be v1 or v2/],
    [["schema", "--target", "draft-04"], /^error: --target must be/],
    [["schema", "--strict"], /^error: .*--strict/],
  ];
  for (const [args, message] of wrong) {
    const { status, stdout, stderr } = run(NPX, args);
    assert.deepEqual({ status, stdout }, { status: 2, stdout: "" });
    assert.match(stderr, message);
  }
});

test("the environment variables set the language", () => {
  const output = (env) => execFileSync(NPX, { input: VALID, encoding: "utf8", env: { PATH: process.env.PATH, ...env } });
  assert.equal(output({}), "<stdin>: valid\n");
  assert.equal(output({ LANG: "es_CL.UTF-8" }), "<stdin>: válida\n");
  assert.equal(output({ LC_ALL: "C", LANG: "es_CL.UTF-8" }), "<stdin>: valid\n");
  assert.equal(output({ LC_ALL: "", LC_MESSAGES: "es" }), "<stdin>: válida\n");
});

test("help names every option", () => {
  const { status, stdout } = run(NPX, ["--help"]);
  assert.equal(status, 0);
  for (const option of ["--api", "--now", "--ndjson", "--fix", "--diff", "--strict", "--allow", "--warn", "--deny", "--format", "--lang", "--target"]) {
    assert.ok(stdout.includes(option), option);
  }
});
