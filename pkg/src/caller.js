/**
 * An instance of a module of the core as JavaScript calls it: made on the first call, and made anew should it ever trap.
 *
 * Arguments are written one after the other into the input of the instance. Every call looks at the memory afresh, so
 * that no view outlives the memory it looks at.
 */

import { decode, encodeInto } from "./utf8.js";

/** A UTF-16 unit takes at most this many bytes in UTF-8. */
const BYTES_PER_UNIT = 3;

/** An instance whose memory has grown beyond this is not kept, since memory never shrinks. */
const MAX_MEMORY = 32 * 1024 * 1024;

/** The core has trapped, and so has the instance that took its place. */
export class CoreFailure extends Error {}

/**
 * @param {() => object} instantiate makes an instance of the core, and returns its exports
 * @returns {<R>(parts: (string | Uint8Array)[], call: (core: object, ...lengths: number[]) => R) => R}
 *   calls the core with the lengths of the parts that it finds in its input
 */
export function createCaller(instantiate) {
  let core;

  /** Writes the arguments into the input, and returns how many bytes each took. */
  const write = (parts) => {
    const room = parts.reduce((sum, part) => sum + part.length * (typeof part === "string" ? BYTES_PER_UNIT : 1), 0);
    const start = core.input(room) >>> 0;
    let input = new Uint8Array(core.memory.buffer, start, room);
    return parts.map((part) => {
      const length = typeof part === "string" ? encodeInto(part, input) : part.length;
      if (typeof part !== "string") input.set(part);
      input = input.subarray(length);
      return length;
    });
  };

  /** Calls the core. After a trap the instance cannot be trusted, and a new one answers. */
  return (parts, call) => {
    for (let attempt = 1; attempt <= 2; attempt++) {
      core ??= instantiate();
      try {
        const result = call(core, ...write(parts));
        if (core.memory.buffer.byteLength > MAX_MEMORY) core = undefined;
        return result;
      } catch {
        core = undefined;
      }
    }
    throw new CoreFailure();
  };
}

/** The output of the last call. */
export const outputOf = (core) => decode(new Uint8Array(core.memory.buffer, core.output() >>> 0, core.output_length()));
