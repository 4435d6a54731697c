/**
 * Reads requests out of what people have on their clipboard: a command for `curl`, an object of JavaScript, a
 * dictionary of Python, a log with one request on a line, or the body of a posted form.
 */

import { readForm } from "fintoc-preflight/form";

import { isJson } from "./format.js";
import { readLiteral } from "./literal.js";
import { MAX_TEXT } from "./store.js";

/**
 * @typedef {object} Pasted
 * @property {"curl" | "javascript" | "python" | "ndjson" | "form"} kind
 * @property {string[]} requests JSON texts; several from a log
 * @property {"v1" | "v2"} [version] the version that the address of a `curl` command names
 */

/**
 * Returns the requests of a text; `undefined` if it is JSON, or nothing that this reads.
 *
 * @param {string} text
 * @param {string} locale the one by which amounts of forms are read
 * @returns {Pasted | undefined}
 */
export function readPasted(text, locale) {
  const trimmed = text.trim();
  if (trimmed === "" || trimmed.length > MAX_TEXT || isJson(trimmed)) return undefined;
  return readCurl(trimmed, locale) ?? readLines(trimmed) ?? readFormBody(trimmed, locale) ?? readObject(trimmed);
}

const pretty = (value) => JSON.stringify(value, null, 2);

/** Reads a log: lines of which the first is a whole object. */
function readLines(text) {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== "");
  if (lines.length < 2 || !lines[0].trim().startsWith("{") || !isJson(lines[0])) return undefined;
  return { kind: "ndjson", requests: lines.map((line) => (isJson(line) ? pretty(JSON.parse(line)) : line)) };
}

/** Reads the body of a posted form, whose names say where their values are in the request. */
function readFormBody(text, locale) {
  if (!/^[^\s=&{}"']+=[^\s"'{}]*$/.test(text)) return undefined;
  const { request } = readForm(new URLSearchParams(text), { locale });
  return Object.keys(request).length > 0 ? { kind: "form", requests: [pretty(request)] } : undefined;
}

/** Reads an object of JavaScript or Python, also in the middle of a program. */
function readObject(text) {
  const found = readLiteral(text);
  return found && { kind: found.language, requests: [pretty(found.value)] };
}

/** The options of curl that hold a body. Several of them are joined by `&`. */
const DATA = /^(?:-d|--data|--data-raw|--data-binary|--data-ascii|--json)(?:=([^]*))?$/;

/** Reads the body of a `curl` command. */
function readCurl(text, locale) {
  if (!/^(?:\$\s+)?curl(?:\.exe)?\s/.test(text)) return undefined;
  const words = shellWords(text);
  const bodies = [];
  for (const [index, word] of words.entries()) {
    const [matched, value] = word.match(DATA) ?? [];
    if (matched) bodies.push(value ?? words[index + 1] ?? "");
    else if (/^-d./.test(word)) bodies.push(word.slice(2));
  }
  const body = (bodies[0] === "@-" ? hereDocument(text) : bodies.join("&"))?.trim();
  if (!body) return undefined;
  const address = words.find((word) => /^https?:/.test(word));
  const version = /** @type {"v1" | "v2" | undefined} */ (address?.match(/\/(v[12])\/checkout_sessions/)?.[1]);
  const requests = isJson(body) ? [pretty(JSON.parse(body))] : (readFormBody(body, locale)?.requests ?? [body]);
  return { kind: "curl", requests, ...(version && { version }) };
}

/** Returns the text between the marks of a here-document, such as `<<EOF`; `undefined` if there is none. */
function hereDocument(text) {
  const [start, mark] = text.match(/<<-?\s*["']?(\w+)["']?[^\n]*\n/) ?? [];
  if (!start) return undefined;
  const lines = text.slice(text.indexOf(start) + start.length).split("\n");
  const end = lines.findIndex((line) => line.trim() === mark);
  return lines.slice(0, end < 0 ? undefined : end).join("\n");
}

/** A part of a word: `'...'`, `$'...'`, `"..."`, an escaped character, or plain characters. */
const PART = /\$'((?:[^'\\]|\\[^])*)'|'([^']*)'|"((?:[^"\\]|\\[^])*)"|\\(\r?\n|[^])|([^\s'"\\]+)|(\s+)/gy;

/** Splits a command as POSIX shells do, except that nothing is expanded. */
function shellWords(text) {
  const words = [];
  let word;
  for (const [, ansi, single, double, escaped, plain, blank] of text.matchAll(PART)) {
    const part = ansi !== undefined ? unescape(ansi) : (single ?? double?.replace(/\\(["$`\\]|\r?\n)/g, unquote) ?? plain ?? escaped);
    if (blank !== undefined || /^\r?\n$/.test(escaped ?? "")) {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else {
      word = (word ?? "") + part;
    }
  }
  return word === undefined ? words : [...words, word];
}

/** Inside of `"..."` an escaped line break is nothing. */
const unquote = (_, character) => (character.endsWith("\n") ? "" : character);

const ESCAPES = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };

/** Returns the text of `$'...'`. */
const unescape = (text) =>
  text.replace(/\\(?:u([\da-fA-F]{1,4})|x([\da-fA-F]{1,2})|([^]))/g, (_, unicode, byte, character) =>
    character === undefined ? String.fromCharCode(parseInt(unicode ?? byte, 16)) : (ESCAPES[character] ?? character),
  );
