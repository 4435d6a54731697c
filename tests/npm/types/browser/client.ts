// The guard of Fintoc's official client keeps its type.

import { Fintoc } from "fintoc";
import { PreflightError, guard, type GuardOptions, type RefusedRequest } from "fintoc-preflight/client";

declare global {
  // The types of the client need this one of Node's.
  interface Buffer extends Uint8Array {}
}

const client: Fintoc = guard(new Fintoc("sk_test_none"));
const session = client.v2.checkoutSessions.create({ amount: 1, currency: "CLP", idempotency_key: "key-1" });
const options: GuardOptions = {
  locale: "es-CL",
  compare: true,
  onWarning: (warnings, { version, request }) => console.log(warnings[0]?.rule, version, request),
  onDifference: (differences, { session }) => console.log(differences[0]?.param, session),
};
guard(new Fintoc("sk_test_none"), options);

class Shop extends Fintoc {
  readonly name = "shop";
}
const name: "shop" = guard(new Shop("sk_test_none")).name;

// Only the objects that create sessions are needed.
guard({ checkoutSessions: { create: async (request: { amount: number }) => request.amount } });
// @ts-expect-error 'version' does not exist in type 'GuardOptions'
guard(client, { version: "v1" });
// @ts-expect-error Argument of type '{ links: {}; }' is not assignable to parameter of type 'GuardedClient'
guard({ links: {} });

export function codeOf(error: unknown): string | undefined {
  return error instanceof PreflightError ? (error as RefusedRequest).code : undefined;
}
export { name, session };
