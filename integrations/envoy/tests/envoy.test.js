/** The filter in Envoy. */

import assert from "node:assert/strict";
import { exec } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, beforeEach, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";

import { FOLDER, TRAPPING, post, startEnvoy, startServer } from "./gateway.js";

const VALID = '{ "amount": 24990,\n"currency": "C\\u004cP", "ui_mode": "embedded"}\r\n';
const INVALID = '{"amount": "secret-24990", "currency": "clp", "ui_mode": "embedded"}';
const V2 = "/v2/checkout_sessions";

/** Changes envoy.yaml's configuration of the filter. */
const configured = (config) => ['{"mode": "refuse"}', JSON.stringify(config)];
const trapping = (policy) => [
  ["target/wasm32-wasip1/release/fintoc_preflight_envoy.wasm", TRAPPING],
  ["failure_policy: FAIL_RELOAD", `failure_policy: ${policy}`],
];

let server;
let refusing;
let reporting;

before(async () => {
  server = await startServer();
  refusing = await startEnvoy(server.port);
  reporting = await startEnvoy(server.port, [configured({ mode: "report", locale: "es" })]);
});

beforeEach(() => {
  server.requests.length = 0;
});

after(async () => {
  await refusing?.stop();
  await reporting?.stop();
  server.close();
});

test("a valid request goes on byte for byte, with its length", async () => {
  const { status, body } = await post(refusing.port, V2, VALID, { headers: { "fintoc-jws-signature": "a..b" } });
  assert.deepEqual([status, body], [201, VALID]);
  const { headers } = server.requests[0];
  assert.equal(headers["content-length"], String(VALID.length));
  assert.equal(headers["fintoc-jws-signature"], "a..b");
  assert.equal(headers["fintoc-preflight"], undefined);
});

test("a body in chunks, or with trailers, goes on as it was", async () => {
  const chunks = VALID.match(/[^]{1,9}/g);
  assert.equal((await post(refusing.port, V2, chunks)).body, VALID);
  assert.equal((await post(refusing.port, V2, VALID, { trailers: { "x-end": "1" } })).body, VALID);
  assert.equal(server.requests.length, 2);
  const refused = await post(refusing.port, V2, ["{}"], { trailers: { "x-end": "1" } });
  assert.equal(refused.status, 400);
});

test("an invalid request is answered with Fintoc's error and the report, and goes no further", async () => {
  const { status, headers, body } = await post(refusing.port, V2, INVALID);
  assert.equal(status, 400);
  assert.equal(headers["content-type"], "application/json");
  assert.equal(headers["content-length"], String(Buffer.byteLength(body)));
  const { error, report } = JSON.parse(body);
  assert.deepEqual([error.type, error.code, error.param], ["invalid_request_error", "invalid_integer", "amount"]);
  assert.deepEqual(report.errors.map(({ rule }) => rule), ["type", "enum"]);
  assert.equal(server.requests.length, 0);
  assert.equal((await post(refusing.port, V2, "")).status, 400, "no body");
});

test("the path gives the version", async () => {
  const body = '{"amount": 7000000, "currency": "CLP", "success_url": "https://m.cl/", "cancel_url": "https://m.cl/"}';
  assert.equal((await post(refusing.port, V2, body)).status, 201);
  const { status, body: answer } = await post(refusing.port, "/v1/checkout_sessions?a=b", body);
  assert.deepEqual([status, JSON.parse(answer).report.errors[0].rule], [400, "amount-limit"]);
});

test("other ways to write the path are no way around the check", async () => {
  for (const path of ["//v2/checkout_sessions", "/v2/checkout_sessions/", "/v2/./checkout_sessions", "/v2/%63heckout_sessions", "/v2%2fcheckout_sessions"]) {
    const { status } = await post(refusing.port, path, "{}");
    assert.ok([307, 400].includes(status), `${path}: ${status}`);
  }
  assert.equal(server.requests.length, 0);
});

test("other requests are left alone", async () => {
  for (const [path, method] of [["/v2/checkout_sessions/cs_1/expire", "POST"], ["/v2/payment_intents", "POST"], [V2, "PUT"]]) {
    assert.deepEqual((await post(refusing.port, path, "no JSON", { method })).body, "no JSON");
  }
});

test("a body above the limit is answered with 413", async () => {
  const limited = await startEnvoy(server.port, [configured({ max_bytes: 1000 })]);
  try {
    const long = VALID + " ".repeat(1000 - VALID.length);
    assert.equal((await post(limited.port, V2, long)).status, 201, "1,000 bytes");
    for (const body of [`${long} `, [long, " "]]) {
      const { status, body: answer } = await post(limited.port, V2, body);
      assert.deepEqual([status, JSON.parse(answer).report.errors[0].rule], [413, "body-size"]);
    }
  } finally {
    await limited.stop();
  }
  // The default limit is below that of Envoy's buffer.
  const { status, body } = await post(refusing.port, V2, [VALID, Buffer.alloc(1024 * 1024, " ")]);
  assert.deepEqual([status, JSON.parse(body).error.code], [413, "invalid_json"]);
});

