/**
 * Unified diffs of texts that differ within lines: no line is added or removed. So each line is compared with the one in
 * its place, and a diff of any length is written as it is read.
 */

import { Buffer } from "node:buffer";

/** The number of unchanged lines around a change, as `diff -u` writes. */
const CONTEXT = 3;

const LF = 0x0a;

/**
 * Returns functions that write the diff of one file, hunk by hunk.
 *
 * @param {string} name
 * @param {(text: string | Buffer) => void} write
 */
export function createDiff(name, write) {
  // A tab ends a name with blanks, as git writes it.
  const file = name.includes(" ") ? `${name}\t` : name;
  let header = `--- ${file}\n+++ ${file}\n`;
  let count = 0;
  let before = [];
  let hunk = [];
  let unchanged = 0;

  const writeLine = (sign, line) => {
    write(sign);
    write(line);
    if (line.at(-1) !== LF) write("\n\\ No newline at end of file\n");
  };

  /** Writes the hunk without its last `spare` lines, the last of which may begin the next hunk. */
  const endHunk = (spare) => {
    const first = count - hunk.length + 1;
    const rest = hunk.splice(hunk.length - spare);
    write(header);
    header = "";
    const range = hunk.length === 1 ? `${first}` : `${first},${hunk.length}`;
    write(`@@ -${range} +${range} @@\n`);
    for (let from = 0; from < hunk.length; ) {
      let to = from;
      while (to < hunk.length && (hunk[to].new === undefined) === (hunk[from].new === undefined)) to++;
      const lines = hunk.slice(from, to);
      for (const line of lines) writeLine(line.new === undefined ? " " : "-", line.old);
      for (const line of lines) if (line.new !== undefined) writeLine("+", line.new);
      from = to;
    }
    before = rest.slice(Math.max(0, spare - CONTEXT));
    hunk = [];
    unchanged = 0;
  };

  const add = (line) => {
    count++;
    if (line.new !== undefined) {
      hunk.push(...before, line);
      before = [];
      unchanged = 0;
    } else if (hunk.length === 0) {
      before = [...before, line].slice(-CONTEXT);
    } else {
      hunk.push(line);
      unchanged++;
      if (unchanged > 2 * CONTEXT) endHunk(unchanged - CONTEXT);
    }
  };

  return {
    /** Adds texts of whole lines; the last may lack its LF. Without `replacement` the text stays. */
    add(old, replacement = old) {
      const lines = split(replacement);
      split(old).forEach((line, index) => {
        add({ old: line, new: Buffer.compare(line, lines[index]) === 0 ? undefined : lines[index] });
      });
    },

    /** Writes the last hunk. */
    finish() {
      if (hunk.length > 0) endHunk(Math.max(0, unchanged - CONTEXT));
    },
  };
}

/** Returns the lines of a text, each with its LF. */
function split(text) {
  const lines = [];
  for (let start = 0; start < text.length; ) {
    const end = text.indexOf(LF, start);
    const next = end === -1 ? text.length : end + 1;
    lines.push(text.subarray(start, next));
    start = next;
  }
  return lines;
}
