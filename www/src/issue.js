/** Writes a request and its report as Markdown, for an issue of those who send the request. */

import { longestOf } from "./code.js";
import { wordsOf } from "./words.js";

/** The most violations that are listed. */
const MAX_LISTED = 100;

/**
 * Returns the Markdown. The request is untrusted: nothing of it can end the code that it is in.
 *
 * @param {object} options
 * @param {import("./store.js").State} options.state
 * @param {import("fintoc-preflight").Report} options.report
 * @param {string} [options.address] of the page with this request; absent if the request is too long for one
 */
export function issueFor({ state, report, address }) {
  const words = wordsOf(state.locale);
  const { valid, errors, warnings, omitted = { errors: 0, warnings: 0 } } = report;
  const [errorCount, warningCount] = [errors.length + omitted.errors, warnings.length + omitted.warnings];
  const counts = [errorCount > 0 && words.errors(errorCount), warningCount > 0 && words.warnings(warningCount)].filter(Boolean);
  const rest = Math.max(0, errorCount + warningCount - MAX_LISTED);
  const lines = [...errors, ...warnings].slice(0, MAX_LISTED).map(
    ({ level, rule, param, message }) => `- **${words[level]}** ${param ? code(param) : words.body}: ${plain(message)} (${code(rule)})`,
  );
  const parts = [
    `### fintoc-preflight: ${valid ? words.valid : words.invalid}${counts.length > 0 ? `, ${counts.join(", ")}` : ""}`,
    lines.join("\n"),
    rest > 0 && words.more(rest),
    `${words.version}: ${state.version}`,
    fenced(state.text),
    address && `[${words["issue.open"]}](${address})`,
  ];
  return `${parts.filter(Boolean).join("\n\n")}\n`;
}

/** Characters that cannot be seen, line breaks among them, and those that change how others are shown. */
const INVISIBLE = /[\p{C}\p{Zl}\p{Zp}]/gu;

const visible = (character) => `\\u{${character.codePointAt(0).toString(16)}}`;

/** Returns the length of the longest run of backquotes. */
const longestRun = (text) => longestOf(text.matchAll(/`+/g));

/** Returns a text as code in a line. */
function code(text) {
  const line = text.replace(INVISIBLE, visible);
  const marks = "`".repeat(longestRun(line) + 1);
  const space = /^`|`$/.test(line) ? " " : "";
  return `${marks}${space}${line}${space}${marks}`;
}

/** Returns a text as a block of code. */
function fenced(text) {
  const fence = "`".repeat(Math.max(3, longestRun(text) + 1));
  return `${fence}json\n${text.trim()}\n${fence}`;
}

/** Returns a text in which nothing is Markdown or HTML. */
const plain = (text) => text.replace(INVISIBLE, visible).replace(/[\\`*<>[\]&|#@]/g, "\\$&");
