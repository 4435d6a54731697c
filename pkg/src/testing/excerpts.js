/** Formats reports as text with excerpts of the request: the format of the Rust command, without the sources. */

import { cut, verdictOn, visible } from "../cli/text.js";

/** The maximum number of violations shown. */
const MOST_SHOWN = 100;

/** In characters: of a marked part, and of what follows it. */
const MOST_MARKED = 50;
const MOST_AFTER = 100;

/** Violations of a body without a text have no place in it. */
const WITHOUT_TEXT = ["body-size", "not-serializable"];

const WORDS = {
  en: {
    error: "error",
    warning: "warning",
    missing: "missing from this object",
    help: "help",
    note: "note",
    first: "first given here",
    instead: (json) => `write \`${json}\` instead`,
    more: (count) => `and ${count} more`,
  },
  es: {
    error: "error",
    warning: "advertencia",
    missing: "falta en este objeto",
    help: "ayuda",
    note: "nota",
    first: "aparece aquí por primera vez",
    instead: (json) => `escribe \`${json}\` en su lugar`,
    more: (count) => `y ${count} más`,
  },
};

/**
 * Returns each violation with the line that it is in, and a last line with the verdict and the counts.
 *
 * @param {object} checked
 * @param {string} checked.text the request as JSON
 * @param {Pick<typeof import("fintoc-preflight"), "locate" | "locateAll">} checked.locate and `locateAll`
 */
export function formatExcerpts({ name, text, report, locale, locate, locateAll }) {
  const words = WORDS[locale];
  const violations = [...report.errors, ...report.warnings];
  const shown = violations.slice(0, MOST_SHOWN);
  const places = locateAll(text, shown);
  const blocks = shown.map((violation, index) => {
    const occurrences = locate(text, violation.path);
    return block({ violation, place: places[index], occurrences, name, text, words });
  });
  const rest = violations.length - shown.length;
  if (rest > 0) blocks.push(words.more(rest));
  return [...blocks, `${name}: ${verdictOn({ report, locale })}`].join("\n\n");
}

function block({ violation: { rule, level, message, suggestion }, place, occurrences, name, text, words }) {
  const help = suggestion === undefined ? [] : [`= ${words.help}: ${words.instead(JSON.stringify(suggestion))}`];
  const title = `${words[level]}[${rule}]: ${cut(message)}`;
  if (WITHOUT_TEXT.includes(rule)) return [title, ` --> ${name}:1:1`].join("\n");
  const isMissing = occurrences.length === 0 && rule !== "json-syntax";
  const marked = excerpt({ place, name, text, mark: "^", label: isMissing ? ` ${words.missing}` : "" });
  if (rule !== "duplicate-key") return [title, ...marked, ...footer(place, help)].join("\n");
  const first = occurrences[0].name;
  const gutter = " ".repeat(String(place.line).length);
  const note = `${words.note}: ${words.first}`;
  return [title, ...marked, `${gutter} |`, note, ...excerpt({ place: first, name, text, mark: "-", label: "" })].join("\n");
}

/** Returns the place, the line up to a little after the mark, and the mark below it. */
function excerpt({ place: { line, column, start, end }, name, text, mark, label }) {
  const before = text.slice(text.lastIndexOf("\n", start - 1) + 1, start);
  const [rest] = text.slice(start).split(/\r?\n/, 1);
  const length = Math.min(end - start, rest.length);
  const marked = [...rest.slice(0, length)];
  const after = [...marked.slice(MOST_MARKED), ...rest.slice(length)].slice(0, MOST_AFTER);
  const shown = marked.slice(0, MOST_MARKED).join("");
  const source = visible(before + shown + after.join(""));
  const gutter = " ".repeat(String(line).length);
  return [
    `${gutter}--> ${name}:${line}:${column}`,
    `${gutter} |`,
    source === "" ? `${line} |` : `${line} | ${source}`,
    `${gutter} | ${" ".repeat([...before].length)}${mark.repeat(Math.max([...shown].length, 1))}${label}`,
  ];
}

function footer({ line }, help) {
  const gutter = " ".repeat(String(line).length);
  return help.flatMap((each) => [`${gutter} |`, `${gutter} ${each}`]);
}
