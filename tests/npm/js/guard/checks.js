/**
 * The guard with the official client, against a local server. A program for Node, Bun and Deno: it prints the name of
 * each check that has passed. Its argument is the name under which the client is installed.
 */

import assert from "node:assert/strict";
import { createRequire } from "node:module";

import { PreflightError } from "fintoc-preflight";
import { guard } from "fintoc-preflight/client";

import { startServer } from "./server.js";

const [name] = process.argv.slice(2);
const require = createRequire(import.meta.url);
const { Fintoc } = require(name);
const { FintocError, InvalidRequestError } = require(`${name}/build/main/lib/errors`);

const NOW = "2026-01-13T12:00:00Z";
const REQUEST = {
  amount: 350000,
  currency: "CLP",
  success_url: "https://merchant.com/success/1",
  cancel_url: "https://merchant.com/cancel",
  metadata: { order: "1001" },
};
const REFUSAL = { type: "invalid_request_error", code: "invalid_amount", message: "no", param: "amount", doc_url: "https://x" };

/** Answers as Fintoc, with the session's own values where the request has them. */
const answer = ({ method, path, body }) => {
  if (body.metadata?.refuse) return { status: 400, body: { error: REFUSAL } };
  const id = /cs_\w+/.exec(path)?.[0] ?? "cs_1";
  const session = { id, object: "checkout_session", status: "created", created_at: "2026-01-13T12:00:00Z", ...body };
  return { status: method === "POST" ? 201 : 200, body: { ...session, ...body.metadata?.answered } };
};

const server = await startServer(answer);

/** Returns a new client of the local server. The clients of the package share one connection. */
function createClient(Class = Fintoc, key = "sk_test_none") {
  const client = new Class(key);
  client.checkoutSessions._client.baseUrl = server.url;
  return client;
}

/** The objects of a client that create sessions, with their versions. */
const managersOf = (client) =>
  [
    { version: "v1", manager: client.checkoutSessions },
    { version: "v2", manager: client.v2?.checkoutSessions },
  ].filter(({ manager }) => manager);

/** Returns what a call writes on the console. */
async function written(call) {
  const lines = [];
  const { warn } = console;
  console.warn = (...args) => lines.push(args.join(" "));
  try {
    await call();
  } finally {
    console.warn = warn;
  }
  return lines;
}

const caught = (promise) => promise.then(() => assert.fail("nothing was thrown"), (error) => error);

