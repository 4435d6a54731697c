/** `npx fintoc-preflight mock`, with Fintoc's official client for Node, and by hand. */

import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { text } from "node:stream/consumers";
import { after, before, test } from "node:test";

import { CONSUMER } from "./paths.js";

const require = createRequire(import.meta.url);
const { Fintoc, WebhookSignature } = require("fintoc");
const { InvalidRequestError, AuthenticationError } = require("fintoc/build/main/lib/errors");
const installed = createRequire(join(CONSUMER, "main.js"));
const { toFintocError, validateJson } = installed("fintoc-preflight");
const { compareSession, parseCheckoutSession, parseEvent } = installed("fintoc-preflight/session");
const { fixture } = installed("fintoc-preflight/fixtures");

const NPX = join(CONSUMER, "node_modules/.bin/fintoc-preflight");
const SECRET = "whsec_example";

let mock, url, fintoc, endpoint;
const webhooks = [];
let arrived = () => {};

before(async () => {
  endpoint = createServer(async (request, response) => {
    const body = await text(request);
    webhooks.push({ body, header: request.headers["fintoc-signature"] });
    response.end();
    arrived();
  });
  await once(endpoint.listen(0, "127.0.0.1"), "listening");
  const webhook = `http://127.0.0.1:${endpoint.address().port}`;
  mock = spawn(NPX, ["mock", "--port", "0", "--webhook", webhook, "--secret", SECRET], { stdio: ["ignore", "pipe", "inherit"] });
  const [line] = await once(createInterface(mock.stdout), "line");
  [, url] = /^mock: (http:\/\/127\.0\.0\.1:\d+)$/.exec(line);
  mock.stdout.resume();
  fintoc = clientOf("sk_test_none");
});

after(() => {
  mock.kill();
  endpoint.close();
});

function clientOf(key) {
  const client = new Fintoc(key);
  client.v2.checkoutSessions._client.baseUrl = url;
  return client;
}

const post = (path, body, headers = {}) =>
  fetch(url + path, { method: "POST", body: typeof body === "string" ? body : JSON.stringify(body), headers: { authorization: "sk_test_none", ...headers } });

/** Returns the next events, once as many have arrived. */
async function events(count) {
  while (webhooks.length < count) await new Promise((resolve) => (arrived = resolve));
  return webhooks.splice(0).map(({ body, header }) => {
    WebhookSignature.verifyHeader(body, header, SECRET);
    const { event, report } = parseEvent(body, { strict: true });
    assert.deepEqual(report.warnings, []);
    return event;
  });
}

test("every fixture is answered with a session that is read and compared", async () => {
  for (const name of ["payment", "embedded", "items", "subscription", "setup", "v1"]) {
    const version = name === "v1" ? "v1" : "v2";
    const request = fixture(name, { metadata: { order: "1001" } });
    const response = await post(`/${version}/checkout_sessions`, request);
    assert.equal(response.status, 201);
    const body = await response.text();
    const { session, report } = parseCheckoutSession(body, { strict: true });
    assert.deepEqual(report.warnings, []);
    assert.equal(session.status, "created");
    assert.deepEqual(compareSession(request, body, { version }), { matches: true, differences: [] });
  }
});

test("the official client creates, gets and expires a session, in both versions", async () => {
  for (const manager of [fintoc.checkoutSessions, fintoc.v2.checkoutSessions]) {
    const session = await manager.create(fixture("v1"));
    assert.match(session.id, /^cs_/);
    assert.equal((await manager.get(session.id)).id, session.id);
    assert.equal((await manager.expire(session.id)).status, "expired");
    await assert.rejects(manager.expire(session.id), InvalidRequestError);
    const [event] = await events(1);
    assert.deepEqual([event.type, event.data.id, event.data.status], ["checkout_session.expired", session.id, "expired"]);
  }
  await assert.rejects(fintoc.v2.checkoutSessions.get("cs_none"), InvalidRequestError);
  await assert.rejects(clientOf("pk_test_none").v2.checkoutSessions.create(fixture()), AuthenticationError);
});

test("a wrong request gets the first error of its report", async () => {
  for (const [path, version] of [["/v1/checkout_sessions", "v1"], ["/v2/checkout_sessions", "v2"]]) {
    for (const body of ["{", "[]", '{"amount": 0, "currency": "COP"}', "", " ".repeat(2 ** 20 + 1), '{"a": "\\ud800"}']) {
      const response = await post(path, body);
      assert.equal(response.status, 400);
      assert.deepEqual(await response.json(), toFintocError(validateJson(body, { version })));
    }
  }
  await assert.rejects(fintoc.v2.checkoutSessions.create({ amount: 0 }), InvalidRequestError);
});

