/** Answers of Fintoc: results, errors and options of `fintoc-preflight/session`. */

import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { copyFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";

import { CONSUMER } from "./paths.js";

const require = createRequire(join(CONSUMER, "main.js"));
const { compareSession, parseCheckoutSession, parseEvent, PreflightError } = require("fintoc-preflight/session");

const SESSION = { id: "cs_1", object: "checkout_session", status: "created", amount: 4500, currency: "CLP" };
const PAYMENT = { id: "pi_1", object: "payment_intent", status: "succeeded", amount: 4500 };

const eventOf = (type, data) => ({ id: "evt_1", object: "event", type, data });
const found = (violations) => violations.map(({ rule, param }) => `${rule} ${param}`);

/** Returns the report of the error that a call throws. */
function reportOf(call) {
  try {
    call();
  } catch (error) {
    if (error instanceof PreflightError) return error.report;
    throw error;
  }
  throw new Error("nothing was thrown");
}

test("a webhook handler accepts an event in which three fields have undocumented types", async () => {
  copyFileSync(new URL("session/handler.js", import.meta.url), join(CONSUMER, "handler.js"));
  const { handle } = await import(pathToFileURL(join(CONSUMER, "handler.js")));
  const secret = "whsec_example";
  const seconds = 1_768_305_600;
  const answerTo = async (text) => {
    const [confirmed, lines] = [[], []];
    const signature = createHmac("sha256", secret).update(`${seconds}.${text}`).digest("hex");
    const headers = { "fintoc-signature": `t=${seconds},v1=${signature}` };
    const request = new Request("https://merchant.com/webhooks", { method: "POST", body: text, headers });
    const actions = { confirm: ({ id }) => confirmed.push(id), log: (line) => lines.push(line) };
    const { status } = await handle(request, { secret, now: seconds * 1000, ...actions });
    return { status, confirmed, lines };
  };
  const data = { ...PAYMENT, customer: "cus_1", reference_id: 31415, metadata: [] };
  assert.deepEqual(await answerTo(JSON.stringify(eventOf("payment_intent.succeeded", data))), {
    status: 200,
    confirmed: ["pi_1"],
    lines: [
      "data.customer: data.customer is documented as an object, but is a string.",
      "data.metadata: data.metadata is documented as an object, but is an array.",
      "data.reference_id: data.reference_id is documented as a string, but is a number.",
    ],
  });
  const { status, lines } = await answerTo("[]");
  assert.deepEqual([status, lines], [200, ["the event must be an object, but is an array."]]);
});

test("malformed values are left out of the answer, and kept in `raw`", () => {
  const sent = { ...SESSION, amount: "4500", customer: "cus_1", payment_method_types: ["card", null, 7], extra: [1] };
  const { session, report, raw } = parseCheckoutSession(sent);
  assert.deepEqual(session, {
    id: "cs_1",
    object: "checkout_session",
    status: "created",
    currency: "CLP",
    payment_method_types: ["card"],
    extra: [1],
  });
  assert.deepEqual(raw, sent);
  assert.deepEqual(report.errors, []);
  assert.deepEqual(found(report.warnings), [
    "type amount",
    "type customer",
    "type payment_method_types[1]",
    "type payment_method_types[2]",
  ]);
  assert.deepEqual(found(reportOf(() => parseCheckoutSession(sent, { strict: true })).errors), found(report.warnings));
});

test("the first value of a repeated name counts", () => {
  const text = `{"id": "cs_1", "object": "checkout_session", "status": "created",
    "amount": 1, "amount": "2", "x": 1, "x": 2, "metadata": {"a": 1, "a": 2}}`;
  const { session, report, raw } = parseCheckoutSession(text);
  assert.deepEqual([session.amount, session.x, session.metadata.a], [1, 1, 1]);
  assert.deepEqual(found(report.warnings), ["duplicate-key amount", "duplicate-key x"]);
  assert.equal(raw.amount, "2");
});

test("the type of event data follows its `object`", () => {
  const { event, report } = parseEvent(eventOf("charge.succeeded", { ...PAYMENT, amount: 1.5 }));
  assert.deepEqual([event.data.id, event.data.amount, found(report.warnings)], ["pi_1", undefined, ["type data.amount"]]);
  const refund = { id: "re_1", object: "refund", amount: "1" };
  assert.deepEqual(parseEvent(eventOf("refund.succeeded", refund)).event.data, refund);
});

test("an unusable answer throws, and the message names it", () => {
  const cycle = {};
  cycle.self = cycle;
  const apiError = { error: { type: "invalid_request_error", code: "missing_parameter", message: "…", param: "amount" } };
  for (const [value, rule, about] of [
    ["{", "json-syntax ", "$ is not valid JSON"],
    [[], "type ", "$ must be an object"],
    [cycle, "not-serializable self", "a value in $ cannot be read as JSON: it contains itself."],
    [" ".repeat(2 ** 20 + 1), "body-size ", "$ must be at most 1048576 bytes"],
    [apiError, "enum error", "this is an error of the API"],
    [{}, "required id", "id is missing"],
    [{ id: "cus_1", object: "customer" }, "enum object", "object must be"],
  ]) {
    for (const [parse, name] of [
      [parseCheckoutSession, "the session"],
      [parseEvent, "the event"],
      [(session) => compareSession({}, session), "the session"],
    ]) {
      const { errors } = reportOf(() => parse(value));
      assert.deepEqual(found(errors), [rule]);
      assert.ok(errors[0].message.startsWith(about.replace("$", name)), errors[0].message);
    }
  }
  assert.match(reportOf(() => parseEvent([], { locale: "es" })).errors[0].message, /^el evento /);
  assert.match(reportOf(() => compareSession([], SESSION)).errors[0].message, /^the request body /);
  assert.match(reportOf(() => compareSession(cycle, SESSION)).errors[0].message, /^a value in the request body /);
});

test("requests of both versions are compared", () => {
  const request = { amount: 4500, currency: "clp", customer: { email: "ana@example.com" } };
  assert.deepEqual(compareSession(request, SESSION, { version: "v1" }), { matches: true, differences: [] });
  assert.deepEqual(found(reportOf(() => compareSession(request, SESSION)).errors), ["enum currency", "type customer"]);
  const other = compareSession({ amount: 4500, customer: "cus_1" }, { ...SESSION, customer: { id: "cus_2" } });
  assert.deepEqual(other.differences.map(({ param, kind }) => `${param} ${kind}`), ["customer.id other"]);
});

test("a wrong option is a TypeError that names it", () => {
  for (const [options, message] of [
    [null, "options must be an object"],
    [{ locale: "fr" }, 'option "locale" must be a BCP 47 tag that begins with "es" or "en"'],
    [{ strict: 1 }, 'option "strict" must be true or false'],
    [{ version: "v2" }, 'there is no option "version"'],
    [{ now: 0 }, 'there is no option "now"'],
  ]) {
    for (const parse of [parseCheckoutSession, parseEvent]) {
      assert.throws(() => parse(SESSION, options), { name: "TypeError", message });
    }
  }
  for (const [options, message] of [
    [{ version: "v3" }, 'option "version" must be "v1" or "v2"'],
    [{ strict: true }, 'there is no option "strict"'],
  ]) {
    assert.throws(() => compareSession({}, SESSION, options), { name: "TypeError", message });
  }
});
