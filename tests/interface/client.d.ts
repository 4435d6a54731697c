import type { Options, Report, Version, Violation } from "./index.js";
import type { Difference } from "./session.js";

export { PreflightError } from "./index.js";

/** The part of Fintoc's official client that `guard` uses. Older clients have version 1 alone. */
export type GuardedClient =
  | {
      /** Creates sessions with version 1 of the API. */
      checkoutSessions: SessionCreator;
    }
  | {
      /** Version 2 of the API. */
      v2: {
        /** Creates sessions with version 2 of the API. */
        checkoutSessions: SessionCreator;
      };
    };

/** An object of the client that creates sessions. */
export interface SessionCreator {
  /** Sends a request, and resolves to the session. */
  create(request: never): Promise<unknown>;
}

/** Options of `guard`: those of a validation except `version`, which is that of the method that is called. */
export interface GuardOptions extends Omit<Options, "version"> {
  /**
   * Receives the warnings of a request before it is sent. If it throws, nothing is sent. Default: `console.warn`, once
   * for each rule.
   */
  onWarning?: ((warnings: readonly Violation[], sent: SentRequest) => void) | undefined;
  /** Compares each answer with its request, as `compareSession` does. Default: false. */
  compare?: boolean | undefined;
  /**
   * Receives the differences of an answer, if `compare` is true. The session exists by then. Default: `console.warn`
   * for each.
   */
  onDifference?: ((differences: readonly Difference[], sent: AnsweredRequest) => void) | undefined;
}

/** A request that is sent. */
export interface SentRequest {
  /** The version of the API. */
  version: Version;
  /** The request, without the client's own option `idempotency_key`. */
  request: unknown;
}

/** A request that was answered. */
export interface AnsweredRequest extends SentRequest {
  /** The session as the client returns it. */
  session: unknown;
}

/**
 * The error of a request that is not sent. It is a `PreflightError` and, with the official client, also an instance of
 * the client's own `InvalidRequestError`, with a message of the same form.
 */
export interface RefusedRequest extends Error {
  /** The name of the class. */
  readonly name: "PreflightError";
  /** The errors, up to ten, in the form of the client's messages; safe to log. */
  readonly message: string;
  /** The report, with at least one error. */
  readonly report: Report;
  /** The type of the first error in Fintoc's form; `api_error` if the checker itself failed. */
  readonly type: "invalid_request_error" | "api_error";
  /** The code of the first error. */
  readonly code: Violation["code"];
  /** The field of the first error, such as `line_items[0].quantity`; `null` for the body itself. */
  readonly param: string | null;
  /** The URL of Fintoc's documentation on errors of the type. */
  readonly doc_url: string;
}

/**
 * Makes `checkoutSessions.create` and `v2.checkoutSessions.create` of Fintoc's official client validate each request
 * before they send it, and returns the same client. A request with errors is not sent: the promise rejects with a
 * `RefusedRequest`. Everything else of the client, and of the requests, stays as it is.
 *
 * It pays with idempotency keys: Fintoc saves the answer to the first request with a key, also a refusal, and repeats
 * it. A wrong request thus spoils its key, and the corrected one needs another.
 *
 * Tells the developer on the console, once, if the API key is missing, public (`pk_…`), has blanks or quotes, or is a
 * secret one in a browser. Never writes the key.
 *
 * @param client the client; it is changed
 * @throws {TypeError} An option is wrong, or the client has no `checkoutSessions`.
 *
 * @example
 * import { guard } from "fintoc-preflight/client";
 *
 * const fintoc = guard({ v2: { checkoutSessions: { create: async () => ({ id: "cs_1" }) } } }); // guard(new Fintoc(key))
 * fintoc.v2.checkoutSessions.create().catch(({ code, param }) => console.log(code, param)); // missing_parameter amount
 */
export declare function guard<Client extends GuardedClient>(client: Client, options?: GuardOptions): Client;
