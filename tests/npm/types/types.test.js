/** `accepted.ts` compiles, and `refused.ts` does not: with the newest TypeScript and the oldest that is supported. */

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

import { rules, validate } from "fintoc-preflight";

import { COMPILERS, FOLDER, diagnose, writeProject } from "./compiler.js";
import { vectors, withoutValues } from "./vectors.js";

const MARK = /^\s*\/\/ @ts-expect-error (.+)$/;

const sources = readdirSync(FOLDER).filter((file) => /\.c?ts$/.test(file));
const linesOf = (file) => readFileSync(join(FOLDER, file), "utf8").split("\n");

/** Rules of which the compiler finds every violation. */
const TYPED_RULES = [
  "amount-forbidden-in-setup",
  "amount-or-line-items",
  "amount-required-in-subscription",
  "amount-with-line-items",
  "customer-identified",
  "customer-xor-customer-data",
  "enum",
  "line-items-required-in-subscription",
  "payment-method-in-subscription",
  "payment-method-needs-bank-transfer",
  "payment-method-needs-customer",
  "payment-method-types-empty",
  "payment-method-types-for-flow",
  "redirect-urls-required",
  "required",
  "save-payment-method-needs-customer",
  "save-payment-method-only-in-payment",
  "tax-id-complete",
];

/** Rules that only warn, though a literal does not compile: an unknown name, and a currency such as `Clp`. */
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

  test(`${compiler}: the core and the schemas can be imported in a Worker, with their types`, () => {
    assert.deepEqual(diagnose(compiler, "worker"), []);
  });

  test(`${compiler}: each error has the expected message`, () => {
    const expected = sources.flatMap((file) =>
      linesOf(file).flatMap((text, index) => {
        const mark = MARK.exec(text);
        return mark ? { file, line: index + 2, part: mark[1] } : [];
      }),
    );
    const unmarked = sources.map((file) => [file, linesOf(file).map((line) => line.replace(MARK, "//")).join("\n")]);
    const diagnostics = diagnose(compiler, writeProject("unmarked", Object.fromEntries(unmarked)));
    const place = ({ file, line }) => `${file}:${line}`;
    assert.ok(expected.length > 60);
    assert.deepEqual(diagnostics.map(place).sort(), expected.map(place).sort());
    const surprises = expected.flatMap(({ part, ...at }) => {
      const { message } = diagnostics.find((diagnostic) => place(diagnostic) === place(at));
      return message.includes(part) ? [] : [`${place(at)}: not "${part}", but: ${message}`];
    });
    assert.deepEqual(surprises, []);
  });

  test(`${compiler}: types accept every valid request, and refuse every violation of the typed rules`, () => {
    const lines = new Set(diagnose(compiler, writeProject("vectors", { "vectors.ts": [...CALLS, ...calls].join("\n") })).map(({ line }) => line));
    const ids = (violations) => violations.map(({ rule }) => rule);
    for (const vector of vectors) {
      const { name, valid, errors, warnings } = vector;
      const isRefused = lines.has(CALLS.length + calls.indexOf(asCall(vector)) + 1);
      const isBeyondTypes = name.startsWith("unknown-field") || ids(warnings).some((rule) => UNTYPED_RULES.includes(rule));
      if (valid && !isBeyondTypes) assert.ok(!isRefused, `is valid, but does not compile: ${name}`);
      if (ids(errors).some((rule) => TYPED_RULES.includes(rule))) assert.ok(isRefused, `compiles: ${name}`);
    }
  });

  test(`${compiler}: the values that the core returns have the declared types`, () => {
    const reports = vectors.map(({ request, version, now }) => validate(request, { version, now }));
    const violations = reports.flatMap(({ errors, warnings }) => [...errors, ...warnings]);
    const project = writeProject("answers", {
      "answers.ts": [
        'import type { Report, RuleInfo, Violation } from "fintoc-preflight";',
        `export const reports: Report[] = [${distinct(reports.map((report) => ({ ...report, errors: [], warnings: [] })))}];`,
        `export const violations: Violation[] = [${distinct(violations)}];`,
        `export const catalogue: readonly RuleInfo[] = ${JSON.stringify(rules())};`,
      ].join("\n"),
    });
    assert.deepEqual(diagnose(compiler, project), []);
  });
}

/** The code before the vectors. Unlike a typed constant, an argument of a generic call may have unknown names. */
const CALLS = [
  'import type { CheckoutSessionRequest, CheckoutSessionRequestV1 } from "fintoc-preflight";',
  "declare const v1: <R extends CheckoutSessionRequestV1>(request: R) => void;",
  "declare const v2: <R extends CheckoutSessionRequest>(request: R) => void;",
];

/** The calls of all vectors, one per line. */
const calls = [...new Set(vectors.map(asCall))];

/** Returns a vector as a call. Replaces U+2028 and U+2029, which also end a line for the compiler. */
function asCall({ version, request }) {
  return `${version}(${withoutValues(request)});`.replace(/[\u2028\u2029]/g, " ");
}

/** Returns values as JSON, one of all that are the same to the compiler. */
function distinct(values) {
  const texts = values.map((value) => withoutValues(value.path ? { ...value, path: value.path.map((part) => typeof part) } : value, ["message", "param"]));
  return [...new Set(texts)].join(",\n");
}
