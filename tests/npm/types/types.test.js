/** `accepted.ts` compiles, and `refused.ts` does not: with the newest TypeScript and the oldest that is supported. */

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

import { rules, validate } from "fintoc-preflight";

import { COMPILERS, FOLDER, diagnose, writeProject } from "./compiler.js";
import { vectors } from "./vectors.js";

const MARK = /^\s*\/\/ @ts-expect-error (.+)$/;

const sources = readdirSync(FOLDER).filter((file) => /\.c?ts$/.test(file));
const linesOf = (file) => readFileSync(join(FOLDER, file), "utf8").split("\n");

/** The rules of which the compiler finds every breach. */
const TYPED_RULES = [
  "amount-forbidden-in-setup",
  "amount-required-in-subscription",
  "amount-with-line-items",
  "customer-identified",
  "customer-xor-customer-data",
  "enum",
  "payment-method-in-subscription",
  "payment-method-needs-bank-transfer",
  "payment-method-needs-customer",
  "payment-method-types-for-flow",
  "redirect-urls-required",
  "required",
  "save-payment-method-needs-customer",
  "save-payment-method-only-in-payment",
  "tax-id-complete",
];

/** Warnings of what a literal cannot hold all the same: a name that is not known, and currencies such as `Clp`. */
const UNTYPED_RULES = ["currency-case", "unknown-field"];

for (const compiler of COMPILERS) {
  for (const resolution of ["node16", "bundler"]) {
    test(`${compiler}, ${resolution}: the sources compile, and every expected error is one`, () => {
      assert.deepEqual(diagnose(compiler, `tsconfig.${resolution}.json`), []);
    });
  }

  test(`${compiler}: forms compile in programs of a browser, and every expected error is one`, () => {
    assert.deepEqual(diagnose(compiler, "browser"), []);
  });

  test(`${compiler}: each error says what is expected of it`, () => {
    const expected = sources.flatMap((file) =>
      linesOf(file).flatMap((text, index) => {
        const mark = MARK.exec(text);
        return mark ? { file, line: index + 2, part: mark[1] } : [];
      }),
    );
    const unmarked = sources.map((file) => [file, linesOf(file).map((line) => line.replace(MARK, "//")).join("\n")]);
    const said = diagnose(compiler, writeProject("unmarked", Object.fromEntries(unmarked)));
    const place = ({ file, line }) => `${file}:${line}`;
    assert.ok(expected.length > 60);
    assert.deepEqual(said.map(place).sort(), expected.map(place).sort());
    const surprises = expected.flatMap(({ part, ...at }) => {
      const { message } = said.find((diagnostic) => place(diagnostic) === place(at));
      return message.includes(part) ? [] : [`${place(at)}: not "${part}", but: ${message}`];
    });
    assert.deepEqual(surprises, []);
  });

  test(`${compiler}: types refuse nothing that is valid, and every breach of the typed rules`, () => {
    const refused = new Set(diagnose(compiler, writeProject("vectors", { "vectors.ts": asCalls() })).map(({ line }) => line));
    const ids = (violations) => violations.map(({ rule }) => rule);
    for (const [index, { name, valid, errors, warnings }] of vectors.entries()) {
      const isRefused = refused.has(CALLS.length + index + 1);
      const isBeyondTypes = name.startsWith("unknown-field") || ids(warnings).some((rule) => UNTYPED_RULES.includes(rule));
      if (valid && !isBeyondTypes) assert.ok(!isRefused, `is valid, but does not compile: ${name}`);
      if (ids(errors).some((rule) => TYPED_RULES.includes(rule))) assert.ok(isRefused, `compiles: ${name}`);
    }
  });

  test(`${compiler}: what the core answers is of the types that are declared`, () => {
    const reports = vectors.map(({ request, version, now }) => validate(request, { version, now }));
    const project = writeProject("answers", {
      "answers.ts": [
        'import type { Report, RuleInfo } from "fintoc-preflight";',
        `export const reports: Report[] = ${JSON.stringify(reports)};`,
        `export const catalogue: readonly RuleInfo[] = ${JSON.stringify(rules())};`,
      ].join("\n"),
    });
    assert.deepEqual(diagnose(compiler, project), []);
  });
}

/** The code before the vectors. A call, unlike a declared constant, takes names that are not known. */
const CALLS = [
  'import type { CheckoutSessionRequest, CheckoutSessionRequestV1 } from "fintoc-preflight";',
  "declare const v1: <R extends CheckoutSessionRequestV1>(request: R) => void;",
  "declare const v2: <R extends CheckoutSessionRequest>(request: R) => void;",
];

/** The vectors, a line each; to the compiler the two separators of Unicode end lines too. */
function asCalls() {
  const calls = vectors.map(({ version, request }) => `${version}(${JSON.stringify(request)});`);
  return [...CALLS, ...calls.map((call) => call.replace(/[\u2028\u2029]/g, " "))].join("\n");
}