test("a body that nearly fills the limit goes on", async () => {
  const long = VALID + " ".repeat(1024 * 1024 - VALID.length);
  const { status, body } = await post(refusing.port, V2, long);
  assert.deepEqual([status, body.length], [201, long.length]);
});

test("a compressed body is refused", async () => {
  const { status } = await post(refusing.port, V2, VALID, { headers: { "content-encoding": "gzip" } });
  assert.deepEqual([status, server.requests.length], [415, 0]);
});

test("in report mode nothing is refused, and a header says what would be", async () => {
  const { status, headers } = await post(reporting.port, V2, INVALID, { headers: { "fintoc-preflight": "valid" } });
  const verdict = 'invalid; errors=2; warnings=0; rules="type enum"';
  assert.deepEqual([status, headers["fintoc-preflight"]], [201, verdict]);
  assert.equal(server.requests[0].headers["fintoc-preflight"], verdict, "in place of the client's");
  assert.equal(server.requests[0].body.toString(), INVALID);
  const gzip = await post(reporting.port, V2, INVALID, { headers: { "content-encoding": "gzip" } });
  assert.equal(gzip.headers["fintoc-preflight"], "unchecked");
  const long = [VALID, ...Array.from({ length: 16 }, () => Buffer.alloc(80_000, " "))];
  const tooLong = await post(reporting.port, V2, long);
  assert.deepEqual(
    [tooLong.status, tooLong.headers["fintoc-preflight"], tooLong.body.length],
    [201, 'invalid; errors=1; warnings=0; rules="body-size"', VALID.length + 16 * 80_000],
  );
});

test("requests and rules are counted, and no value of a request is in the log", async () => {
  const envoy = await startEnvoy(server.port, [configured({ levels: { enum: "warn" } })]);
  try {
    for (const body of [INVALID, INVALID, VALID]) await post(envoy.port, V2, body);
    await post(envoy.port, "/v1/checkout_sessions", "{");
    await post(envoy.port, V2, VALID, { headers: { "content-encoding": "gzip" } });
    const prefix = "wasmcustom.fintoc_preflight";
    assert.deepEqual(await envoy.counters(prefix), {
      [`${prefix}.errors.json-syntax`]: 1,
      [`${prefix}.errors.type`]: 2,
      [`${prefix}.v1.invalid`]: 1,
      [`${prefix}.v2.invalid`]: 2,
      [`${prefix}.v2.unchecked`]: 1,
      [`${prefix}.v2.valid`]: 1,
      [`${prefix}.warnings.enum`]: 2,
    });
  } finally {
    await envoy.stop();
  }
  assert.match(envoy.log(), /downstream connections/, "a warning of Envoy itself");
  assert.ok(!envoy.log().includes("secret"), envoy.log());
});

for (const [policy, afterwards] of [["FAIL_CLOSED", [503, 503]], ["FAIL_OPEN", [201, 201]], ["FAIL_RELOAD", [201, 400]]]) {
  test(`a trap with ${policy}: the request gets 503, the next ones ${afterwards}`, async () => {
    const envoy = await startEnvoy(server.port, trapping(policy));
    const status = async (body, headers) => (await post(envoy.port, V2, body, { headers })).status;
    try {
      assert.deepEqual([await status(VALID), await status("{}")], [201, 400]);
      assert.equal(await status(VALID, { "x-trap": "1" }), 503);
      // Envoy reloads a filter after a second at the earliest.
      await sleep(1500);
      assert.deepEqual([await status(VALID), await status("{}")], afterwards);
      assert.deepEqual(await envoy.counters("fintoc_preflight.traps"), { "wasmcustom.fintoc_preflight.traps": 1 });
      assert.match(envoy.log(), /fintoc-preflight: a trap at src\/lib\.rs/);
    } finally {
      await envoy.stop();
    }
  });
}

test("the command of the README prints what it says", async () => {
  const readme = readFileSync(join(FOLDER, "README.md"), "utf8");
  const [, command, printed] = readme.match(/^\$ (curl .*)\n(.*)…$/m);
  const local = command.replace("localhost:10000", `localhost:${refusing.port}`);
  const { stdout } = await promisify(exec)(`${local} --silent`);
  assert.ok(stdout.startsWith(printed), stdout);
});

test("Envoy does not start with a configuration that is wrong", async () => {
  for (const config of [{ mod: "report" }, { levels: { amounts: "warn" } }, { levels: { "json-syntax": "warn" } }]) {
    await assert.rejects(startEnvoy(server.port, [configured(config)]), /the configuration is wrong/);
  }
});
