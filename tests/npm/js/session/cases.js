/**
 * Writes answers that Fintoc may send, one line of JSON each: a session, events about it, and comparisons with a
 * request, first valid and then with one value after the other replaced or removed. `cargo xtask test` adds the results
 * of the native core.
 */

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";

import { BUILT, SESSIONS } from "../paths.js";

const session = JSON.parse(readFileSync(new URL("../../../session/session.json", import.meta.url), "utf8"));
const payment = session.payment_resource.payment_intent;

const request = {
  amount: 12500,
  currency: "MXN",
  flow: "payment",
  success_url: "https://shop.example/success",
  cancel_url: "https://shop.example/cancel",
  payment_method_types: ["bank_transfer", "card"],
  metadata: { order: "7" },
  line_items: [{ quantity: 1, price_data: { currency: "MXN", unit_amount: 12500, product_data: { name: "Silla" } } }],
};

const requestV1 = {
  amount: 12500,
  currency: "mxn",
  customer: { email: "ana@example.com" },
  expires_at: "2026-01-14",
  metadata: { order: 7 },
};

/** Replacements of a value; `undefined` removes it. */
const OTHERS = [undefined, null, 0, 12500, 1.5, -1, true, "", "x", "Ñ\u0000😀", [], [null], {}, { id: 1, x: [] }];

const TEXTS = [
  "",
  "{",
  "[]",
  "null",
  "\ufeff{}",
  '{"id": "a", "id": "b"}',
  '{"id": "a", "x": 1, "x": 2, "metadata": {"a": 1, "a": 2}, "data": {"object": "payment_intent", "id": 1, "id": 2}}',
  '{"error": {"type": "invalid_request_error", "code": "missing_parameter", "message": "x"}}',
  '{"error": "x"}',
  "{} x",
  '"\\ud800"',
  `${"[".repeat(200)}`,
];

const EVENTS = [
  ["checkout_session.finished", session],
  ["checkout_session.expired", { ...session, status: "expired" }],
  ["payment_intent.succeeded", payment],
  ["payment_intent.failed", payment],
  ["payment_intent.requires_action", payment],
  ["payment_intent.succeeded", session],
  ["checkout_session.finished", payment],
  ["charge.succeeded", payment],
  ["refund.succeeded", { id: "re_1", x: [1, { y: null }] }],
  ["payment_intent.failed", { id: "re_1", object: "refund" }],
  ["payment_intent.failed", { id: 1, amount: "1" }],
];

const events = EVENTS.map(([type, data]) => ({ id: "evt_1", object: "event", mode: "test", created_at: "2026-01-13T18:48:25Z", data, type }));

const cases = [
  ...ask("session", [session]),
  ...mutations(session).flatMap((body) => ask("session", [body])),
  ...events.flatMap((event) => [event, ...mutations(event, 2)].flatMap((body) => ask("event", [body]))),
  ...TEXTS.flatMap((text) => ["session", "event"].flatMap((what) => askText(what, [text]))),
  ...[session, ...mutations(session)].flatMap((body) => ask("comparison", [request, body])),
  ...[{ cart: { sku: "A-1" } }, { order: 7 }, { order: "7", ñ: 1.5 }, {}].flatMap((metadata) =>
    ask("comparison", [{ ...request, metadata }, session]),
  ),
  ...Object.keys(request).flatMap((name) => ask("comparison", [request, { ...session, [name]: request[name] }])),
  ...[request, requestV1, []].flatMap((body) =>
    ["v1", "v2"].flatMap((version) => ask("comparison", [body, session], { version })),
  ),
  ...mutations(session, 2).flatMap((body) => ask("comparison", [requestV1, body], { version: "v1" })),
];
mkdirSync(BUILT, { recursive: true });
writeFileSync(SESSIONS, cases.map((each) => `${JSON.stringify(each)}\n`).join(""));

function ask(what, bodies, options) {
  return askText(what, bodies.map((body) => JSON.stringify(body)), options);
}

/** Returns the cases for the bodies, in one of the two languages; answers once more with `strict`. */
function askText(what, bodies, options) {
  const locale = bodies.join().length % 2 === 0 ? "en" : "es";
  const usual = { what, bodies, options: { locale, ...options } };
  return what === "comparison" ? [usual] : [usual, { ...usual, options: { locale, strict: true } }];
}

/** Returns copies of a value, each with one member replaced or removed, down to a depth. */
function mutations(value, depth = 4) {
  if (typeof value !== "object" || value === null || depth === 0) return [];
  return Object.entries(value).flatMap(([name, member]) =>
    [...OTHERS, ...mutations(member, depth - 1)].map((other) => {
      const mutated = Array.isArray(value) ? [...value] : { ...value };
      if (other === undefined && !Array.isArray(value)) delete mutated[name];
      else mutated[name] = other;
      return mutated;
    }),
  );
}
