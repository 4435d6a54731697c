/** No value of a request, an answer or a webhook is in anything that the package returns, throws or prints. */

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { test } from "node:test";
import { inspect } from "node:util";

import { CONSUMER, REPOSITORY } from "./paths.js";

const SENTINEL = "SENTINEL";
const NOW = "2026-01-13T12:00:00Z";

const require = createRequire(join(CONSUMER, "main.js"));
const { PreflightError, checkoutSession, checkoutSessionV1, parse, toFintocError, validate, validateJson } =
  require("fintoc-preflight");
const { compareSession, parseCheckoutSession, parseEvent } = require("fintoc-preflight/session");
const { verifySignature } = require("fintoc-preflight/webhook");

/** Vectors with more strings are passed over: each string is replaced in turn. */
const MOST_STRINGS = 60;

const folder = join(REPOSITORY, "tests/conformance");
const vectors = readdirSync(folder)
  .filter((file) => file.endsWith(".json"))
  .flatMap((file) => JSON.parse(readFileSync(join(folder, file), "utf8")).cases)
  .filter(({ request }) => typeof request === "object" && request !== null)
  .filter(({ request }) => [...mutants(request)].length <= 2 * MOST_STRINGS);
const session = JSON.parse(readFileSync(join(REPOSITORY, "tests/session/session.json"), "utf8"));
const event = { id: "evt_1", object: "event", type: "checkout_session.finished", data: session };
const failure = { error: { type: "a", code: "b", message: "c", param: "d" } };

/** Yields copies of a value in which one string is a sentinel, or ends in one. */
function* mutants(value) {
  if (typeof value === "string") {
    yield SENTINEL;
    yield value + SENTINEL;
  } else if (typeof value === "object" && value !== null) {
    for (const [name, member] of Object.entries(value)) {
      for (const mutant of mutants(member)) {
        const copy = structuredClone(value);
        copy[name] = mutant;
        yield copy;
      }
    }
  }
}

/** Returns everything that can be shown of a result or an error. */
function shown(result) {
  const texts = [JSON.stringify(result), inspect(result, { depth: 10, showHidden: true })];
  if (result instanceof Error) texts.push(String(result), result.message, result.stack, JSON.stringify(result.cause));
  if (result instanceof PreflightError) texts.push(JSON.stringify(result.report), JSON.stringify(toFintocError(result.report)));
  return texts.join("\n");
}

function attempt(call) {
  try {
    return call();
  } catch (error) {
    return error;
  }
}

/** Records what is printed while a function runs. */
async function printedBy(run) {
  const printed = [];
  const methods = ["debug", "error", "info", "log", "trace", "warn"];
  const originals = methods.map((name) => console[name]);
  for (const name of methods) console[name] = (...args) => printed.push(args);
  try {
    await run();
  } finally {
    for (const [index, name] of methods.entries()) console[name] = originals[index];
  }
  return printed;
}

function assertHidden(result, of) {
  const text = shown(result);
  assert.ok(!text.toUpperCase().includes(SENTINEL), `${text}\nof ${JSON.stringify(of)}`);
}

test("of a request", async (t) => {
  let cases = 0;
  const printed = await printedBy(() => {
    for (const { request, version } of vectors) {
      const schema = version === "v1" ? checkoutSessionV1 : checkoutSession;
      for (const mutant of mutants(request)) {
        for (const locale of ["en", "es"]) {
          const options = { version, locale, now: NOW };
          assertHidden(validate(mutant, options), mutant);
          assertHidden(validateJson(JSON.stringify(mutant), options), mutant);
          const parsed = attempt(() => parse(mutant, options));
          assert.equal(parsed instanceof Error, parsed instanceof PreflightError);
          assertHidden(parsed instanceof Error ? parsed : "parsed", mutant);
          const { issues } = schema["~standard"].validate(mutant, { libraryOptions: { now: NOW, locale } });
          assertHidden(issues ?? [], mutant);
          cases++;
        }
      }
    }
  });
  assert.deepEqual(printed, []);
  assert.ok(cases >= 500, `${cases} cases`);
  t.diagnostic(`${cases} requests`);
});

test("of a text that is not JSON", async () => {
  const printed = await printedBy(() => {
    const text = JSON.stringify({ amount: SENTINEL, [SENTINEL]: [SENTINEL] });
    for (let end = 0; end < text.length; end++) {
      for (const locale of ["en", "es"]) assertHidden(validateJson(text.slice(0, end), { locale, now: NOW }), text);
    }
    const throwing = { get amount() { throw new Error(SENTINEL); } };
    const cyclic = { amount: SENTINEL };
    cyclic.metadata = cyclic;
    for (const value of [throwing, cyclic, { amount: 1n, customer: SENTINEL }, { a: () => SENTINEL }, Symbol(SENTINEL)]) {
      assertHidden(validate(value, { now: NOW }), "a value");
      assertHidden(attempt(() => parse(value, { now: NOW })), "a value");
    }
  });
  assert.deepEqual(printed, []);
});

test("of an answer", async (t) => {
  let cases = 0;
  const request = { amount: 1, currency: "CLP", customer_email: `${SENTINEL}@a.cl`, metadata: { a: SENTINEL } };
  const printed = await printedBy(() => {
    for (const answer of [session, event, failure]) {
      for (const mutant of mutants(answer)) {
        for (const locale of ["en", "es"]) {
          const text = JSON.stringify(mutant);
          for (const read of [parseCheckoutSession, parseEvent]) {
            const result = attempt(() => read(text, { locale }));
            assertHidden(result instanceof Error ? result : result.report, mutant);
          }
          assertHidden(attempt(() => compareSession(request, text, { locale, now: NOW })), mutant);
          cases++;
        }
      }
    }
  });
  assert.deepEqual(printed, []);
  assert.ok(cases >= 100, `${cases} cases`);
  t.diagnostic(`${cases} answers`);
});

test("of a webhook", async () => {
  const printed = await printedBy(async () => {
    for (const header of [SENTINEL, `t=${SENTINEL},v1=${SENTINEL}`, `t=1,v1=${SENTINEL}`, `t=1768305600,v1=${SENTINEL}`]) {
      for (const secret of [SENTINEL, ""]) {
        const options = { body: SENTINEL, header, secret, now: NOW };
        const error = await Promise.resolve(options).then(verifySignature).catch((error) => error);
        assert.ok(error instanceof Error);
        assertHidden(error, header);
      }
    }
  });
  assert.deepEqual(printed, []);
});
