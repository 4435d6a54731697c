/** Requests in a stream: one, or one on each line. */

import { Buffer } from "node:buffer";

const LF = 0x0a;
const CR = 0x0d;

/**
 * Iterates over the parts of a stream: `{ number, body, end }`, where `body` is a request and `end` the LF or CR LF after
 * it; and, in order, `{ rest }`, bytes that follow a request which is longer than `limit`. Of such a request `body` has
 * enough to report it. An empty stream is one request, but has no line.
 *
 * @param {AsyncIterable<Buffer>} stream
 * @param {number} limit
 * @param {boolean} hasLines
 */
export async function* requestsOf(stream, limit, hasLines) {
  // A line of the maximum length may end with CR LF.
  const most = limit + 2;
  let number = 0;
  let held = [];
  let length = 0;
  let isLong = false;

  const request = () => {
    const text = Buffer.concat(held);
    held = [];
    length = 0;
    number++;
    const end = hasLines ? endOf(text) : 0;
    return { number, body: text.subarray(0, text.length - end), end: text.subarray(text.length - end) };
  };

  for await (const chunk of stream) {
    for (let start = 0; start < chunk.length; ) {
      const found = hasLines ? chunk.indexOf(LF, start) : -1;
      const next = found === -1 ? chunk.length : found + 1;
      const part = chunk.subarray(start, next);
      start = next;
      if (isLong) {
        yield { rest: part };
        isLong = found === -1;
        continue;
      }
      const kept = Math.min(part.length, most - length);
      held.push(part.subarray(0, kept));
      length += kept;
      if (length === most && held.at(-1).at(-1) !== LF) {
        yield request();
        if (kept < part.length) yield { rest: part.subarray(kept) };
        isLong = found === -1;
      } else if (found !== -1) {
        yield request();
      }
    }
  }
  if (length > 0 || (number === 0 && !hasLines)) yield request();
}

/** Returns the number of bytes of the LF or CR LF at the end. */
function endOf(line) {
  if (line.at(-1) !== LF) return line.at(-1) === CR ? 1 : 0;
  return line.at(-2) === CR ? 2 : 1;
}
