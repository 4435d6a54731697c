/** The tests of a recipe whose `POST /checkout` takes a request as JSON. */

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { checkPrinted, startRecipe } from "./recipe.js";

export const GOOD = {
  amount: 24990,
  currency: "CLP",
  success_url: "https://tienda.cl/gracias",
  cancel_url: "https://tienda.cl/carro",
  metadata: { order: "1001" },
};
const CURRENCY = /^currency must be CLP or MXN; did you mean CLP\?$/;
const SECRET = "s3cr3t";

/**
 * Tests a recipe, and returns a function that returns it once it has started.
 *
 * @param {string} name
 * @param {Parameters<typeof startRecipe>[1] & { path?: string, currency?: RegExp, isStrict?: boolean }} [options]
 * `currency` is the message for a wrong currency, and `isStrict` is true if a warning refuses a request
 */
export function testJson(name, { path = "/checkout", currency = CURRENCY, isStrict = false, ...options } = {}) {
  let recipe;

  before(async () => {
    recipe = await startRecipe(name, options);
  });

  after(() => recipe?.stop());

  const post = async (body, headers = {}) => {
    const response = await fetch(recipe.url + path, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: typeof body === "string" ? body : JSON.stringify(body),
    });
    return { status: response.status, body: await response.json() };
  };

  test("a good request reaches Fintoc, and the session is answered", async () => {
    const { status, body } = await post(GOOD);
    assert.equal(status, 201, JSON.stringify(body));
    assert.match(body.id, /^cs_/);
    assert.deepEqual(await recipe.mock.requests(), [`POST /v2/checkout_sessions 201 ${body.id}`]);
    const session = await recipe.mock.session(body.id);
    assert.deepEqual([session.amount, session.metadata], [24990, { order: "1001" }]);
    assert.equal(body.redirect_url, session.redirect_url);
  });

  test("a bad request is answered with 400 and its rules, and Fintoc gets nothing", async () => {
    const { status, body } = await post({ ...GOOD, currency: "clp", amount: `${SECRET}-1`, success_url: "tienda.cl" });
    assert.equal(status, 400);
    const { error, report } = body;
    assert.deepEqual([error.type, error.code, error.param], ["invalid_request_error", "invalid_integer", "amount"]);
    assert.deepEqual(report.errors.map(({ rule }) => rule), ["type", "enum", "url-format"]);
    assert.match(report.errors[1].message, currency);
    assert.ok(!JSON.stringify(body).includes(SECRET));
    assert.deepEqual(await recipe.mock.requests(), []);
    assert.ok(!recipe.output().includes(SECRET));
  });

  test("a body that is not JSON is answered with 400", async () => {
    const { status, body } = await post("{");
    assert.deepEqual([status, body.error.code, body.report.errors[0].rule], [400, "invalid_json", "json-syntax"]);
    for (const text of ["[]", "7", ""]) assert.equal((await post(text)).status, 400, text);
    assert.deepEqual(await recipe.mock.requests(), []);
  });

  test(isStrict ? "a warning is an error" : "a request with a warning is sent, and its rules are logged", { timeout: 60_000 }, async () => {
    const { status, body } = await post({ ...GOOD, metadata: { note: [SECRET] } });
    assert.equal((await recipe.mock.requests()).length, isStrict ? 0 : 1);
    assert.equal(status, isStrict ? 400 : 201);
    if (isStrict) assert.equal(body.report.errors[0].rule, "metadata-flat");
    else await recipe.written(/metadata-flat/);
    assert.ok(!recipe.output().includes(SECRET));
  });

  test("an idempotency key is passed on, and Fintoc's refusal is answered", async () => {
    const headers = { "idempotency-key": "order-1001" };
    const first = await post(GOOD, headers);
    assert.deepEqual(await post(GOOD, headers), first);
    const { status, body } = await post({ ...GOOD, amount: 1 }, headers);
    assert.deepEqual([status, body.error.type], [400, "invalid_request_error"]);
    // The client for Python has the code in the message alone.
    assert.match(body.error.code ?? body.error.message, /\binvalid_params\b/);
    assert.deepEqual((await recipe.mock.requests()).map((line) => line.split(" ")[2]), ["201", "201", "400"]);
  });

  test("the caller does not choose where the secret key is sent", async () => {
    const { status } = await post({ ...GOOD, path_: "/v2/refunds" });
    const [line = "none"] = await recipe.mock.requests();
    assert.match(line, status === 201 ? /^POST \/v2\/checkout_sessions 201 / : /^none$/);
  });

  test("the commands of the README print what it shows", async () => {
    await checkPrinted(recipe);
    assert.equal((await recipe.mock.requests()).length, 1, "the good one alone");
  });

  return () => recipe;
}
