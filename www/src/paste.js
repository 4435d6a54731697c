/**
 * Reads requests out of what people have on their clipboard: a command for `curl`, an object in a program or around
 * other text, a log with many requests, or what a form has posted.
 */

import { readForm } from "fintoc-preflight/form";

import { parse, pretty } from "./format.js";
import { literalsOf } from "./literal.js";
import { MAX_OBJECTS, objectsOf } from "./objects.js";
import { withoutCarets, shellWords } from "./shell.js";
import { MAX_EDITABLE, MAX_TEXT } from "./store.js";

/**
 * @typedef {object} Pasted
 * @property {"curl" | "javascript" | "python" | "ruby" | "php" | "text" | "ndjson" | "form"} kind
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
  if (trimmed === "" || trimmed.length > MAX_TEXT) return undefined;
  const value = parse(trimmed);
  if (value !== undefined) return readJson(value, locale);
  for (const read of trimmed.length > MAX_EDITABLE ? READERS_OF_LOGS : READERS) {
    const pasted = read(trimmed, locale);
    if (pasted) return pasted;
  }
  return undefined;
}

/** All readers in the order in which they are tried; of a text longer than a request only those of logs. */
const READERS = [readCurl, readLines, readFormBody, readMultipart, readFormLines, readObjects, readObject];
const READERS_OF_LOGS = [readLines, readObjects];

const readSource = (source, locale) => {
  const { request, fields, unknown } = readForm(source, { locale });
  return { request, known: fields.length, unknown: unknown.length };
};

/** Returns how many more members of an object are fields of a request than are not. */
function scoreOf(value) {
  const names = Object.keys(value);
  const known = names.filter((name) => FIELDS.has(name)).length;
  return 2 * known - names.length;
}

const FIELDS = new Set(
  "amount business_profile cancel_url currency customer customer_data customer_email expires_at flow line_items metadata payment_method payment_method_options payment_method_types save_payment_method subscription success_url ui_mode".split(" "),
);

const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/** Reads JSON in JSON: a text with a request in it, as logs have, or a list of requests. */
function readJson(value, locale) {
  if (typeof value === "string") {
    const inside = value.trim();
    if (!inside.startsWith("{")) return undefined;
    const request = parse(inside);
    return request === undefined ? readPasted(inside, locale) : { kind: "text", requests: [pretty(request)] };
  }
  const isList = Array.isArray(value) && value.length > 1 && value.every((each) => isObject(each) && scoreOf(each) > 0);
  return isList ? { kind: "ndjson", requests: value.slice(0, MAX_OBJECTS).map(pretty) } : undefined;
}

/** Reads a log: lines of which the first is a whole object. */
function readLines(text) {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== "").slice(0, MAX_OBJECTS);
  if (lines.length < 2 || !lines[0].trim().startsWith("{") || parse(lines[0]) === undefined) return undefined;
  const requests = lines.map((line) => {
    const request = parse(line);
    return request === undefined ? line : pretty(request);
  });
  return { kind: "ndjson", requests };
}

/** Reads several JSON objects, on as many lines as they take, with or without text around each. */
function readObjects(text) {
  const found = objectsOf(text).filter((value) => scoreOf(value) > 0);
  return found.length > 1 ? { kind: "ndjson", requests: found.map(pretty) } : undefined;
}

