/** Parses the command line. */

import { parseArgs } from "node:util";

import { jsonSchema, validateJson } from "../entries/index.js";

export const HELP = `Checks a request to create a Fintoc checkout session before it is sent

Usage: fintoc-preflight [OPTIONS] [FILE]
       fintoc-preflight schema [--api <API>] [--target <TARGET>]
       fintoc-preflight mock [OPTIONS]

\`schema\` prints the JSON Schema of a request. \`mock\` answers requests on this machine as Fintoc does; see
\`fintoc-preflight mock --help\`. A file of that name is \`./schema\` or \`./mock\`.

Arguments:
  [FILE]  File to check, with one request as JSON; \`-\` or no FILE reads standard input

Options:
      --api <API>        Version of the API that the request is for [default: v2] [possible values: v1, v2]
      --now <TIME>       Time at which the request is sent, as RFC 3339 or in milliseconds since 1970 [default: now]
      --strict           Report every warning as an error
      --allow <RULE>     Do not report RULE; the last of --allow, --warn and --deny for a rule applies
      --warn <RULE>      Report RULE as a warning
      --deny <RULE>      Report RULE as an error
      --format <FORMAT>  \`text\` shows the first 100 violations of the request; \`json\` writes the whole report, which
                         contains no text of the request except the keys in paths [default: text] [possible values:
                         text, json]
      --lang <LANGUAGE>  Language of the output [default: that of \`LC_ALL\`, \`LC_MESSAGES\` or \`LANG\` if it is
                         Spanish, else en] [possible values: en, es]
      --target <TARGET>  Dialect of the schema [default: draft-2020-12] [possible values: draft-2020-12, draft-07,
                         openapi-3.0]
  -h, --help             Print help
  -V, --version          Print version

Exit codes:
  0    the request is valid (warnings may be reported)
  1    the request is invalid
  2    an argument is wrong, or a file could not be read or written
  141  the reader of the output closed it early

This project is not Fintoc's.`;

const OPTIONS = {
  api: { type: "string", default: "v2" },
  now: { type: "string" },
  strict: { type: "boolean", default: false },
  allow: { type: "string", multiple: true },
  warn: { type: "string", multiple: true },
  deny: { type: "string", multiple: true },
  format: { type: "string", default: "text" },
  lang: { type: "string" },
  help: { type: "boolean", short: "h" },
  version: { type: "boolean", short: "V" },
};

const SCHEMA_OPTIONS = {
  api: OPTIONS.api,
  target: { type: "string", default: "draft-2020-12" },
  help: OPTIONS.help,
};

/**
 * Returns a text to print, or a file to validate (standard input if `file` is `undefined`) with its options. Throws for
 * wrong arguments.
 *
 * @param {string[]} args
 */
export function readArguments(args) {
  if (args[0] === "schema") return { print: schema(args.slice(1)) };
  const { values, positionals, tokens } = parseArgs({ args, options: OPTIONS, allowPositionals: true, tokens: true });
  if (values.help) return { print: HELP };
  if (values.version) return { print: `fintoc-preflight ${VERSION}` };
  if (positionals.length > 1) throw new Error("there is more than one FILE");
  const options = {
    version: oneOf("--api", ["v1", "v2"], values.api),
    locale: values.lang === undefined ? localeOfEnvironment(process.env) : oneOf("--lang", ["en", "es"], values.lang),
    strict: values.strict,
    levels: levels(tokens),
    ...(values.now !== undefined && { now: time(values.now) }),
  };
  checkOptions(options);
  return { file: positionals[0], format: oneOf("--format", ["text", "json"], values.format), options };
}

/** Returns the output of `fintoc-preflight schema`. */
function schema(args) {
  const { help, api, target } = parseArgs({ args, options: SCHEMA_OPTIONS }).values;
  if (help) return HELP;
  const version = oneOf("--api", ["v1", "v2"], api);
  oneOf("--target", ["draft-2020-12", "draft-07", "openapi-3.0"], target);
  return JSON.stringify(jsonSchema(version, { target }), null, 2);
}

/** Throws if the time or a rule is invalid. */
function checkOptions(options) {
  try {
    validateJson("", options);
  } catch ({ message }) {
    const isTime = message.startsWith('option "now"');
    throw new Error(isTime ? "--now must be an RFC 3339 date-time, or milliseconds since 1970, not seconds" : message);
  }
}

function oneOf(name, possible, value) {
  if (!possible.includes(value)) throw new Error(`${name} must be ${possible.join(" or ")}`);
  return value;
}

/** Returns the level of each rule; the last `--allow`, `--warn` or `--deny` of a rule wins. */
function levels(tokens) {
  const set = tokens.filter(({ name }) => ["allow", "warn", "deny"].includes(name));
  return Object.fromEntries(set.map(({ name, value }) => [value, name]));
}

/** Returns milliseconds since 1970-01-01T00:00:00Z as a number; any other text, such as RFC 3339, as it is. */
const time = (text) => (/^[-+]?\d+$/.test(text) ? Number(text) : text);

/** Returns the language of the first environment variable that is set: Spanish, or else English. */
function localeOfEnvironment({ LC_ALL, LC_MESSAGES, LANG }) {
  return (LC_ALL || LC_MESSAGES || LANG || "").startsWith("es") ? "es" : "en";
}
