/**
 * Generates code that sends a request. The request may come from a link, so it is untrusted: code is made only from
 * JSON, and each value is written as a literal of the language, by the language's own rules.
 */

import { parseObject } from "./format.js";

const KEY = "YOUR_TEST_SECRET_API_KEY";

/** The most `#` around a raw string of Rust; the language allows 255. */
const MAX_HASHES = 8;

/** Characters that cannot be seen, and those that change how others are shown, such as the marks of text direction. */
const INVISIBLE = /[\p{C}\p{Zl}\p{Zp}]/gu;

/** @typedef {"curl" | "node" | "python" | "rust"} Language */

/**
 * Returns a program, or a command for `curl`; `undefined` if the text is not a JSON object, or is nested too deeply.
 *
 * @param {Language} language
 * @param {string} text the request, as JSON text
 * @param {"v1" | "v2"} version
 */
export function codeFor(language, text, version) {
  const request = parseObject(text);
  return request && WRITERS[language](request, text.trim(), version);
}

const WRITERS = {
  curl: (_, text, version) => `curl --request POST "https://api.fintoc.com/${version}/checkout_sessions" \\
  --header "Authorization: ${KEY}" \\
  --header "Content-Type: application/json" \\
  --data-raw ${shellString(visible(text))}
`,
  node: (request, _, version) => `import { Fintoc } from "fintoc";
import { parse } from "fintoc-preflight";

const fintoc = new Fintoc("${KEY}");

const request = parse(${literal(request, JAVASCRIPT)}, { version: "${version}" });
const session = await fintoc.${version === "v2" ? "v2." : ""}checkoutSessions.create(request);
`,
  python: (request, _, version) => `from fintoc import Fintoc

client = Fintoc("${KEY}")

request = ${literal(request, PYTHON)}
session = client.${version === "v2" ? "v2." : ""}checkout_sessions.create(**request)
`,
  rust: (_, text, version) => `use fintoc_preflight::{Options, Version, validate_json};

let request = ${rustString(visible(text))};
let options = Options { version: Version::${version.toUpperCase()}, ..Options::new(chrono::Utc::now().into()) };
let report = validate_json(request, &options);
assert!(report.is_valid(), "{report}");

let session = reqwest::Client::new()
    .post("https://api.fintoc.com/${version}/checkout_sessions")
    .header("Authorization", "${KEY}")
    .header("Content-Type", "application/json")
    .body(request)
    .send()
    .await?;
`,
};

/** How a language writes literals. */
const JAVASCRIPT = {
  null: "null",
  true: "true",
  false: "false",
  string: (text) => visible(JSON.stringify(text)),
  // As a plain name in a literal `__proto__` would set the prototype.
  name(name) {
    if (name === "__proto__") return '["__proto__"]';
    return /^[A-Za-z_]\w*$/.test(name) ? name : this.string(name);
  },
};

const PYTHON = {
  null: "None",
  true: "True",
  false: "False",
  // Python reads `\u` as one character each, so those beyond U+FFFF have an escape of their own.
  string: (text) => JSON.stringify(text).replace(INVISIBLE, (character) => escape(character, (code) => `\\U${hex(code, 8)}`)),
  name(name) {
    return this.string(name);
  },
};

/** Returns a literal for a JSON value, with one member on a line. */
function literal(value, language, indent = "") {
  if (value === null || typeof value === "boolean") return language[String(value)];
  if (typeof value === "string") return language.string(value);
  if (typeof value === "number") return JSON.stringify(value) === "null" ? language.null : JSON.stringify(value);
  const inner = `${indent}  `;
  const [open, close, members] = Array.isArray(value)
    ? ["[", "]", value.map((element) => literal(element, language, inner))]
    : ["{", "}", Object.entries(value).map(([name, member]) => `${language.name(name)}: ${literal(member, language, inner)}`)];
  if (members.length === 0) return open + close;
  return `${open}\n${members.map((member) => `${inner}${member},\n`).join("")}${indent}${close}`;
}

/** Returns JSON text with its invisible characters escaped. All but white space between tokens are inside of strings. */
const visible = (text) =>
  text.replace(INVISIBLE, (character) =>
    /[\t\n\r]/.test(character) ? character : escape(character, () => `\\u${hex(character.charCodeAt(0), 4)}\\u${hex(character.charCodeAt(1), 4)}`),
  );

/** Returns the escape of a character: `\u`, or another for one beyond U+FFFF. */
function escape(character, beyond) {
  const code = character.codePointAt(0);
  return code > 0xffff ? beyond(code) : `\\u${hex(code, 4)}`;
}

const hex = (number, digits) => number.toString(16).padStart(digits, "0");

/** Returns a string of POSIX shells, in which nothing is expanded. */
const shellString = (text) => `'${text.replaceAll("'", String.raw`'\''`)}'`;

/** Returns the length of the longest match. There may be more matches than a call can have arguments. */
export const longestOf = (/** @type {Iterable<RegExpMatchArray>} */ matches) =>
  [...matches].reduce((longest, [{ length }]) => Math.max(longest, length), 0);

/** Returns a raw string of Rust with as many `#` as the text needs; an escaped one if those would be too many. */
function rustString(text) {
  // A raw string may not contain a carriage return. JSON has it only between tokens.
  const lines = text.replace(/\r\n?/g, "\n");
  const longest = longestOf(lines.matchAll(/(?<=")#+/g));
  if (longest >= MAX_HASHES) return `"${lines.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
  const hashes = "#".repeat(longest + 1);
  return `r${hashes}"${lines}"${hashes}`;
}
