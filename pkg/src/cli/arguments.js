/** Parses the command line. */

import { parseArgs } from "node:util";

import { jsonSchema } from "../schema.js";
import { validateJson } from "./core.js";
import { FORMATS } from "./formats.js";

export const HELP = `Checks requests to create a Fintoc checkout session before they are sent

Usage: fintoc-preflight [OPTIONS] [FILE]...
       fintoc-preflight schema [--api <API>] [--target <TARGET>]
       fintoc-preflight init [--lang <LANGUAGE>]
       fintoc-preflight mock [OPTIONS]

\`schema\` prints the JSON Schema of a request. \`init\` writes a first request, and a test of it in the language of the
project in this folder. \`mock\` answers requests on this machine as Fintoc does; see \`fintoc-preflight mock --help\`.
A file of such a name is \`./schema\`.

Arguments:
  [FILE]...  Files to check, each with one request as JSON; \`-\` or no FILE reads standard input

Options:
      --api <API>        Version of the API that the requests are for [default: v2] [possible values: v1, v2]
      --now <TIME>       Time at which the requests are sent, as RFC 3339 or in milliseconds since 1970 [default: now]
      --strict           Report every warning as an error
      --allow <RULE>     Do not report RULE; the last of --allow, --warn and --deny for a rule applies
      --warn <RULE>      Report RULE as a warning
      --deny <RULE>      Report RULE as an error
      --ndjson           Read one request per line, and write the reports in order
      --fix              Write every certain fix to the files, then report what is left; standard input is fixed to
                         standard output
      --diff             Write every certain fix to standard output as a unified diff, and change no file; exits with 1
                         if there is one
      --format <FORMAT>  \`text\` shows the first 100 violations of each request; \`json\` writes one report per line,
                         which contains no text of the request except the keys in paths; \`github\` writes
                         annotations, \`sarif\` and \`junit\` the formats of these names [default: text] [possible
                         values: text, json, github, sarif, junit]
      --lang <LANGUAGE>  Language of the output [default: that of \`LC_ALL\`, \`LC_MESSAGES\` or \`LANG\` if it is
                         Spanish, else en] [possible values: en, es]
      --target <TARGET>  Dialect of the schema [default: draft-2020-12] [possible values: draft-2020-12, draft-07,
                         openapi-3.0]
  -h, --help             Print help
  -V, --version          Print version

Exit codes:
  0    every request is valid (warnings may be reported)
  1    a request is invalid, or --diff has found a fix
  2    an argument is wrong, or a file could not be read or written; all others are still checked
  141  the reader of the output closed it early

This project is not Fintoc's.`;

const OPTIONS = {
  api: { type: "string", default: "v2" },
  now: { type: "string" },
  strict: { type: "boolean", default: false },
  allow: { type: "string", multiple: true },
  warn: { type: "string", multiple: true },
  deny: { type: "string", multiple: true },
  ndjson: { type: "boolean", default: false },
  fix: { type: "boolean", default: false },
  diff: { type: "boolean", default: false },
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
 * Returns a text to print, or files to check (standard input if there are none) with their options. Throws for wrong
 * arguments.
 *
 * @param {string[]} args
 */
export function readArguments(args) {
  if (args[0] === "schema") return { print: schema(args.slice(1)) };
  if (args[0] === "init") return initArguments(args.slice(1));
  const { values, positionals, tokens } = parseArgs({ args, options: OPTIONS, allowPositionals: true, tokens: true });
  if (values.help) return { print: HELP };
  if (values.version) return { print: `fintoc-preflight ${VERSION}` };
  if (values.fix && values.diff) throw new Error("--fix and --diff exclude each other");
  const options = {
    version: oneOf("--api", ["v1", "v2"], values.api),
    locale: localeOf(values.lang),
    strict: values.strict,
    levels: levels(tokens),
    ...(values.now !== undefined && { now: time(values.now) }),
  };
  checkOptions(options);
  const format = oneOf("--format", Object.keys(FORMATS), values.format);
  const { ndjson, fix, diff } = values;
  return { files: positionals, format, ndjson, fix, diff, options };
}

/** Returns the output of `fintoc-preflight schema`. */
function schema(args) {
  const { help, api, target } = parseArgs({ args, options: SCHEMA_OPTIONS }).values;
  if (help) return HELP;
  const version = oneOf("--api", ["v1", "v2"], api);
  oneOf("--target", ["draft-2020-12", "draft-07", "openapi-3.0"], target);
  return JSON.stringify(jsonSchema(version, { target }), null, 2);
}

/** Returns the settings of `fintoc-preflight init`. */
function initArguments(args) {
  const { help, lang } = parseArgs({ args, options: { lang: OPTIONS.lang, help: OPTIONS.help } }).values;
  return help ? { print: HELP } : { init: localeOf(lang) };
}

const localeOf = (lang) => (lang === undefined ? localeOfEnvironment(process.env) : oneOf("--lang", ["en", "es"], lang));

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
