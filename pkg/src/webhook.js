/** Verifies the signature of a webhook with Web Crypto, by the same rules as `src/webhook.rs`. */

import { checkNames } from "./options.js";
import { bytesOf, milliseconds } from "./views.js";

const NAMES = ["body", "header", "secret", "now", "tolerance"];

/** The default tolerance in seconds, the same as in Fintoc's own clients. */
const TOLERANCE = 300;

/** In bytes of UTF-8. Fintoc's header has about 80. */
const MAX_HEADER_BYTES = 4096;

const MESSAGES = {
  "missing-header": "there is no header Fintoc-Signature",
  "malformed-header": "the header Fintoc-Signature is not of the form t=<seconds>,v1=<signature>",
  "outside-tolerance": "the time of the signature is outside the tolerance",
  mismatch: "the signature does not fit the body and the secret",
};

/** The error of `verifySignature` for a webhook whose signature is missing, malformed, too old or wrong. */
export class WebhookSignatureError extends Error {
  /** @param {keyof typeof MESSAGES} reason */
  constructor(reason) {
    super(MESSAGES[reason]);
    this.name = "WebhookSignatureError";
    this.reason = reason;
  }
}

/**
 * Returns `verifySignature` for a runtime.
 *
 * @param {() => SubtleCrypto | undefined} getSubtle returns the runtime's `crypto.subtle`; called for each webhook
 */
export function createVerifySignature(getSubtle) {
  return async function verifySignature(options) {
    const { body, header, secret, now, tolerance } = readOptions(options);
    const { seconds, signatures } = parseHeader(header);
    const isRecent = Math.abs(Math.floor(now / 1000) - seconds) <= tolerance;
    if (!isRecent) throw new WebhookSignatureError("outside-tolerance");
    const subtle = getSubtle();
    if (!subtle) throw new Error("fintoc-preflight/webhook: there is no Web Crypto here, `crypto.subtle`");
    const expected = await sign(subtle, secret, [utf8(`${seconds}.`), body]);
    if (!signatures.some((signature) => isEqual(signature, expected))) throw new WebhookSignatureError("mismatch");
  };
}

function readOptions(options) {
  checkNames(options, NAMES);
  // A copy has the own members alone: a polluted prototype sets no option.
  const { body, header, secret, now = Date.now(), tolerance = TOLERANCE } = { ...options };
  const time = typeof now === "number" ? now : milliseconds(now);
  if (!Number.isFinite(time)) throw new TypeError('option "now" must be a Date or milliseconds since 1970');
  if (typeof tolerance !== "number" || !(tolerance >= 0)) {
    throw new TypeError('option "tolerance" must be a number of seconds');
  }
  // With an empty secret anyone could sign.
  if (typeof secret !== "string" || !secret) throw new TypeError('option "secret" must be a string that is not empty');
  return { body: readBody(body), header, secret: utf8(secret), now: time, tolerance };
}

function readBody(body) {
  const bytes = typeof body === "string" ? utf8(body) : bytesOf(body);
  if (bytes) return bytes;
  throw new TypeError('option "body" must be the body as it came, a string or bytes, before it is parsed');
}

/**
 * Parses `t=<seconds>,v1=<signature>`. Of several `t` the last counts; every `v1` is a signature, so that a secret can
 * be rotated; other names are ignored, for future schemes.
 */
function parseHeader(header) {
  if (header === undefined || header === null) throw new WebhookSignatureError("missing-header");
  if (typeof header !== "string") throw new TypeError('option "header" must be the header Fintoc-Signature, a string');
  const isTooLong = header.length > MAX_HEADER_BYTES || utf8(header).length > MAX_HEADER_BYTES;
  const pairs = isTooLong ? [] : header.split(",").map(parsePair);
  const seconds = parseSeconds(new Map(pairs).get("t"));
  const signatures = pairs.flatMap(([name, value]) => (name === "v1" ? [value] : []));
  if (seconds === undefined || signatures.length === 0) throw new WebhookSignatureError("malformed-header");
  return { seconds, signatures };
}

function parsePair(pair) {
  const end = pair.indexOf("=");
  if (end < 0) throw new WebhookSignatureError("malformed-header");
  return [pair.slice(0, end), pair.slice(end + 1)];
}

/**
 * Returns seconds since 1970-01-01T00:00:00Z; `undefined` for any other text. Blanks around the number, a plus sign and
 * leading zeros are accepted, as in both official clients.
 */
function parseSeconds(text = "") {
  const seconds = /^[ \t]*\+?[0-9]+[ \t]*$/.test(text) ? Number(text) : NaN;
  return Number.isSafeInteger(seconds) ? seconds : undefined;
}

/** Returns the HMAC-SHA256 of the two parts in lower-case hex, the form of the header. */
async function sign(subtle, secret, parts) {
  const key = await subtle.importKey("raw", secret, { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
  const bytes = new Uint8Array(await subtle.sign("HMAC", key, concat(parts)));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Compares in constant time for texts of the same length, so that the time reveals no prefix. */
function isEqual(one, other) {
  if (one.length !== other.length) return false;
  let difference = 0;
  for (let index = 0; index < one.length; index++) difference |= one.charCodeAt(index) ^ other.charCodeAt(index);
  return difference === 0;
}

const utf8 = (text) => new TextEncoder().encode(text);

function concat([first, second]) {
  const bytes = new Uint8Array(first.length + second.length);
  bytes.set(first);
  bytes.set(second, first.length);
  return bytes;
}
