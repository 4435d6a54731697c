/** Fintoc's official client, against a server that answers with reports of this package as errors of Fintoc's API. */

import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { text } from "node:stream/consumers";

import { CONSUMER } from "./paths.js";

const require = createRequire(import.meta.url);
const { Fintoc } = require("fintoc");
const { InvalidRequestError } = require("fintoc/build/main/lib/errors");
const constants = require("fintoc/build/main/lib/constants");
const { rules, toFintocError, validate, validateJson } = createRequire(join(CONSUMER, "main.js"))("fintoc-preflight");

const NOW = "2026-01-13T12:00:00Z";

const VERSIONS = { "/v1/checkout_sessions": "v1", "/v2/checkout_sessions": "v2" };

const server = createServer(async (request, response) => {
  const version = VERSIONS[request.url];
  assert.ok(request.method === "POST" && version, `${request.method} ${request.url}`);
  const body = await text(request);
  const report = validateJson(body, { version, now: NOW });
  const session = () => ({ id: "cs_1", object: "checkout_session", status: "created", ...JSON.parse(body) });
  response.writeHead(report.valid ? 201 : 400, { "content-type": "application/json" });
  response.end(JSON.stringify(toFintocError(report) ?? session()));
});

let fintoc;

before(async () => {
  await once(server.listen(0, "127.0.0.1"), "listening");
  // The client takes the address from a constant.
  constants.API_BASE_URL = `http://127.0.0.1:${server.address().port}`;
  fintoc = new Fintoc("sk_test_none");
});

after(() => server.close());

/** The examples of the catalogue, invalid and valid, as the client would send them. */
const requests = rules()
  .flatMap(({ invalid, valid }) => [invalid, valid])
  .filter(({ body }) => body && isJson(body))
  .map(({ version, body }) => ({ version, request: JSON.parse(body) }));

function isJson(body) {
  try {
    JSON.parse(body);
    return true;
  } catch {
    return false;
  }
}

test("an invalid request raises the client's own error with the code and the field, and a valid one returns", async () => {
  const counts = { valid: 0, invalid: 0 };
  for (const { version, request } of requests) {
    const manager = version === "v1" ? fintoc.checkoutSessions : fintoc.v2.checkoutSessions;
    const [first] = validate(request, { version, now: NOW }).errors;
    if (first) {
      await assert.rejects(manager.create(request), (error) => isErrorOf(first, error));
      counts.invalid++;
    } else {
      assert.equal((await manager.create(request)).id, "cs_1");
      counts.valid++;
    }
  }
  assert.ok(counts.invalid > 30 && counts.valid > 30, JSON.stringify(counts));
});

/** Asserts that the message of the client's error contains the violation, and returns true. */
function isErrorOf({ code, param, message }, error) {
  assert.ok(error instanceof InvalidRequestError);
  const lines = error.message.split("\n");
  assert.equal(lines[0], `invalid_request_error: ${code}${param && ` (${param})`}`);
  assert.equal(lines[1], message);
  return true;
}

test("the message of the error", async () => {
  const request = { amount: 0, currency: "CLP", success_url: "https://m.com/", cancel_url: "https://m.com/" };
  await assert.rejects(fintoc.v2.checkoutSessions.create(request), {
    message:
      "invalid_request_error: invalid_positive_integer (amount)\namount must be at least 1, but is 0.\n" +
      "Check the docs for more info: https://fintoc.com/docs#invalid-request-error",
  });
});
