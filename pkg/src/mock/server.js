/** A local server that answers requests for checkout sessions as Fintoc documents it. Nothing is stored on disk. */

import { Buffer } from "node:buffer";
import { createServer } from "node:http";

import { toFintocError, validateJson } from "../entries/index.js";
import { MAX_BYTES } from "../serialize.js";
import { errorOf } from "./errors.js";
import { createReplays } from "./replays.js";
import { createSessions } from "./sessions.js";

/** The paths: the version, and for one session its id and perhaps what to do with it. */
const ROUTE = /^\/(v[12])\/checkout_sessions(?:\/([\w-]{1,64})(\/expire)?)?$/;

/** The page on which a customer would pay. */
const PAGE = /^\/checkout\/([\w-]{1,64})$/;

/** In seconds. Clients that hold a connection open for longer are disconnected. */
const TIMEOUT = 30;

/**
 * Returns the server; `listen` starts it.
 *
 * @param {object} options
 * @param {"en" | "es"} options.locale the language of error messages
 * @param {(type: string, data: object) => void} options.notify sends an event
 * @param {(line: string) => void} options.log writes a line for each request
 */
export function createMock({ locale, notify, log }) {
  const sessions = createSessions({ notify });
  const replays = createReplays();

  const server = createServer({ requestTimeout: TIMEOUT * 1000 }, async (request, response) => {
    const answer = await answerTo(request).catch(() => errorOf(500, "api_error", "internal_server_error", "the mock has failed"));
    const text = answer.body === undefined ? "" : JSON.stringify(answer.body);
    response.writeHead(answer.status, { "content-type": "application/json", ...answer.headers });
    response.end(text);
    const { id, error } = answer.body ?? {};
    log(`${request.method} ${request.url} ${answer.status} ${id ?? [error?.code, error?.param].filter(Boolean).join(" ")}`);
    answer.afterwards?.();
  });

  async function answerTo(request) {
    const { pathname } = new URL(request.url, "http://mock");
    const [, page] = PAGE.exec(pathname) ?? [];
    if (page && request.method === "GET") return sessions.pay(page) ?? notFound();
    const [, version, id, expire] = ROUTE.exec(pathname) ?? [];
    if (!version) return notFound();
    const { authorization = "", "idempotency-key": key } = request.headers;
    if (!/^(Bearer )?sk_\w/.test(authorization)) {
      return errorOf(401, "authentication_error", "invalid_api_key", "the header Authorization must have a secret key, sk_…");
    }
    if (request.method === "GET" && id && !expire) return sessions.find(id) ?? notFound();
    if (request.method !== "POST" || (id && !expire)) return notFound();
    const { body, isWhole } = await readBody(request);
    // The rest of a body that is too large is not read.
    const headers = isWhole ? undefined : { connection: "close" };
    const create = () => (expire ? (sessions.expire(id) ?? notFound()) : createSession(body, version, request.headers.host));
    return { ...replays.answer({ account: authorization, key, path: pathname, body }, create), ...(headers && { headers }) };
  }

  function createSession(body, version, host) {
    const report = validateJson(body, { version, locale });
    const error = toFintocError(report);
    return error ? { status: 400, body: error } : sessions.create(JSON.parse(body), version, host);
  }

  return server;
}

const notFound = () => errorOf(404, "invalid_request_error", "missing_resource", "there is no such resource");

/** Reads a body to its end, or until it is longer than the limit, which is enough to report it. */
async function readBody(request) {
  const chunks = [];
  let length = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > MAX_BYTES) return { body: Buffer.concat(chunks), isWhole: false };
  }
  return { body: Buffer.concat(chunks), isWhole: true };
}
