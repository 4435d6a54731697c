/** `npx fintoc-preflight --fix` and `--diff` write the bytes that the Rust command writes. */

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

import { createDiff } from "../../../pkg/src/cli/diff.js";
import { readCases } from "./consumer/harness.js";
import { BUILT, CASES, CONSUMER, REPOSITORY } from "./paths.js";

const NATIVE = [join(REPOSITORY, "target/debug/fintoc-preflight"), "--no-source"];
const NPX = [join(CONSUMER, "node_modules/.bin/fintoc-preflight")];
const FOLDER = join(BUILT, "fixes");
const NOW = ["--now", "2026-01-13T12:00:00Z"];

fs.rmSync(FOLDER, { recursive: true, force: true });
fs.mkdirSync(FOLDER, { recursive: true });

const path = (name) => join(FOLDER, name);
const read = (name) => fs.readFileSync(path(name), "utf8");

function run([program, ...first], args, input = "") {
  const options = { input, encoding: "utf8", cwd: FOLDER, maxBuffer: 2 ** 28 };
  const { status, stdout, stderr } = spawnSync(program, [...first, ...NOW, ...args], options);
  return { status, stdout, stderr };
}

/** Returns the output of the npm command, which must be that of the Rust command. */
function both(args, input) {
  const found = run(NPX, args, input);
  assert.deepEqual(found, run(NATIVE, args, input));
  return found;
}

/** Runs `--fix` by both commands on a file of the same name, and returns what they wrote, which must be the same. */
function fixBoth(name, content, args = []) {
  const [native, npm] = [NATIVE, NPX].map((program) => {
    fs.writeFileSync(path(name), content);
    return { ...run(program, ["--fix", ...args, name]), written: read(name) };
  });
  assert.deepEqual(npm, native);
  return npm;
}

const MESSY = '{\r\n\t"amount" : "45000",\n  "curency":"clp" ,\n\n"note":"ñ😀", "ui_mode": "embeded"}\n\n';
const FIXED = '{\r\n\t"amount" : 45000,\n  "currency":"CLP" ,\n\n"note":"ñ😀", "ui_mode": "embedded"}\n\n';
const VALID = '{"amount": 350000, "currency": "CLP", "ui_mode": "embedded"}';
const FOREIGN = '{"amount": 1, "currency": "COP", "ui_mode": "embedded"}';

