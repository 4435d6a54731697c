/**
 * An instance of a module of the core as JavaScript calls it: made on the first call, and made anew should it ever trap.
 *
 * Arguments are written one after the other into the input of the instance. Every call asks whether the memory is still
 * the one that the view of the input looks at, as it is another one when it has grown.
 */

import { decode, encodeInto } from "./utf8.js";

/** A UTF-16 unit takes at most this many bytes in UTF-8. */
const BYTES_PER_UNIT = 3;

/** An instance whose memory has grown beyond this is not kept, since memory never shrinks. */
const MAX_MEMORY = 32 * 1024 * 1024;

const NOWHERE = new Uint8Array();

/** The core has trapped, and so has the instance that took its place. */
export class CoreFailure extends Error {}

/**
 * @param {() => object} instantiate makes an instance of the core, and returns its exports
 * @returns {<S, R>(ask: (core: object, settings: S, ...lengths: number[]) => R, settings: S,
 *   ...parts: (string | Uint8Array)[]) => R}
 *   calls `ask` with the core, which finds up to three parts in its input, and the bytes that each takes there
 */
export function createCaller(instantiate) {
  let core;

  /** What can be written to of the input. */
  let input = NOWHERE;

  /** Makes room for so many bytes. */
  const makeRoom = (bytes) => {
    const { buffer } = core.memory;
    if (input.length >= bytes && input.buffer === buffer) return;
    const at = core.input(bytes) >>> 0;
    input = new Uint8Array(core.memory.buffer, at, bytes);
  };

  /** Writes a part, and returns how many bytes it took. */
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

  /** After a trap the instance cannot be trusted, and a new one answers. */
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
        // Where the stack is at its end, nothing can be called.
        core = undefined;
      }
    }
    throw new CoreFailure();
  };
}

const mostBytes = (part) => part.length * (typeof part === "string" ? BYTES_PER_UNIT : 1);

/** The output of the last call. */
export const outputOf = (core) => decode(new Uint8Array(core.memory.buffer, core.output() >>> 0, core.output_length()));
