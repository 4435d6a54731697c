/**
 * A Worker in front of Fintoc's API: it answers invalid requests to create a checkout session, and forwards all others as
 * they came. It logs verdicts, never a value of a request.
 */

import { toFintocError, validateJson } from "fintoc-preflight";

/** @typedef {{ UPSTREAM?: string, MODE?: string, LOCALE?: "en" | "es" }} Env */

/** The header with the verdict. */
const HEADER = "fintoc-preflight";

/** The length in bytes above which a body breaks the rule `body-size`, so that its rest need not be read. */
const MAX_BYTES = 1024 * 1024;

const DOCS = "https://fintoc.com/docs";

export default {
  /**
   * @param {Request} request
   * @param {Env} env
   */
  async fetch(request, env) {
    const version = versionOf(request);
    if (!version) return forward(request, env, request.body);
    const refuses = env.MODE !== "report";
    if (!isPlain(request.headers.get("content-encoding"))) {
      if (!refuses) return forward(request, env, request.body, "unchecked");
      return answer(415, error("the request body must not be compressed: it cannot be checked."));
    }
    const { bytes, rest } = await read(request, MAX_BYTES);
    const report = validateJson(bytes, { version, locale: env.LOCALE ?? "en" });
    log(version, report);
    if (refuses && !report.valid) return answer(status(report), { ...toFintocError(report), report });
    return forward(request, env, rest ? joined(bytes, rest) : bytes, refuses ? undefined : summary(report));
  },
};

/**
 * Returns the version of the API in which a request creates a checkout session; `undefined` for any other request.
 *
 * @param {Request} request
 */
function versionOf({ method, url }) {
  const segments = decoded(new URL(url).pathname).split("/").filter(Boolean);
  const [version, name] = segments.slice(-2);
  if (method !== "POST" || name !== "checkout_sessions") return undefined;
  return version === "v1" || version === "v2" ? version : undefined;
}

/** @param {string} path */
function decoded(path) {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** @param {string | null} coding */
const isPlain = (coding) => !coding || coding.trim().toLowerCase() === "identity";

/**
 * Reads a body to its end, or until it has more than `max` bytes. `rest` is then a reader of the others.
 *
 * @param {Request} request
 * @param {number} max
 */
async function read({ body }, max) {
  const chunks = [];
  let length = 0;
  const reader = body?.getReader();
  while (reader) {
    const { value, done } = await reader.read();
    if (done) break;
    chunks.push(value);
    length += value.length;
    if (length > max) return { bytes: concatenated(chunks, length), rest: reader };
  }
  return { bytes: concatenated(chunks, length), rest: undefined };
}

/**
 * @param {Uint8Array[]} chunks
 * @param {number} length
 */
function concatenated(chunks, length) {
  if (chunks.length === 1) return chunks[0];
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}

/**
 * Returns a body of bytes that were read, and of the rest.
 *
 * @param {Uint8Array} bytes
 * @param {ReadableStreamDefaultReader<Uint8Array>} rest
 */
function joined(bytes, rest) {
  return new ReadableStream({
    start: (controller) => controller.enqueue(bytes),
    async pull(controller) {
      const { value, done } = await rest.read();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: (reason) => rest.cancel(reason),
  });
}

/**
 * Sends a request to Fintoc, and returns the response. A `verdict` is added to both as a header.
 *
 * @param {Request} request
 * @param {Env} env
 * @param {BodyInit | null} body
 * @param {string} [verdict]
 */
async function forward(request, env, body, verdict) {
  const { pathname, search } = new URL(request.url);
  const upstream = (env.UPSTREAM ?? "https://api.fintoc.com").replace(/\/$/, "");
  const headers = new Headers(request.headers);
  // A client must not send a verdict of its own.
  headers.delete(HEADER);
  if (verdict) headers.set(HEADER, verdict);
  const { method } = request;
  const hasBody = method !== "GET" && method !== "HEAD";
  try {
    const init = { method, headers, body: hasBody ? body : undefined, redirect: /** @type {const} */ ("manual") };
    const response = await fetch(`${upstream}${pathname}${search}`, init);
    if (!verdict) return response;
    const changed = new Response(response.body, response);
    changed.headers.set(HEADER, verdict);
    return changed;
  } catch {
    return answer(502, error("the API could not be reached.", "api_error", "api_error"));
  }
}

/** @param {import("fintoc-preflight").Report} report */
function status({ errors: [first] }) {
  if (first?.rule === "body-size") return 413;
  // The checks themselves failed, which is not the client's fault.
  return first?.rule === "internal-error" ? 500 : 400;
}

/**
 * Returns an error in the form of Fintoc's API.
 *
 * @param {string} message
 */
function error(message, type = "invalid_request_error", code = "invalid_params") {
  return { error: { type, code, message, param: null, doc_url: `${DOCS}#${type.replaceAll("_", "-")}` } };
}

/**
 * @param {number} status
 * @param {unknown} body
 */
const answer = (status, body) => Response.json(body, { status });

/** @param {import("fintoc-preflight").Report} report */
function violated({ errors, warnings }) {
  return [...new Set([...errors, ...warnings].map(({ rule }) => rule))].slice(0, 10);
}

/** @param {import("fintoc-preflight").Report} report */
function summary(report) {
  const { valid, errors, warnings, omitted } = report;
  const counts = `errors=${errors.length + (omitted?.errors ?? 0)}; warnings=${warnings.length + (omitted?.warnings ?? 0)}`;
  return `${valid ? "valid" : "invalid"}; ${counts}; rules="${violated(report).join(" ")}"`;
}

/**
 * Logs a request that is not valid: the version and the rules, which Workers Logs counts.
 *
 * @param {"v1" | "v2"} version
 * @param {import("fintoc-preflight").Report} report
 */
function log(version, report) {
  if (!report.valid) console.log(JSON.stringify({ preflight: "invalid", version, rules: violated(report) }));
}