test("an idempotency key replays the first answer, also an error, and refuses another request", async () => {
  const send = async (body, key, more) => {
    const response = await post("/v2/checkout_sessions", body, { "idempotency-key": key, ...more });
    return { status: response.status, body: await response.json() };
  };
  const first = await send(fixture(), "key-1");
  assert.deepEqual(await send(fixture(), "key-1"), first);
  assert.notEqual((await send(fixture(), "key-2")).body.id, first.body.id);
  const wrong = await send({ amount: 0 }, "key-3");
  assert.equal(wrong.status, 400);
  assert.deepEqual(await send({ amount: 0 }, "key-3"), wrong);
  for (const key of ["key-1", "key-3"]) {
    const other = await send(fixture("embedded"), key);
    assert.deepEqual([other.status, other.body.error.code], [400, "invalid_params"]);
  }
  assert.equal((await send(fixture(), "k".repeat(256))).status, 400);
  // Without authentication nothing is remembered, and another account has its own keys.
  assert.equal((await send(fixture(), "key-4", { authorization: "" })).status, 401);
  assert.equal((await send(fixture(), "key-4")).status, 201);
  assert.notEqual((await send(fixture(), "key-1", { authorization: "sk_test_other" })).body.id, first.body.id);
  const key = "key-5";
  const [one, two] = [await fintoc.v2.checkoutSessions.create({ ...fixture(), idempotency_key: key }), await fintoc.v2.checkoutSessions.create({ ...fixture(), idempotency_key: key })];
  assert.equal(one.id, two.id);
});

test("the outcome in the metadata sends its signed events", async () => {
  for (const [outcome, types] of Object.entries({
    succeeded: ["payment_intent.succeeded", "checkout_session.finished"],
    failed: ["payment_intent.failed", "checkout_session.finished"],
    requires_action: ["payment_intent.requires_action", "checkout_session.finished"],
    expired: ["checkout_session.expired"],
  })) {
    const request = fixture("payment", { metadata: { mock_outcome: outcome } });
    const session = await (await post("/v2/checkout_sessions", request)).json();
    assert.equal(session.status, "created");
    const sent = await events(types.length);
    assert.deepEqual(sent.map(({ type }) => type), types);
    const { data } = sent.at(-1);
    assert.deepEqual([data.object, data.id, data.amount], ["checkout_session", session.id, 350000]);
    if (outcome !== "expired") {
      assert.equal(data.payment_resource.payment_intent.status, outcome);
      assert.equal(data.payment_resource.payment_intent.id, sent[0].data.id);
    }
    const found = await fetch(`${url}/v2/checkout_sessions/${session.id}`, { headers: { authorization: "sk_test_none" } });
    assert.equal((await found.json()).status, types.at(-1).split(".")[1]);
  }
});

test("the page pays, and leads back", async () => {
  const session = await (await post("/v2/checkout_sessions", fixture())).json();
  const page = await fetch(session.redirect_url, { redirect: "manual" });
  assert.deepEqual([page.status, page.headers.get("location")], [303, "https://merchant.com/success"]);
  assert.equal((await events(2)).at(-1).data.id, session.id);
});

test("anything else is not found, and a body is bounded", async () => {
  for (const path of ["/", "/v3/checkout_sessions", "/v2/charges", "/v2/checkout_sessions/cs_1/pay", "/checkout/cs_1", "/v2/checkout_sessions/../x"]) {
    const response = await fetch(url + path, { headers: { authorization: "sk_test_none" } });
    assert.equal(response.status, 404, path);
    assert.equal((await response.json()).error.code, "missing_resource");
  }
});

test("wrong arguments, and a port that is taken, exit with 2", () => {
  for (const [args, message] of [
    [["--port", "x"], /^error: --port must be/],
    [["--webhook", "ftp://m"], /^error: --webhook must be/],
    [["--secret", ""], /^error: --secret must not be empty/],
    [["--lang", "pt"], /^error: --lang must be/],
    [["--nope"], /^error: /],
    [["--port", new URL(url).port], /EADDRINUSE/],
  ]) {
    const { status, stderr } = spawnSync(NPX, ["mock", ...args], { encoding: "utf8" });
    assert.equal(status, 2);
    assert.match(stderr, message);
  }
  assert.match(spawnSync(NPX, ["mock", "--help"], { encoding: "utf8" }).stdout, /mock_outcome/);
});
