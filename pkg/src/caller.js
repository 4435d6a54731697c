/**
 * Calls into a WebAssembly instance of the core. The instance is made on the first call, and replaced after a trap.
 *
 * The arguments of a call are up to three parts, text or bytes. They are written one after the other into the input
 * buffer, without a separator or a header; only their lengths in bytes are passed as arguments:
 *
 *     core.input(bytes) returns the address
 *     |
 *     v
 *     +----------------+----------------+----------------+ - - - - +
 *     | first part     | second part    | third part     |  unused |
 *     +----------------+----------------+----------------+ - - - - +
 *     |<-- length 1 -->|<-- length 2 -->|<-- length 3 -->|
 *     |<-------------------------- bytes ------------------------->|
 *
 * `validate`, for example, takes the body, the time as text (empty when it is a number), and the levels as bytes.
 *
 * `bytes` is an upper bound, because a text is encoded directly into the buffer: its length is known only afterwards.
 * The view of the buffer is kept between calls. It is renewed when the buffer is too short, or when the memory has
 * grown, because growing detaches the old `ArrayBuffer`.
 */

import { decode, encodeInto } from "./utf8.js";

/** The most UTF-8 bytes for one UTF-16 code unit. A surrogate pair takes 4 bytes for its two units. */
const BYTES_PER_UNIT = 3;

/** In bytes. An instance with more memory than this is dropped after the call, because its memory never shrinks. */
const MAX_MEMORY = 32 * 1024 * 1024;

const NOWHERE = new Uint8Array();

/** Thrown when the core fails twice in one call: in the current instance, and in the new one that replaced it. */
export class CoreFailure extends Error {}

/**
 * Returns a function that writes up to three parts into the input buffer, and then calls `ask` with the exports of the
 * core, `settings`, and the length of each part in bytes (0 for a missing part).
 *
 * @param {() => object} instantiate makes an instance of the core, and returns its exports
 * @returns {<S, R>(ask: (core: object, settings: S, ...lengths: number[]) => R, settings: S,
 *   ...parts: (string | Uint8Array)[]) => R} throws `CoreFailure`
 */
export function createCaller(instantiate) {
  let core;

  /** A view of the input buffer. */
  let input = NOWHERE;

  /** Makes sure that `input` is a valid view of at least `bytes` bytes. */
  const makeRoom = (bytes) => {
    const { buffer } = core.memory;
    if (input.length >= bytes && input.buffer === buffer) return;
    const at = core.input(bytes) >>> 0;
    input = new Uint8Array(core.memory.buffer, at, bytes);
  };

  /** Writes a part at the offset `at`, and returns its length in bytes. */
  const put = (part, at) => {
    if (part.length === 0) return 0;
    const rest = at === 0 ? input : input.subarray(at);
    if (typeof part === "string") return encodeInto(part, rest);
    rest.set(part);
    return part.length;
  };

  const call = (ask, settings, first, second, third) => {
    makeRoom(mostBytes(first) + mostBytes(second) + mostBytes(third));
    const one = put(first, 0);
    const two = put(second, one);
    return ask(core, settings, one, two, put(third, one + two));
  };

  // After a trap the state of the instance is undefined, so the second attempt uses a new one.
  return (ask, settings, first = "", second = "", third = "") => {
    for (let attempt = 1; attempt <= 2; attempt++) {
      if (core === undefined) {
        core = instantiate();
        input = NOWHERE;
      }
      try {
        const result = call(ask, settings, first, second, third);
        if (core.memory.buffer.byteLength > MAX_MEMORY) core = undefined;
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
