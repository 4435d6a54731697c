import assert from "node:assert/strict";
import { test } from "node:test";

import { TRPCError, initTRPC } from "@trpc/server";
import { checkoutSession } from "fintoc-preflight";

import { messages, right, wrong } from "./requests.js";

const t = initTRPC.create();
const router = t.router({
  checkout: t.procedure.input(checkoutSession).mutation(({ input }) => ({
    flow: input.flow ?? "payment",
    currency: input.currency,
  })),
});
const caller = t.createCallerFactory(router)({});

test("tRPC passes a request without errors to the procedure", async () => {
  assert.deepEqual(await caller.checkout(right), { flow: "payment", currency: "CLP" });
});

test("tRPC answers BAD_REQUEST with every issue", async () => {
  await assert.rejects(caller.checkout(wrong), (error) => {
    assert.ok(error instanceof TRPCError);
    assert.equal(error.code, "BAD_REQUEST");
    const { issues } = /** @type {import("@trpc/server/unstable-core-do-not-import").StandardSchemaV1Error} */ (error.cause);
    assert.deepEqual(issues.map(({ path, message }) => [path?.join("."), message]), Object.entries(messages));
    return true;
  });
});
