/** Webhooks: verification compared with the official client for Node, and options. */

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { test } from "node:test";

import { build } from "esbuild";

import { readCases } from "./consumer/harness.js";
import { CONSUMER, WEBHOOKS } from "./paths.js";
import { hasSeveralSignatures, isAcceptedByNpm, isTooLong } from "./webhook/npm.js";

const require = createRequire(join(CONSUMER, "main.js"));
const { verifySignature, WebhookSignatureError } = require("fintoc-preflight/webhook");

const webhooks = readCases(readFileSync(WEBHOOKS, "utf8"));
const webhook = webhooks[0];
const now = Date.parse(webhook.now);
const right = { body: webhook.body, header: webhook.header, secret: webhook.secret, now };

test("verified webhooks are accepted by the official client, unless they have several signatures", () => {
  const verified = webhooks.filter(({ outcome }) => outcome === "verified");
  const refused = verified.filter((each) => !isAcceptedByNpm(each));
  assert.ok(verified.length > webhooks.length / 10);
  assert.ok(refused.length > 0);
  assert.deepEqual(refused.filter((each) => !hasSeveralSignatures(each)), []);
});

/**
 * True for headers that the official client for Node accepts and the one for Python rejects: text after the time, parts
 * without a value, or a second equals sign.
 */
const isRefusedByPython = ({ header }) =>
  header.split(",").some((pair) => !pair.includes("=") || /^v1=.*=/.test(pair) || AFTER_TIME.test(pair));

const AFTER_TIME = /^t=[ \t]*\+?[0-9]+(?![0-9])[ \t]*\S/;

test("webhooks that the official client accepts are verified, unless the one for Python rejects them", () => {
  const accepted = webhooks.filter(isAcceptedByNpm);
  const refused = accepted.filter(({ outcome }) => outcome !== "verified");
  assert.ok(accepted.length > webhooks.length / 10);
  assert.deepEqual(refused.filter((each) => !isRefusedByPython(each) && !isTooLong(each)), []);
});

test("the body and the time are accepted in every form", async () => {
  const bytes = new TextEncoder().encode(right.body);
  const within = new Uint8Array([0, ...bytes, 0]).subarray(1, -1);
  for (const body of [right.body, bytes, within, bytes.buffer, Buffer.from(bytes), new DataView(bytes.buffer)]) {
    assert.equal(await verifySignature({ ...right, body }), undefined);
  }
  assert.equal(await verifySignature({ ...right, now: new Date(now) }), undefined);
  assert.equal(await verifySignature({ ...right, now: undefined, tolerance: Infinity }), undefined);
});

test("the time defaults to the clock", async (t) => {
  t.mock.method(Date, "now", () => now + 300_000);
  assert.equal(await verifySignature({ ...right, now: undefined }), undefined);
  t.mock.method(Date, "now", () => now + 301_000);
  await assert.rejects(verifySignature({ ...right, now: undefined }), { reason: "outside-tolerance" });
});

test("an untrusted webhook rejects with a reason, and no text of the webhook", async () => {
  for (const header of [undefined, null]) {
    await assert.rejects(verifySignature({ ...right, header }), { reason: "missing-header" });
  }
  const error = await verifySignature({ ...right, header: "secret-header" }).catch((error) => error);
  assert.ok(error instanceof WebhookSignatureError);
  assert.ok(error instanceof Error);
  assert.equal(error.name, "WebhookSignatureError");
  assert.equal(error.reason, "malformed-header");
  assert.ok(!error.message.includes("secret-header"));
});

const WRONG = [
  [undefined, /^options must be an object$/],
  [{ ...right, tolerence: 1 }, /^there is no option "tolerence"$/],
  [{ ...right, body: JSON.parse(right.body) }, /^option "body" .* before it is parsed$/],
  [{ ...right, body: undefined }, /^option "body"/],
  [{ ...right, header: [right.header] }, /^option "header"/],
  [{ ...right, secret: "" }, /^option "secret"/],
  [{ ...right, secret: undefined }, /^option "secret"/],
  [{ ...right, now: "2026-01-13T12:00:00Z" }, /^option "now"/],
  [{ ...right, now: NaN }, /^option "now"/],
  [{ ...right, now: new Date(NaN) }, /^option "now"/],
  [{ ...right, tolerance: -1 }, /^option "tolerance"/],
  [{ ...right, tolerance: NaN }, /^option "tolerance"/],
  [{ ...right, tolerance: "300" }, /^option "tolerance"/],
  [{ ...right, tolerance: null }, /^option "tolerance"/],
];

test("a wrong option is a TypeError that names it", async () => {
  for (const [options, message] of WRONG) {
    await assert.rejects(verifySignature(options), { name: "TypeError", message });
  }
});

test("without Web Crypto the error says so", async () => {
  const contents = `
    import { verifySignature } from "fintoc-preflight/webhook";
    delete globalThis.crypto;
    verifySignature(${JSON.stringify(right)}).catch((error) => console.log(String(error)));
  `;
  const options = { bundle: true, write: false, format: "esm", conditions: ["browser"] };
  const { outputFiles } = await build({ stdin: { contents, resolveDir: CONSUMER }, ...options });
  const program = ["--input-type=module", "--eval", outputFiles[0].text];
  const output = execFileSync(process.execPath, program, { encoding: "utf8" });
  assert.match(output, /^Error: fintoc-preflight\/webhook: there is no Web Crypto here/);
});
