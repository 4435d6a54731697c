/** `fintoc-preflight mock`: the mock of the endpoint, until it is interrupted. */

import { once } from "node:events";
import { parseArgs } from "node:util";

import { createMock } from "../mock/server.js";
import { createNotifier } from "../mock/webhooks.js";
import { visible } from "./text.js";

export const MOCK_HELP = `Answers requests for checkout sessions on this machine, as Fintoc documents it

Usage: fintoc-preflight mock [OPTIONS]

Options:
      --port <PORT>      Port to listen on; 0 takes a free one [default: 4010]
      --host <ADDRESS>   Address to listen on; another than the default lets other machines in [default: 127.0.0.1]
      --webhook <URL>    Endpoint to which events are sent
      --secret <SECRET>  Secret with which events are signed [default: whsec_mock]
      --lang <LANGUAGE>  Language of error messages [default: en] [possible values: en, es]
  -h, --help             Print help

Paths:
  POST /v1/checkout_sessions, /v2/checkout_sessions   creates a session, or answers 400 with the first error
  GET  /v1/checkout_sessions/ID                       returns a session
  POST /v1/checkout_sessions/ID/expire                expires a session
  GET  /checkout/ID                                   the \`redirect_url\`: pays, and redirects to the merchant

\`metadata.mock_outcome\` of a request chooses what happens to its session at once, and which events are sent:
succeeded, failed, requires_action or expired. Everything is in memory, and gone when the mock stops.`;

const OPTIONS = {
  port: { type: "string", default: "4010" },
  host: { type: "string", default: "127.0.0.1" },
  webhook: { type: "string" },
  secret: { type: "string", default: "whsec_mock" },
  lang: { type: "string", default: "en" },
  help: { type: "boolean", short: "h" },
};

/**
 * Returns the settings of a mock, or a text to print. Throws for wrong arguments.
 *
 * @param {string[]} args those after `mock`
 */
export function readMockArguments(args) {
  const { help, port, host, webhook, secret, lang } = parseArgs({ args, options: OPTIONS }).values;
  if (help) return { print: MOCK_HELP };
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65535) throw new Error("--port must be a number up to 65535");
  if (!["en", "es"].includes(lang)) throw new Error("--lang must be en or es");
  if (webhook !== undefined && !/^https?:$/.test(protocolOf(webhook))) throw new Error("--webhook must be a URL of http or https");
  if (secret === "") throw new Error("--secret must not be empty");
  return { port: Number(port), host, webhook, secret, locale: lang };
}

function protocolOf(url) {
  try {
    return new URL(url).protocol;
  } catch {
    return "";
  }
}

/** Starts a mock, and writes where it listens. Rejects if the port is taken. */
export async function runMock({ port, host, webhook, secret, locale }, print) {
  const log = (line) => print(`${visible(line)}\n`);
  const server = createMock({ locale, notify: createNotifier({ url: webhook, secret, log }), log });
  await once(server.listen(port, host), "listening");
  const { address, family, port: taken } = server.address();
  log(`mock: http://${family === "IPv6" ? `[${address}]` : address}:${taken}`);
}
