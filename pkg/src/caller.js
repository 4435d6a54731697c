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
    let room = 0;
    for (const part of parts) room += part.length * (typeof part === "string" ? BYTES_PER_UNIT : 1);
    let at = core.input(room) >>> 0;
    const end = at + room;
    return parts.map((part) => {
      // Most calls have nothing but a body, and a view costs as much as a short text.
      if (part.length === 0) return 0;
      const length = put(part, new Uint8Array(core.memory.buffer, at, end - at));
      at += length;
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

/** Writes text or bytes to where there is room for it, and returns how many bytes it took. */
function put(part, input) {
  if (typeof part === "string") return encodeInto(part, input);
  input.set(part);
  return part.length;
}

/** The output of the last call. */
export const outputOf = (core) => decode(new Uint8Array(core.memory.buffer, core.output() >>> 0, core.output_length()));
