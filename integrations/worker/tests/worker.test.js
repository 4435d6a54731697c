/** The Worker in workerd. */

import assert from "node:assert/strict";
import { exec } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, beforeEach, test } from "node:test";
import { promisify } from "node:util";

import { FOLDER, build, post, startServer, startWorker } from "./worker.js";

const VALID = '{ "amount": 24990,\n"currency": "C\\u004cP", "ui_mode": "embedded"}\r\n';
const INVALID = '{"amount": "secret-24990", "currency": "clp", "ui_mode": "embedded"}';
const V2 = "/v2/checkout_sessions";

let server;
let refusing;
let reporting;

before(async () => {
  build();
  server = await startServer();
  refusing = await startWorker({ UPSTREAM: server.address });
  reporting = await startWorker({ UPSTREAM: `${server.address}/api/`, MODE: "report", LOCALE: "es" });
});

beforeEach(() => {
  server.requests.length = 0;
});

after(async () => {
  await refusing?.stop();
  await reporting?.stop();
  server?.close();
});

test("a valid request goes on byte for byte, with its headers", async () => {
  const headers = { authorization: "sk_test_none", "fintoc-jws-signature": "a..b", "fintoc-preflight": "valid" };
  const { status, body } = await post(refusing.address, `${V2}?a=b`, VALID, { headers });
  assert.deepEqual([status, body], [201, VALID]);
  const [request] = server.requests;
  assert.deepEqual([request.method, request.url, request.body.toString()], ["POST", `${V2}?a=b`, VALID]);
  assert.equal(request.headers["content-length"], String(VALID.length));
  assert.equal(request.headers.authorization, "sk_test_none");
  assert.equal(request.headers["fintoc-jws-signature"], "a..b");
  assert.equal(request.headers["fintoc-preflight"], undefined);
});

test("a body in chunks goes on as it was", async () => {
  assert.equal((await post(refusing.address, V2, VALID.match(/[^]{1,9}/g))).body, VALID);
});

test("an invalid request is answered with Fintoc's error and the report, and goes no further", async () => {
  const { status, headers, body } = await post(refusing.address, V2, INVALID);
  assert.deepEqual([status, headers["content-type"]], [400, "application/json"]);
  const { error, report } = JSON.parse(body);
  assert.deepEqual([error.type, error.code, error.param], ["invalid_request_error", "invalid_integer", "amount"]);
  assert.deepEqual(report.errors.map(({ rule }) => rule), ["type", "enum"]);
  assert.equal((await post(refusing.address, V2, "")).status, 400, "no body");
  assert.equal(server.requests.length, 0);
});

test("the path gives the version", async () => {
  const body = '{"amount": 7000000, "currency": "CLP", "success_url": "https://m.cl/", "cancel_url": "https://m.cl/"}';
  assert.equal((await post(refusing.address, V2, body)).status, 201);
  const { status, body: answer } = await post(refusing.address, "/v1/checkout_sessions", body);
  assert.deepEqual([status, JSON.parse(answer).report.errors[0].rule], [400, "amount-limit"]);
});

test("other ways to write the path are no way around the check", async () => {
  for (const path of ["//v2/checkout_sessions", "/v2/checkout_sessions/", "/v2/./checkout_sessions", "/v2/%63heckout_sessions"]) {
    assert.equal((await post(refusing.address, path, "{}")).status, 400, path);
  }
  assert.equal(server.requests.length, 0);
});

test("other requests are left alone", async () => {
  for (const [path, method] of [["/v2/checkout_sessions/cs_1/expire", "POST"], ["/v2/payment_intents", "POST"], [V2, "PUT"]]) {
    assert.deepEqual((await post(refusing.address, path, "no JSON", { method })).body, "no JSON");
  }
  await post(refusing.address, V2, "", { method: "GET" });
  assert.equal(server.requests.at(-1).method, "GET");
});

test("a body above the limit is answered with 413", async () => {
  const full = VALID + " ".repeat(1024 * 1024 - VALID.length);
  assert.equal((await post(refusing.address, V2, full)).status, 201);
  for (const body of [`${full} `, [full, " "]]) {
    const { status, body: answer } = await post(refusing.address, V2, body);
    assert.deepEqual([status, JSON.parse(answer).report.errors[0].rule], [413, "body-size"]);
  }
});

test("a compressed body is refused", async () => {
  const { status } = await post(refusing.address, V2, VALID, { headers: { "content-encoding": "gzip" } });
  assert.deepEqual([status, server.requests.length], [415, 0]);
});

test("in report mode nothing is refused, and a header says what would be", async () => {
  const { status, headers } = await post(reporting.address, V2, INVALID, { headers: { "fintoc-preflight": "valid" } });
  const verdict = 'invalid; errors=2; warnings=0; rules="type enum"';
  assert.deepEqual([status, headers["fintoc-preflight"]], [201, verdict]);
  const [request] = server.requests;
  assert.deepEqual([request.url, request.body.toString()], [`/api${V2}`, INVALID]);
  assert.equal(request.headers["fintoc-preflight"], verdict, "in place of the client's");

  const gzip = await post(reporting.address, V2, "\x1f", { headers: { "content-encoding": "gzip" } });
  assert.deepEqual([gzip.status, gzip.headers["fintoc-preflight"]], [201, "unchecked"]);

  const long = VALID + " ".repeat(2 * 1024 * 1024);
  const tooLong = await post(reporting.address, V2, long);
  assert.equal(tooLong.headers["fintoc-preflight"], 'invalid; errors=1; warnings=0; rules="body-size"');
  assert.ok(server.requests.at(-1).body.equals(Buffer.from(long)), "every byte");
});

test("the command of the README prints what it says", async () => {
  const readme = readFileSync(join(FOLDER, "README.md"), "utf8");
  const [, command, printed] = readme.match(/^\$ (curl .*)\n(.*)…$/m);
  const local = command.replace("localhost:8787", refusing.address);
  const { stdout } = await promisify(exec)(`${local} --silent`);
  assert.ok(stdout.startsWith(printed), stdout);
});

test("if the API cannot be reached, the answer is 502 in Fintoc's form", async () => {
  const worker = await startWorker({ UPSTREAM: "http://127.0.0.1:9" });
  try {
    const { status, body } = await post(worker.address, V2, VALID);
    assert.deepEqual([status, JSON.parse(body).error.type], [502, "api_error"]);
  } finally {
    await worker.stop();
  }
});

test("the log has the rules of invalid requests, and no value", async () => {
  const worker = await startWorker({ UPSTREAM: server.address });
  try {
    for (const body of [INVALID, "secret", VALID]) await post(worker.address, V2, body);
  } finally {
    await worker.stop();
  }
  const entries = worker.log().split("\n").filter((line) => line.startsWith("{")).map((line) => JSON.parse(line));
  assert.deepEqual(entries, [
    { preflight: "invalid", version: "v2", rules: ["type", "enum"] },
    { preflight: "invalid", version: "v2", rules: ["json-syntax"] },
  ]);
  assert.ok(!worker.log().includes("secret"), worker.log());
});
