/** The reports on all test vectors are the same in every thread, time zone and locale, and those of the native core. */

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

import { readCases } from "./consumer/harness.js";
import { BUILT, CASES, CONSUMER, NEWEST_NODE, REPOSITORY } from "./paths.js";

const NATIVE = join(REPOSITORY, "target/debug/fintoc-preflight");

/** Time zones with summer time in the south and the north, with half an hour, and a day ahead. */
const TIME_ZONES = ["America/Santiago", "Europe/Berlin", "Asia/Kolkata", "Pacific/Kiritimati"];

/** Languages with other decimal points, digits and cases: Turkish lowercases `I` to `ı`. */
const LOCALES = ["es_CL.UTF-8", "tr_TR.UTF-8", "ar_EG.UTF-8"];

const PLACES = TIME_ZONES.flatMap((TZ) => LOCALES.map((LC_ALL) => ({ TZ, LC_ALL, LANG: LC_ALL })));

const cases = readCases(readFileSync(CASES, "utf8"));

const sha256 = (text) => createHash("sha256").update(text).digest("hex");

/** Returns the digests that a process with these variables prints. */
const digests = (args, env = {}) =>
  execFileSync(NEWEST_NODE, ["digest.js", CASES, ...args], {
    cwd: CONSUMER,
    encoding: "utf8",
    env: { ...process.env, ...env },
  })
    .trim()
    .split("\n");

const [digest] = digests([]);

test("Node takes its language and time from the environment of these tests", () => {
  const program = 'console.log(new Intl.NumberFormat().resolvedOptions().locale, new Date(0).getHours())';
  const found = PLACES.map((place) =>
    execFileSync(NEWEST_NODE, ["--eval", program], { encoding: "utf8", env: { ...process.env, ...place } }).trim(),
  );
  assert.equal(new Set(found).size, PLACES.length, found.join("; "));
});

test("8 workers at the same time", () => {
  assert.deepEqual(digests(["8"]), Array(8).fill(digest));
});

test("4 time zones and 3 locales", () => {
  for (const place of PLACES) assert.deepEqual(digests([], place), [digest], JSON.stringify(place));
});

test("the Rust command in each of them", () => {
  // Those of the default options, of which the command takes any number in one call. Its language is set, as it would
  // otherwise be that of the locale.
  const texts = cases.filter(
    ({ input, body, options: { version, locale, strict, levels } }) =>
      input === "text" && version === "v2" && locale === "en" && !strict && isEmpty(levels) && !/[\r\n]/.test(body),
  );
  const now = mostFrequent(texts.map(({ options }) => options.now));
  const same = texts.filter(({ options }) => options.now === now);
  assert.ok(same.length > 500, `${same.length} texts`);
  const file = join(BUILT, "determinism.ndjson");
  writeFileSync(file, same.map(({ body }) => `${body}\n`).join(""));
  const expected = sha256(same.map(({ report }) => `${report}\n`).join(""));
  for (const place of PLACES) {
    const env = { ...process.env, ...place };
    assert.equal(sha256(reports(["--ndjson", "--format", "json", "--lang", "en", "--now", now, file], env)), expected, place.TZ);
  }
});

/** Returns what the command writes. It ends with 1, as requests are invalid. */
function reports(args, env) {
  try {
    return execFileSync(NATIVE, args, { env, encoding: "utf8", maxBuffer: 2 ** 28 });
  } catch (error) {
    if (error.status !== 1) throw error;
    return error.stdout;
  }
}

const isEmpty = (object) => Object.keys(object).length === 0;

function mostFrequent(values) {
  const counts = new Map();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([, one], [, other]) => other - one)[0][0];
}
