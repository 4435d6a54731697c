/** `PreflightError`: its message is safe to log, and it is one class in all files of the package. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { PreflightError } from "../src/error.js";

const errorAt = (param) => new PreflightError({ valid: false, errors: [{ param, message: "m." }], warnings: [] });

test("names are written with escapes, and cut after 100 characters", () => {
  const messages = [
    ["metadata.a b", "metadata.a b: m."],
    ["x\n2026 INFO ok\u001b[2J", "x\\u000a2026 INFO ok\\u001b[2J: m."],
    ["\u202ea\u200bb\u2028c\u{e0001}\ud800\x7f\x85", "\\u202ea\\u200bb\\u2028c\\u{e0001}\\ud800\\u007f\\u0085: m."],
    ["ñ😀".repeat(50), `${"ñ😀".repeat(50)}: m.`],
    ["😀".repeat(101), `${"😀".repeat(100)}…: m.`],
    ["k".repeat(500_000), `${"k".repeat(100)}…: m.`],
    ["", "m."],
  ];
  for (const [param, message] of messages) assert.equal(errorAt(param).message, message);
});

test("a subclass has its own instances alone", () => {
  class Refusal extends PreflightError {}
  const refusal = new Refusal({ errors: [] });
  const error = errorAt("");
  assert.ok(refusal instanceof Refusal && refusal instanceof PreflightError && refusal instanceof Error);
  assert.ok(error instanceof PreflightError && !(error instanceof Refusal));
  for (const other of [new Error(), {}, null, undefined, "", () => 1]) {
    assert.ok(!(other instanceof PreflightError) && !(other instanceof Refusal));
  }
});
