/** A linter on the OpenAPI document, and on a document of OpenAPI 3.0 with the schemas of that dialect. */

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";

import Ajv2020 from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

import { jsonSchema, validate } from "../../../pkg/dist/index.js";
import { packageFolder } from "../js/paths.js";

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const OPENAPI = path("../../../pkg/dist/schema/openapi.json");
const openapi = JSON.parse(readFileSync(OPENAPI, "utf8"));

const folder = mkdtempSync(join(tmpdir(), "openapi-"));
after(() => rmSync(folder, { recursive: true }));

/** Returns the errors and warnings of the linter. */
function lint(document) {
  const redocly = join(packageFolder("@redocly/cli", import.meta.url), "bin/cli.js");
  const args = [redocly, "lint", document, "--extends=recommended", "--format=json"];
  const env = { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" };
  const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8", env });
  assert.match(stdout, /^\s*\{/, stderr);
  return JSON.parse(stdout).problems.map(({ ruleId, message, location: [{ pointer }] }) => `${ruleId} ${pointer}: ${message}`);
}

test("the linter finds nothing in the document", () => {
  assert.deepEqual(lint(OPENAPI), []);
});

test("the linter finds nothing in the schemas of OpenAPI 3.0", () => {
  const schemas = { V1: jsonSchema("v1", { target: "openapi-3.0" }), V2: jsonSchema("v2", { target: "openapi-3.0" }) };
  const operation = (name) => ({
    operationId: `create${name}`,
    summary: "Create",
    requestBody: { content: { "application/json": { schema: { $ref: `#/components/schemas/${name}` } } } },
    responses: { 200: { description: "Created" }, 400: { description: "Refused" } },
  });
  const document = {
    openapi: "3.0.3",
    info: { title: "Both versions", version: "1", license: { name: "MIT", url: "https://opensource.org/license/mit" } },
    servers: [{ url: "https://api.fintoc.com" }],
    security: [],
    paths: { "/v1": { post: operation("V1") }, "/v2": { post: operation("V2") } },
    components: { schemas },
  };
  const file = join(folder, "openapi-3.0.json");
  writeFileSync(file, JSON.stringify(document));
  assert.deepEqual(lint(file), []);
});

test("the linter finds a deliberate mistake", () => {
  const broken = structuredClone(openapi);
  broken.paths["/v2/checkout_sessions"].post.requestBody.content["application/json"].schema.$ref += "X";
  const file = join(folder, "broken.json");
  writeFileSync(file, JSON.stringify(broken));
  assert.ok(lint(file).some((problem) => problem.startsWith("no-unresolved-refs")));
});

/** Returns a schema of the document with everything that it refers to. */
function component(name) {
  const ajv = new Ajv2020({ strict: true, strictTypes: true });
  addFormats.default(ajv);
  ajv.addVocabulary(["components"]);
  return ajv.addSchema({ $id: "openapi", components: openapi.components }, "openapi").compile({
    $ref: `openapi#/components/schemas/${name}`,
  });
}

test("the request schema of the document refuses invalid requests", () => {
  const request = { amount: 1000, currency: "CLP", success_url: "https://a.cl", cancel_url: "https://a.cl" };
  const wrong = { ...request, customer_data: { tax_id: { type: "cl_rut", value: "x" } } };
  assert.deepEqual([request, wrong].map(component("CheckoutSessionRequest")), [true, false]);
  assert.deepEqual([{ amount: 1, currency: "clp" }, { amount: 7_000_000, currency: "clp" }].map(component("CheckoutSessionRequestV1")), [true, false]);
  assert.equal(validate(request).valid, true);
});

test("the answer schemas of the document accept any enum value, and any name", () => {
  const isSession = component("CheckoutSession");
  assert.ok(isSession({ id: "cs_1", status: "asleep", colour: "red", customer: { tax_id: { type: "", value: null } } }));
  assert.ok(!isSession({ id: 1 }));
  const isError = component("Error");
  assert.ok(isError({ error: { type: "invalid_request_error", code: "missing_parameter", message: "…", param: null } }));
  assert.ok(!isError({}));
});
