/** The error for a request that is not sent: a `PreflightError` that is the client's own `InvalidRequestError`, too. */

import { PreflightError, brand, define, escaped, toFintocError } from "../error.js";

/**
 * Rejects with the error for a report, whose stack leads to the caller.
 *
 * @param {import("fintoc-preflight").Report} report
 * @param {object} manager the client's object that would have sent the request
 */
export async function refuse(report, manager) {
  // Made before anything is awaited, or the stack would not have the caller.
  const plain = new PreflightError(report);
  const { stack } = plain;
  const { type, code, param, doc_url } = toFintocError(report).error;
  const data = { type, code, message: plain.message, param: param && escaped(param), doc_url };
  const own = await ownErrorOf(manager, data);
  const error = own ? brand(own, report) : define(plain, { message: messageOf(data) });
  throw define(error, { stack: stackOf(error, stack), type, code, param, doc_url });
}

/**
 * Returns the error that the client makes of an error answer; `undefined` if it makes none. The client does not export
 * its error classes, so its `_create` is called with another `this`, which throws a refused request's failure
 * whenever it is read. Nothing can be sent, because it has no connection.
 */
async function ownErrorOf(manager, data) {
  const failure = { isAxiosError: true, response: { status: 400, data: { error: data } } };
  const standIn = new Proxy({}, {
    get() {
      throw failure;
    },
  });
  try {
    await manager._create.call(standIn, {});
  } catch (error) {
    // Any other error, such as a TypeError, is of a client that works in another way.
    if (error instanceof Error && error.message.startsWith(data.type)) return error;
  }
  return undefined;
}

/** Returns the message as the official client writes it. */
function messageOf({ type, code, message, param, doc_url }) {
  return `${type}: ${code}${param ? ` (${param})` : ""}\n${message}\nCheck the docs for more info: ${doc_url}`;
}

/** Returns the frames of a stack below the message of another error. Only some engines write the message. */
function stackOf({ name, message }, stack = "") {
  const frames = stack.search(/^ {4}at /m);
  return frames < 0 ? stack : `${name}: ${message}\n${stack.slice(frames)}`;
}
