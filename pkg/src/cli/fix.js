/** The certain fixes of a request, applied until none is left: those of the Rust command. */

import { Buffer } from "node:buffer";

/** The most violations of each level that are looked at in one round. What is beyond waits for the next round. */
const MOST_VIOLATIONS = 10_000;

/** The most rounds. One brings a misspelt name to light, the next its value. */
const MOST_ROUNDS = 100;

const LF = 0x0a;

/**
 * Returns the request with every certain fix, and what was changed; `undefined` if there is none. After that there is
 * none again.
 *
 * @param {Buffer} body
 * @param {object} options
 * @param {typeof import("./core.js")} core
 */
export function fix(body, options, { validateJson, editsOf }) {
  const fixes = [];
  let text = body;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const edits = editsOf(text, validateJson(text, { ...options, maxViolations: MOST_VIOLATIONS }));
    if (edits.length === 0) break;
    fixes.push(...fixesOf(edits, text));
    text = apply(edits, text);
  }
  fixes.sort((one, other) => one.line - other.line);
  return fixes.length === 0 ? undefined : { body: text, fixes };
}

/** Returns the line of each edit, from 1, with its rule, path and new value. No fix adds or removes a line. */
function fixesOf(edits, text) {
  let line = 1;
  let end = 0;
  return edits.map(({ start, insert, violation: { rule, path } }) => {
    for (let at = text.indexOf(LF, end); at !== -1 && at < start; at = text.indexOf(LF, at + 1)) line++;
    end = start;
    return { line, rule, path, json: insert };
  });
}

function apply(edits, text) {
  const parts = [];
  let end = 0;
  for (const edit of edits) {
    parts.push(text.subarray(end, edit.start), Buffer.from(edit.insert));
    end = edit.end;
  }
  return Buffer.concat([...parts, text.subarray(end)]);
}