const checks = {
  async "a valid request is sent as without the guard"() {
    for (const index of managersOf(createClient()).keys()) {
      const sent = [];
      for (const client of [createClient(), guard(createClient(), { now: NOW })]) {
        const { manager } = managersOf(client)[index];
        server.received.length = 0;
        const session = await manager.create({ ...REQUEST, idempotency_key: "key-1" });
        assert.equal(session.constructor.name, "CheckoutSession");
        assert.equal(session.id, "cs_1");
        assert.equal(server.received.length, 1);
        const [{ path, headers, body }] = server.received;
        assert.equal(headers["idempotency-key"], "key-1");
        sent.push([path, body, headers.authorization, headers["user-agent"]]);
      }
      assert.deepEqual(sent[1], sent[0]);
    }
  },

  async "a wrong request is not sent, and rejects with both kinds of errors"() {
    const client = guard(createClient(), { now: NOW });
    for (const { version, manager } of managersOf(client)) {
      server.received.length = 0;
      const currency = version === "v1" ? "COP" : "clp";
      const promise = manager.create({ ...REQUEST, amount: -1, currency, idempotency_key: "key-1" });
      assert.ok(promise instanceof Promise);
      const error = await caught(promise);
      assert.ok(error instanceof PreflightError && error instanceof InvalidRequestError && error instanceof FintocError);
      assert.ok(error instanceof Error);
      assert.equal(error.constructor, InvalidRequestError);
      assert.equal(error.name, "PreflightError");
      assert.deepEqual(error.report.errors.map(({ param }) => param), ["amount", "currency"]);
      const [first] = error.report.errors;
      const { type, code, param, doc_url } = error;
      const expected = ["invalid_request_error", first.code, "amount", "https://fintoc.com/docs#invalid-request-error"];
      assert.deepEqual([type, code, param, doc_url], expected);
      const lines = error.message.split("\n");
      assert.equal(lines[0], `invalid_request_error: ${first.code} (amount)`);
      assert.equal(lines[1], `amount: ${first.message}`);
      assert.equal(lines[2], `currency: ${error.report.errors[1].message}`);
      assert.equal(lines[3], `Check the docs for more info: ${doc_url}`);
      assert.match(error.stack, /checks\.js/);
      assert.deepEqual(server.received, []);
    }
  },

  async "names of the request are written safely"() {
    const client = guard(createClient(), { now: NOW, strict: true });
    const error = await caught(client.checkoutSessions.create({ ...REQUEST, "\u001b[2J\n": 1 }));
    assert.ok(error instanceof InvalidRequestError);
    assert.ok(!error.message.includes("\u001b"), error.message);
    assert.match(error.message, /\(\\u001b\[2J\\u000a\)/);
  },

  async "the errors of the API are the client's own"() {
    const client = guard(createClient(), { now: NOW, onWarning() {} });
    const error = await caught(client.checkoutSessions.create({ ...REQUEST, metadata: { refuse: true } }));
    assert.ok(error instanceof InvalidRequestError && !(error instanceof PreflightError));
  },

  async "nothing else of the client changes"() {
    class Shop extends Fintoc {
      #orders = 7;
      orders() {
        return this.#orders;
      }
    }
    const client = createClient(Shop);
    const { checkoutSessions, customers, v2 } = client;
    const names = Object.keys(checkoutSessions);
    const other = createClient();
    const guarded = guard(client, { now: NOW });
    assert.equal(guarded, client);
    assert.ok(guarded instanceof Shop && guarded instanceof Fintoc);
    assert.equal(guarded.orders(), 7);
    assert.deepEqual([guarded.checkoutSessions, guarded.customers, guarded.v2], [checkoutSessions, customers, v2]);
    assert.deepEqual(Object.keys(checkoutSessions), names);
    assert.equal(guarded.checkoutSessions.get, other.checkoutSessions.get);
    assert.ok(!Object.hasOwn(other.checkoutSessions, "create"));
    server.received.length = 0;
    assert.equal((await guarded.checkoutSessions.get("cs_7")).id, "cs_7");
    assert.equal((await guarded.checkoutSessions.expire("cs_7")).id, "cs_7");
    assert.deepEqual(server.received.map(({ method, path }) => `${method} ${path}`), [
      "GET /v1/checkout_sessions/cs_7",
      "POST /v1/checkout_sessions/cs_7/expire",
    ]);
    assert.deepEqual(Object.keys(REQUEST), ["amount", "currency", "success_url", "cancel_url", "metadata"]);
  },

  async "an unguarded client sends what it is told"() {
    server.received.length = 0;
    await createClient().checkoutSessions.create({ amount: "1" });
    assert.equal(server.received.length, 1);
  },

  async "a call without a request rejects"() {
    const client = guard(createClient(), { now: NOW });
    assert.equal((await caught(client.checkoutSessions.create())).param, "amount");
    assert.equal((await caught(client.checkoutSessions.create([]))).param, null);
  },

  async "warnings are passed on, and the request is sent"() {
    const seen = [];
    const onWarning = (warnings, { version, request }) => seen.push([warnings.map(({ rule }) => rule), version, request]);
    const client = guard(createClient(), { now: NOW, onWarning });
    const request = { ...REQUEST, colour: "red" };
    assert.equal((await client.checkoutSessions.create({ ...request, idempotency_key: "key-1" })).id, "cs_1");
    assert.deepEqual(seen, [[["unknown-field"], "v1", request]]);
    const lines = await written(async () => {
      const talking = guard(createClient(), { now: NOW });
      for (let call = 0; call < 3; call++) await talking.checkoutSessions.create(request);
    });
    assert.equal(lines.length, 1);
    assert.match(lines[0], /^fintoc-preflight: warning\[unknown-field\]: /);
  },

  async "a callback that throws keeps the request from being sent"() {
    const client = guard(createClient(), {
      now: NOW,
      onWarning() {
        throw new RangeError("stop");
      },
    });
    server.received.length = 0;
    await assert.rejects(client.checkoutSessions.create({ ...REQUEST, colour: "red" }), RangeError);
    assert.deepEqual(server.received, []);
  },

  async "options of the validation hold"() {
    const client = guard(createClient(), { now: NOW, locale: "es", levels: { "unknown-field": "deny" } });
    const error = await caught(client.checkoutSessions.create({ ...REQUEST, colour: "red" }));
    assert.match(error.message, /no tiene un campo documentado/);
    const twice = guard(client, { now: NOW, levels: { "unknown-field": "allow" } });
    assert.equal((await twice.checkoutSessions.create({ ...REQUEST, colour: "red" })).id, "cs_1");
  },

  async "answers are compared, also those that the client changes to dates"() {
    const seen = [];
    const onDifference = (differences, { version, session }) =>
      seen.push([version, session.id, differences.map(({ param }) => param)]);
    const client = guard(createClient(), { now: NOW, compare: true, onDifference, onWarning() {} });
    const session = await client.checkoutSessions.create({ ...REQUEST });
    // The client makes a date of this text.
    assert.ok(session.success_url instanceof Date);
    assert.deepEqual(seen, []);
    await client.checkoutSessions.create({ ...REQUEST, metadata: { answered: { amount: 350, success_url: "https://m.com" } } });
    assert.equal(seen.length, 1);
    assert.deepEqual(seen[0].slice(0, 2), ["v1", "cs_1"]);
    assert.deepEqual(seen[0][2].filter((param) => !param.startsWith("metadata")), ["amount", "success_url"]);
  },

  async "an answer that cannot be compared is returned"() {
    const seen = [];
    const onWarning = (warnings) => seen.push(...warnings.map(({ rule, param }) => `${rule} ${param}`));
    const client = guard(createClient(), { now: NOW, compare: true, onWarning });
    const session = await client.checkoutSessions.create({ ...REQUEST, metadata: { answered: { object: "customer" } } });
    assert.equal(session.object, "customer");
    assert.ok(seen.includes("enum object"), seen.join());
  },

  async "the developer is told about the key once, and never the key"() {
    const keys = ["pk_test_secret", "\"sk_test_secret\"", " sk_test_secret\n", undefined, "", "pk_test_secret", "sk_test_secret"];
    const lines = await written(() => keys.forEach((key) => guard(createClient(Fintoc, key))));
    assert.equal(lines.length, 3, lines.join("\n"));
    assert.match(lines[0], /a public one \(pk_…\)/);
    assert.match(lines[1], /blanks or quotes/);
    assert.match(lines[2], /has no API key/);
    assert.ok(!lines.join().includes("secret\""), lines.join());
    assert.ok(!/test_secret/.test(lines.join()));
  },

  async "a client that cannot be guarded is a TypeError"() {
    for (const client of [undefined, null, {}, { checkoutSessions: {} }, 7]) assert.throws(() => guard(client), TypeError);
    const lazy = { get checkoutSessions() { return { create: async () => ({}) }; } };
    assert.throws(() => guard(lazy), { name: "TypeError", message: /at each access/ });
  },

  async "a wrong option is a TypeError that names it"() {
    for (const [options, message] of [
      [null, "options must be an object"],
      [{ version: "v1" }, 'there is no option "version"'],
      [{ onWarn() {} }, 'there is no option "onWarn"'],
      [{ onWarning: true }, 'option "onWarning" must be a function'],
      [{ onDifference: 1 }, 'option "onDifference" must be a function'],
      [{ compare: 1 }, 'option "compare" must be true or false'],
      [{ strict: 1 }, 'option "strict" must be true or false'],
      [{ levels: { nope: "warn" } }, /there is no rule "nope"/],
      [{ locale: "fr" }, /option "locale"/],
    ]) {
      const client = createClient();
      assert.throws(() => guard(client, options), { name: "TypeError", message });
      assert.ok(!Object.hasOwn(client.checkoutSessions, "create"));
    }
  },

  async "a client of another kind gets the same error without the client's class"() {
    const client = guard({ v2: { checkoutSessions: { create: async () => ({ id: "cs_1" }) } } });
    const error = await caught(client.v2.checkoutSessions.create({ ...REQUEST, amount: 0 }));
    assert.ok(error instanceof PreflightError && !(error instanceof InvalidRequestError));
    assert.equal(error.message.split("\n")[0], `invalid_request_error: ${error.code} (amount)`);
    assert.equal((await client.v2.checkoutSessions.create(REQUEST)).id, "cs_1");
  },
};

let passed = 0;
for (const [check, run] of Object.entries(checks)) {
  try {
    await run();
    console.log(check);
    passed++;
  } catch (error) {
    console.log(`${check}: ${error.stack}`);
  }
}
console.log(`${passed} of ${Object.keys(checks).length} checks passed`);
server.close();
process.exit(0);