/** What is before the query of an address. */
const ADDRESS = /^(?:https?:\/\/[^\s?#]+)?\?/;

/** A name and a value of a posted form. */
const PAIR = /^[^\s=&{}"'?]+=[^\n]*$/;

/**
 * Reads the body of a posted form, whose names say where their values are in the request, or the address that it was
 * sent to.
 */
function readFormBody(text, locale) {
  const pairs = text.replace(ADDRESS, "").split("&").map((pair) => pair.trimStart());
  if (pairs.at(-1) === "") pairs.pop();
  return pairs.every((pair) => PAIR.test(pair)) ? readEntries(new URLSearchParams(pairs.join("&")), locale) : undefined;
}

/** Reads a body of several parts, as a form with `enctype` posts it. */
function readMultipart(text, locale) {
  const [, mark] = /^(--\S+)\r?\n/.exec(text) ?? [];
  if (!mark) return undefined;
  const entries = text.replace(/\r\n/g, "\n").split(mark).map((part) => {
    const [head, ...lines] = part.split("\n\n");
    return [/\bname="([^"]*)"/.exec(head)?.[1], lines.join("\n\n").replace(/\n$/, "")];
  });
  return readEntries(entries.filter(([name]) => name !== undefined), locale);
}

/** Reads lines with a name and a value, as browsers show what a form has posted. */
function readFormLines(text, locale) {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== "");
  const entries = lines.map((line) => /^([\w.[\]$-]+)\s*[:=](.*)$/.exec(line.trim()));
  if (lines.length < 2 || !entries.every(Boolean)) return undefined;
  const isPair = ([, , value]) => !/[{,;]$/.test(value);
  return entries.every(isPair) ? readEntries(entries.map(([, name, value]) => [name, value.trim()]), locale) : undefined;
}

function readEntries(entries, locale) {
  const { request, known, unknown } = readSource(entries, locale);
  return known > unknown && Object.keys(request).length > 0 ? { kind: "form", requests: [pretty(request)] } : undefined;
}

/**
 * Reads the object of a program or of any text that looks most like a request. An object that begins the text and
 * cannot be read is for the report to show, so that what is inside of it must be a request by itself.
 */
function readObject(text) {
  const found = [...literalsOf(text)];
  const [first] = found;
  if (first?.start === 0 && !first.isForeign) return undefined;
  const least = /^[{[(]/.test(text) ? 2 : 1;
  const scored = found.map((literal) => ({ literal, score: scoreOf(literal.value) }));
  const [best] = scored.toSorted((one, other) => other.score - one.score);
  if (best?.score >= least) return { kind: best.literal.language, requests: [pretty(best.literal.value)] };
  return first?.isFirst ? { kind: first.language, requests: [pretty(first.value)] } : undefined;
}

/** The options of curl that hold a body, and those that encode it. Several of them are joined by `&`. */
const DATA = /^(?:-[sSfkLviNqg#]*d|--data|--data-raw|--data-binary|--data-ascii|--json)(?:=([^]*))?$/;
const PART = /^(?:-F|--form|--form-string|--data-urlencode)(?:=([^]*))?$/;

/** The beginning of a command, behind comments, a prompt, or variables. */
const CURL = /(?:^|[\s;|&(])curl(?:\.exe)?\s+(?=["'$^\\h-])/m;

/** Reads the body of a `curl` command. */
function readCurl(text, locale) {
  const found = CURL.exec(text);
  if (!found) return undefined;
  const command = withoutCarets(text.slice(found.index).trimStart());
  const words = shellWords(command);
  const bodies = [];
  for (const [index, word] of words.entries()) {
    const next = words[index + 1] ?? "";
    const [isData, data] = word.match(DATA) ?? [];
    const [isPart, part] = word.match(PART) ?? [];
    if (isData) bodies.push(data ?? next);
    else if (isPart) bodies.push(encodePart(part ?? next));
    else if (/^-d./.test(word)) bodies.push(word.slice(2));
  }
  const body = (bodies[0] === "@-" ? hereDocument(command) : bodies.join("&"))?.trim();
  if (!body || body.startsWith("@")) return undefined;
  const address = words.find((word) => /^https?:/.test(word));
  const version = /** @type {"v1" | "v2" | undefined} */ (address?.match(/\/(v[12])\/checkout_sessions/)?.[1]);
  const value = parse(body);
  const inside = value === undefined ? (readFormBody(body, locale) ?? readObject(body)) : undefined;
  const requests = value === undefined ? (inside?.requests ?? [body]) : [pretty(value)];
  return { kind: "curl", requests, ...(version && { version }) };
}

/** Encodes the value of `name=value`, as curl does. */
function encodePart(/** @type {string} */ part) {
  const at = part.indexOf("=");
  return part.slice(0, at + 1) + encodeURIComponent(part.slice(at + 1));
}

/** Returns the text between the marks of a here-document, such as `<<EOF`; `undefined` if there is none. */
function hereDocument(text) {
  const { 1: mark, index } = /<<-?[ \t]*["']?(\w+)/.exec(text) ?? { 1: "", index: text.length };
  const [, ...lines] = text.slice(index).split("\n");
  if (lines.length === 0) return undefined;
  const end = lines.findIndex((line) => line.trim() === mark);
  return lines.slice(0, end < 0 ? undefined : end).join("\n");
}
