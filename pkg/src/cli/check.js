/** Checks the requests of all files, and fixes them with `--fix`. */

import { Buffer } from "node:buffer";
import { createReadStream } from "node:fs";

import { MAX_BYTES } from "../serialize.js";
import { editsOf, locateAll, validateJson } from "./core.js";
import { createDiff } from "./diff.js";
import { fix } from "./fix.js";
import { FORMATS } from "./formats.js";
import { requestsOf } from "./lines.js";
import { createReplacement } from "./replace.js";
import { countsOf, formatFixes, totalOf, visible } from "./text.js";

/**
 * Checks the requests of all files; returns whether all are valid, and without a fix if a diff was asked for.
 *
 * @param {ReturnType<typeof import("./arguments.js").readArguments>} settings
 * @param {object} streams
 * @param {(text: string | Buffer) => unknown} streams.out
 * @param {(text: string) => unknown} streams.err
 * @param {(name: string, error: Error) => void} streams.complain
 * @param {() => Promise<void>} streams.ready resolves when the output takes more; rejects if it cannot be written
 */
export async function check(settings, { out, err, complain, ready }) {
  const { files, format, ndjson, diff, options } = settings;
  const { locale } = options;
  const total = { requests: 0, invalid: 0, errors: 0, warnings: 0 };
  const form = FORMATS[format];
  const hasStdin = files.includes("-");
  const report = diff || (settings.fix && hasStdin) ? err : out;
  let isFirst = format === "sarif";
  let hasChanged = false;
  const write = (text) => {
    report(isFirst && text.startsWith(",") ? text.slice(1) : text);
    isFirst &&= text === "";
  };

  report(form.start(locale));
  for (const file of files) {
    const name = file === "-" ? "<stdin>" : visible(file);
    const counts = { requests: 0, invalid: 0, errors: 0, warnings: 0 };
    let cases = "";
    const toReport = form.file ? (text) => (cases += text) : write;
    try {
      hasChanged = (await checkFile(file, name, settings, { form, counts, out, report: toReport, ready })) || hasChanged;
    } catch (error) {
      await ready();
      complain(name, error);
    }
    if (form.file) write(form.file(name, counts, cases));
    for (const key of Object.keys(total)) total[key] += counts[key];
  }
  if (format === "text" && (ndjson || files.length > 1)) report(`${totalOf(total, locale)}\n`);
  report(form.end());
  return total.invalid === 0 && !(diff && hasChanged);
}

/** Checks the requests of a file; returns whether one was changed. */
async function checkFile(file, name, settings, { form, counts, out, report, ready }) {
  const { format, ndjson, options } = settings;
  const isFixing = settings.fix || settings.diff;
  const target = isFixing ? targetFor(file, name, settings.diff, out) : undefined;
  const request = { name, uri: uriOf(file), locale: options.locale, locateAll };
  const reports = [];
  let hasChanged = false;
  try {
    const stream = file === "-" ? process.stdin : createReadStream(file);
    for await (const { number, body, end, rest } of requestsOf(stream, MAX_BYTES, ndjson)) {
      if (rest) {
        if (ndjson || file === "-") target?.pass(rest);
        continue;
      }
      const line = ndjson ? number : undefined;
      const fixed = isFixing ? fix(body, options, { validateJson, editsOf }) : undefined;
      if (fixed && settings.fix && format === "text") reports.push(formatFixes({ ...request, line }, fixed.fixes));
      const now = fixed?.body ?? body;
      const found = validateJson(now, options);
      for (const [key, count] of Object.entries(countsOf(found))) counts[key] += count;
      reports.push(form.report({ ...request, line, body: now, report: found }));
      hasChanged ||= fixed !== undefined;
      target?.add(body, fixed?.body, end);
      if (ndjson) report(reports.splice(0).join(""));
      else if (!isFixing) break;
      await ready();
    }
    target?.finish(hasChanged);
  } catch (error) {
    target?.discard();
    throw error;
  }
  report(reports.join(""));
  return hasChanged;
}

/** Returns the functions that write the fixed requests of a file: to a diff, to standard output, or to the file. */
function targetFor(file, name, isDiff, out) {
  if (isDiff) return diffTarget(createDiff(name, out));
  if (file === "-") return { ...plainTarget(out), finish() {}, discard() {} };
  const { write, commit, discard } = createReplacement(file);
  return { ...plainTarget(write), discard, finish: (hasChanged) => (hasChanged ? commit() : discard()) };
}

const plainTarget = (write) => ({
  add: (old, replacement = old, end) => [replacement, end].filter(({ length }) => length > 0).forEach(write),
  pass: (rest) => write(rest),
});

/** A line that is too long is held whole, as the diff may show it beside a change. */
function diffTarget(diff) {
  let held;
  const flush = () => {
    if (held) diff.add(Buffer.concat(held));
    held = undefined;
  };
  return {
    add(old, replacement, end) {
      flush();
      if (replacement) diff.add(Buffer.concat([old, end]), Buffer.concat([replacement, end]));
      else held = [old, end];
    },
    pass: (rest) => held.push(rest),
    finish() {
      flush();
      diff.finish();
    },
    discard() {},
  };
}

/** Returns the name of a file as a relative reference of RFC 3986; a `file:` URI if it is absolute. */
function uriOf(file) {
  if (file === "-") return "stdin";
  const path = file.replaceAll("\\", "/");
  return (path.startsWith("/") ? "file://" : "") + path.split("/").map(encodeURIComponent).join("/");
}
