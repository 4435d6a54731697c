/** The schemas of the package: the functions and the files. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { checkoutSession, checkoutSessionV1, jsonSchema } from "../../../pkg/dist/index.js";

const TARGETS = ["draft-2020-12", "draft-07", "openapi-3.0"];
const SCHEMAS = { v1: checkoutSessionV1, v2: checkoutSession };

const file = (name) => JSON.parse(readFileSync(new URL(`../../../pkg/dist/schema/${name}.json`, import.meta.url), "utf8"));

for (const version of ["v1", "v2"]) {
  for (const target of TARGETS) {
    test(`${version}, ${target}: the function returns the content of the file`, () => {
      const schema = file(`${version}.${target}`);
      assert.deepEqual(jsonSchema(version, { target }), schema);
      const { input, output } = SCHEMAS[version]["~standard"].jsonSchema;
      assert.deepEqual(input({ target }), schema);
      assert.deepEqual(output({ target }), schema);
    });
  }
}

test("the defaults are version 2 and the newest dialect", () => {
  assert.deepEqual(jsonSchema(), file("v2.draft-2020-12"));
  assert.deepEqual(jsonSchema(undefined, {}), jsonSchema());
});

test("each call returns a new schema", () => {
  jsonSchema().properties.amount.minimum = 0;
  assert.equal(jsonSchema().properties.amount.minimum, 1);
});

test("an unknown version or dialect is a TypeError", () => {
  const throws = (act, message) => assert.throws(act, (error) => error instanceof TypeError && message.test(error.message));
  throws(() => jsonSchema("v3"), /version/);
  throws(() => jsonSchema("toString"), /version/);
  throws(() => jsonSchema("v2", { target: "draft-04" }), /draft-2020-12, draft-07, openapi-3\.0/);
  throws(() => jsonSchema("v2", { target: "toString" }), /target/);
  for (const side of ["input", "output"]) {
    const of = checkoutSession["~standard"].jsonSchema[side];
    throws(() => of({ target: "draft-04" }), /target/);
    throws(() => of({}), /target/);
    throws(() => of(), /target/);
  }
});
