/**
 * The core as JavaScript calls it: one WebAssembly instance, made on the first call, and made anew should it ever trap.
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
 */
export function createEngine(instantiate) {
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

  const read = () => decode(new Uint8Array(core.memory.buffer, core.output() >>> 0, core.output_length()));

  /** Calls the core. After a trap the instance cannot be trusted, and a new one answers. */
  const run = (parts, call) => {
    for (let attempt = 1; attempt <= 2; attempt++) {
      core ??= instantiate();
      try {
        const result = call(...write(parts));
        if (core.memory.buffer.byteLength > MAX_MEMORY) core = undefined;
        return result;
      } catch {
        core = undefined;
      }
    }
    throw new CoreFailure();
  };

  return {
    /** The report of a body, as JSON text; `undefined` when `now` is no time. */
    validate({ body, version, now, locale, strict, levels }) {
      const [time, text] = typeof now === "string" ? [NaN, now] : [now, ""];
      return run([body, text, levels], (...lengths) => {
        const isTime = core.validate(...lengths, time, version === "v1", locale === "es", strict);
        return isTime ? read() : undefined;
      });
    },

    /** The report of a value that cannot be sent, as JSON text. */
    refuse: (isTooLarge, locale) =>
      run([], () => {
        core.refuse_value(isTooLarge, locale === "es");
        return read();
      }),

    /** The index of a rule, or the id of the rule that is similar, if one is. */
    findRule: (id) =>
      run([id], (length) => {
        const index = core.rule_index(length);
        return index < 0 ? { similar: read() } : { index };
      }),
  };
}

/** Writes text or bytes to where there is room for it, and returns how many bytes it took. */
function put(part, input) {
  if (typeof part === "string") return encodeInto(part, input);
  input.set(part);
  return part.length;
}
