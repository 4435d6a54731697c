/** Idempotency keys, as https://docs.fintoc.com/reference/idempotent-requests describes them. */

import { createHash } from "node:crypto";

import { BoundedMap } from "./bounded.js";
import { errorOf } from "./errors.js";

/** In characters. */
const LONGEST_KEY = 255;

/** Returns the answers by account and key. */
export function createReplays() {
  const answers = new BoundedMap();

  return {
    /**
     * Returns the first answer to a key, also if it is an error; a new one without a key. The same key with another
     * request is an error, which is not remembered.
     *
     * @param {{ account: string, key?: string, path: string, body: Uint8Array }} request
     * @param {() => object} create makes a new answer
     */
    answer({ account, key, path, body }, create) {
      if (!key) return create();
      if (key.length > LONGEST_KEY) return refuse(`an idempotency key has at most ${LONGEST_KEY} characters`);
      const id = hash(account, key);
      const request = hash(path, body);
      const before = answers.get(id);
      if (before) return before.request === request ? before.answer : refuse("this idempotency key was used for another request");
      const { afterwards, ...answer } = create();
      answers.set(id, { request, answer });
      return { ...answer, afterwards };
    },
  };
}

const refuse = (message) => errorOf(400, "invalid_request_error", "invalid_params", message);

/** The first part has no line break: it is a header or a path. */
const hash = (first, second) => createHash("sha256").update(first).update("\n").update(second).digest("hex");
