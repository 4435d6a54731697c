/**
 * Calls into a WebAssembly instance of the core. The instance is made on the first call, and replaced after a trap.
 *
 * The arguments of a call are up to four parts, text or bytes. They are written one after the other into the input
 * buffer, without a separator or a header; only their lengths in bytes are passed as arguments:
 *
 *     core.input(bytes) returns the address
 *     |
 *     v
 *     +----------------+----------------+- - - - - - - - +----------------+ - - - - +
 *     | first part     | second part    |                | fourth part    |  unused |
 *     +----------------+----------------+- - - - - - - - +----------------+ - - - - +
 *     |<-- length 1 -->|<-- length 2 -->|                |<-- length 4 -->|
 *     |<----------------------------------- bytes --------------------------------->|
 *
 * `bytes` is an upper bound, because a text is encoded directly into the buffer: its length is known only afterwards.
 * The view of the buffer is kept between calls. It is renewed when the buffer is too short, or when the memory has
 * grown, which detaches the old `ArrayBuffer`: the length of its views is 0 then.
 */

import { decode, encodeInto } from "./utf8.js";

/** The most UTF-8 bytes for one UTF-16 code unit. A surrogate pair takes 4 bytes for its two units. */
const BYTES_PER_UNIT = 3;

/** In bytes. The room for a usual request, so that requests of several lengths share a view. */
const LEAST_ROOM = 4096;

/** In bytes. An instance with more memory than this is dropped after the call, because its memory never shrinks. */
const MAX_MEMORY = 32 * 1024 * 1024;

const NOWHERE = /* @__PURE__ */ new Uint8Array();

/** The report without violations, as JSON text. The core returns a status for it instead of writing it. */
export const NOTHING_FOUND = '{"valid":true,"errors":[],"warnings":[]}';

/** Thrown when the core fails twice in one call: in the current instance, and in the new one that replaced it. */
export class CoreFailure extends Error {}

/**
 * Returns a function that writes up to four parts into the input buffer, and then calls `ask` with the exports of the
 * core, `settings`, and the length of each part in bytes.
 *
 * @param {() => object} instantiate makes an instance of the core, and returns its exports
 * @returns {<S, R>(ask: (core: object, settings: S, ...lengths: number[]) => R, settings: S,
 *   ...parts: (string | Uint8Array)[]) => R} throws `CoreFailure`
 */
export function createCore(instantiate) {
  let core;

  /** A view of the input buffer. */
  let input = NOWHERE;

  /** False for the core that is compiled to JavaScript: it replaces its memory, and the old one stays as it is. */
  let isDetached = true;

  const renew = () => {
    core = instantiate();
    input = NOWHERE;
    isDetached = Object.prototype.toString.call(core.memory) === "[object WebAssembly.Memory]";
  };

  const makeRoom = (bytes) => {
    const room = Math.max(bytes, LEAST_ROOM);
    const at = core.input(room) >>> 0;
    input = new Uint8Array(core.memory.buffer, at, room);
  };

  /** True if the view is valid. To ask the memory for its buffer takes 50 ns, as long as to encode a small request. */
  const isValid = () => isDetached || input.buffer === core.memory.buffer;

  /** Writes a part at the offset `at`, and returns its length in bytes. */
  const put = (part, at) => {
    if (part.length === 0) return 0;
    const rest = at === 0 ? input : input.subarray(at);
    if (typeof part === "string") return encodeInto(part, rest);
    rest.set(part);
    return part.length;
  };

  // After a trap the state of the instance is undefined, so the second attempt uses a new one.
  return function call(ask, settings, first = "", second = "", third = "", fourth = "") {
    for (let attempt = 1; attempt <= 2; attempt++) {
      if (core === undefined) renew();
      try {
        const bytes = mostBytes(first) + mostBytes(second) + mostBytes(third) + mostBytes(fourth);
        if (input.length < bytes || !isValid()) makeRoom(bytes);
        const one = put(first, 0);
        const two = put(second, one);
        const three = put(third, one + two);
        const result = ask(core, settings, one, two, three, put(fourth, one + two + three));
        if ((input.length === 0 || !isValid()) && core.memory.buffer.byteLength > MAX_MEMORY) core = undefined;
        return result;
      } catch {
        // Call nothing here: after a stack overflow any further call may overflow too.
        core = undefined;
      }
    }
    throw new CoreFailure();
  };
}

const mostBytes = (part) => part.length * (typeof part === "string" ? BYTES_PER_UNIT : 1);

/** Returns the output of the last call as text. */
export const outputOf = (core) => decode(new Uint8Array(core.memory.buffer, core.output() >>> 0, core.output_length()));

/**
 * Validates a body. Returns its report as JSON text; `undefined` if `now` is not a time. The parts of the input are the
 * body, `now` as text (empty if it is a number), the levels, and the losses.
 */
export function validate(core, { version, now, locale, strict, maxViolations }, body, time, levels, losses) {
  const milliseconds = now === undefined ? Date.now() : typeof now === "number" ? now : NaN;
  const isV1 = version === "v1";
  const isEs = locale === "es";
  return reportOf(core, core.validate(body, time, levels, losses, milliseconds, maxViolations, isV1, isEs, strict));
}

/** Maps a status code of the core to a report. Any other code throws, and the call is repeated with a new instance. */
function reportOf(core, status) {
  switch (status) {
    case 1:
      return NOTHING_FOUND;
    case 2:
      return outputOf(core);
    case 3:
      return undefined;
    default:
      throw new Error("the core is busy");
  }
}

/**
 * Returns the report on a value that cannot be sent, as JSON text. The parts of the input are the id of the cause,
 * empty if the value is too large, and the path of the value. `kind` is 0 for a request, 1 for a session, 2 for an
 * event.
 */
export function refuse(core, { version, locale, kind = 0 }, id, path) {
  core.refuse(id, path, locale === "es", version === "v1", kind);
  return outputOf(core);
}

/** Returns `{ index }` of a rule; for an unknown id `{ similar }`, the closest id, or an empty text. */
export function findRule(core, _, length) {
  const index = core.rule_index(length);
  return index < 0 ? { similar: outputOf(core) } : { index };
}

/** Returns where paths are in a text, as JSON text. The parts of the input are the text and the paths. */
export function locate(core, isAll, length, paths) {
  core.locate(length, paths, isAll);
  return outputOf(core);
}