/** A generator of numbers below `limit`, the same in each run. */
function createRandom(seed) {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

/** Returns a request with slips of the keyboard: names and values misspelt, quoted, repeated or of another case. */
function misspelt(body, random) {
  const tokens = body.split(/("(?:[^"\\]|\\.)*"|-?\d+)/);
  const slips = [
    (token) => token.replace(/[a-z]/, ""),
    (token) => token.replace(/([a-z])([a-z])/, "$2$1"),
    (token) => token.toLowerCase(),
    (token) => token.toUpperCase(),
    (token) => (/^\d/.test(token) ? `"${token}"` : token),
    (token) => token.replace(/^"CLP"$/, () => ['"COP"', '"clp"', '"Clp"', '"CLF"', '"MXP"'][random(5)]),
    (token) => `${token} `,
  ];
  for (let count = random(5); count >= 0; count--) {
    const at = random(tokens.length);
    tokens[at] = slips[random(slips.length)](tokens[at]);
  }
  return tokens.join("");
}

/** Returns lines of requests: some vectors on one line each, and several with slips of each. */
function lines() {
  const random = createRandom(7);
  const bodies = readCases(fs.readFileSync(CASES, "utf8"))
    .filter(({ input, body }) => input === "text" && typeof body === "string" && body.length < 5000)
    .map(({ body }) => body.replace(/[\r\n]+/g, " "))
    .filter((_, index) => index % 4 === 0);
  return bodies.flatMap((body) => [body, misspelt(body, random), misspelt(body, random)]).map((body) => `${body}\n`);
}

const GENERATED = lines().join("");

for (const version of ["v1", "v2"]) {
  test(`generated requests are fixed to the same bytes, once and for all: ${version}`, () => {
    const args = ["--ndjson", "--api", version];
    const first = fixBoth("generated.ndjson", GENERATED, args);
    assert.ok(first.stdout.match(/: fixed\[/g).length > 300);
    assert.equal(first.written.split("\n").length, GENERATED.split("\n").length);
    const second = fixBoth("generated.ndjson", first.written, args);
    assert.equal(second.written, first.written);
    assert.doesNotMatch(second.stdout, /: fixed\[/);
  });

  test(`the diff of generated requests is the same, and what git applies: ${version}`, () => {
    const args = ["--ndjson", "--api", version, "generated.ndjson"];
    fs.writeFileSync(path("generated.ndjson"), GENERATED);
    const { stdout, status } = both(["--diff", ...args]);
    assert.equal(status, 1);
    assert.equal(read("generated.ndjson"), GENERATED);
    fs.writeFileSync(path("fix.diff"), stdout);
    const git = spawnSync("git", ["apply", "--unsafe-paths", "-p0", "fix.diff"], { cwd: FOLDER, env: { ...process.env, GIT_DIR: "none" } });
    assert.equal(git.status, 0, git.stderr.toString());
    const byGit = read("generated.ndjson");
    assert.equal(fixBoth("generated.ndjson", GENERATED, args.slice(0, -1)).written, byGit);
  });
}

test("no fix changes which currency an amount is in", () => {
  const currencies = (text) => [...text.matchAll(/"currency" ?: ?"([^"]*)"/gi)].map(([, currency]) => currency.toUpperCase());
  const requests = ["clp", "Mxn", "COP", "CLF", "MXP", "MXV", "CLO", "usd", "CLP "].map((currency) => `{"amount": "1", "currency": "${currency}"}\n`);
  const { written } = fixBoth("currencies.ndjson", requests.join(""), ["--ndjson"]);
  assert.notEqual(written, requests.join(""));
  assert.deepEqual(currencies(written), currencies(requests.join("")));
});

test("only the changed bytes of a file are written", () => {
  const { status, stdout, written } = fixBoth("a.json", MESSY);
  assert.deepEqual({ status, written }, { status: 0, written: FIXED });
  assert.match(stdout, /^a\.json:2: fixed\[type\] amount: now `45000`\n/);
  assert.equal(fixBoth("a.json", FIXED).written, FIXED);
});

test("standard input is fixed to standard output, and the report goes to standard error", () => {
  const found = both(["--fix"], MESSY);
  assert.deepEqual([found.status, found.stdout], [0, FIXED]);
  assert.match(found.stderr, /valid, 1 warning\n$/);
  const long = `[${" ".repeat(3 * 2 ** 20)}]`;
  for (const text of ["", FOREIGN, '{"amount": "1"', "\ufeff{}", long]) {
    assert.ok(both(["--fix"], text).stdout === text);
    assert.ok(both(["--fix", "--ndjson"], `${text}\r\n${text}`).stdout === `${text}\r\n${text}`);
  }
  both(["--diff", "--ndjson"], `${long}\n${MESSY.replace(/\s/g, " ")}\n${long}`);
  both(["--fix", "--format", "json", "-"], MESSY);
  both(["--diff", "--lang", "es"], MESSY);
});

test("several files are checked, and one that cannot be fixed stays", () => {
  fs.writeFileSync(path("a.json"), MESSY);
  fs.writeFileSync(path("b.json"), MESSY, { mode: 0o440 });
  fs.chmodSync(path("b.json"), 0o440);
  fs.writeFileSync(path("c.json"), VALID);
  const found = run(NPX, ["--fix", "a.json", "b.json", "/dev/null", "c.json"]);
  const complaints = [
    "fintoc-preflight: b.json: the file is write-protected",
    "fintoc-preflight: /dev/null: not a regular file, which --fix needs",
  ];
  assert.equal(found.stderr, `${complaints.join("\n")}\n`);
  assert.equal(found.status, 2);
  assert.match(found.stdout, /\n2 requests: 2 valid, 0 invalid \(1 warning\)\n$/);
  assert.deepEqual(["a.json", "b.json", "c.json"].map(read), [FIXED, MESSY, VALID]);
  fs.writeFileSync(path("a.json"), MESSY);
  assert.deepEqual(run(NATIVE, ["--fix", "a.json", "b.json", "/dev/null", "c.json"]), found);
  assert.deepEqual(fs.readdirSync(FOLDER).filter((name) => name.startsWith(".")), []);
});

test("permissions and symbolic links stay", () => {
  fs.writeFileSync(path("private.json"), MESSY);
  fs.chmodSync(path("private.json"), 0o640);
  fs.symlinkSync("private.json", path("link.json"));
  assert.equal(run(NPX, ["--fix", "link.json"]).status, 0);
  assert.equal(read("private.json"), FIXED);
  assert.equal(fs.statSync(path("private.json")).mode & 0o777, 0o640);
  assert.ok(fs.lstatSync(path("link.json")).isSymbolicLink());
});

test("a diff is that of the Rust command, however the changes lie", () => {
  const random = createRandom(3);
  for (let round = 0; round < 200; round++) {
    const old = Array.from({ length: random(30) }, (_, index) => (random(4) === 0 ? "x" : `${index}`)).join("\n");
    const replacement = old.replaceAll("x", "y");
    fs.writeFileSync(path("old"), old);
    fs.writeFileSync(path("new"), replacement);
    let diff = "";
    const { add, finish } = createDiff("old", (text) => (diff += text));
    add(Buffer.from(old), Buffer.from(replacement));
    finish();
    const { stdout } = spawnSync("git", ["diff", "--no-index", "--no-color", "old", "new"], { cwd: FOLDER, encoding: "utf8" });
    // Without the names of the files, and the last line of the context before a hunk, which git repeats.
    const hunks = (text) => text.slice(Math.max(0, text.indexOf("@@"))).replace(/^(@@ [^@]* @@).*$/gm, "$1");
    assert.equal(hunks(diff), hunks(stdout));
  }
});

test("wrong combinations exit with 2", () => {
  const { status, stderr } = run(NPX, ["--fix", "--diff", "a.json"]);
  assert.deepEqual([status, run(NATIVE, ["--fix", "--diff", "a.json"]).status], [2, 2]);
  assert.match(stderr, /^error: --fix and --diff exclude each other/);
});
