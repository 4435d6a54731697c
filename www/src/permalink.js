/**
 * Stores a state in the fragment of the address, which browsers do not send. The format is JSON of the members that
 * differ from the defaults, compressed (raw DEFLATE), in base64url without padding.
 */

import { DEFAULTS, MAX_TEXT, readState } from "./store.js";

/** @typedef {import("./store.js").State} State */

/** In characters, and in bytes half of it. Longer fragments are neither written nor read. */
const MAX_LENGTH = 1 << 16;

/** In bytes. A fragment of 50 kB can hold 20 MB. */
const MAX_UNPACKED = MAX_TEXT;

/** In bytes. What a slice is unpacked to, a thousand times as much at most, is in memory at once. */
const SLICE = 512;

/**
 * Returns the fragment for a state; `undefined` if it would be too long.
 *
 * @param {State} state
 */
export async function toFragment(state) {
  const changed = Object.entries(state).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(DEFAULTS[name]));
  const json = new TextEncoder().encode(JSON.stringify(Object.fromEntries(changed)));
  const bytes = await pipe(json, new CompressionStream("deflate-raw"), MAX_LENGTH / 2);
  if (!bytes) return undefined;
  const base64 = btoa(String.fromCharCode(...bytes));
  return `#${base64.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "")}`;
}

/**
 * Returns the state of a fragment; `undefined` if it is not one.
 *
 * @returns {Promise<Partial<State> | undefined>}
 */
export async function fromFragment(/** @type {string} */ fragment) {
  if (fragment.length < 2 || fragment.length > MAX_LENGTH) return undefined;
  try {
    const base64 = fragment.slice(1).replaceAll("-", "+").replaceAll("_", "/");
    const packed = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const json = await pipe(packed, new DecompressionStream("deflate-raw"), MAX_UNPACKED);
    return json && readState(JSON.parse(new TextDecoder().decode(json)));
  } catch {
    return undefined;
  }
}

/** Returns the transformed bytes; `undefined` as soon as there are more than a maximum. */
async function pipe(bytes, transform, maximum) {
  const reader = slicesOf(bytes).pipeThrough(transform).getReader();
  const chunks = [];
  let length = 0;
  for (let { done, value } = await reader.read(); !done; { done, value } = await reader.read()) {
    length += value.length;
    chunks.push(value);
    if (length > maximum) {
      await reader.cancel();
      return undefined;
    }
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}

/** Returns a stream of bytes that gives a slice whenever one is asked for. */
function slicesOf(bytes) {
  let start = 0;
  return new ReadableStream(
    {
      pull(controller) {
        if (start >= bytes.length) return controller.close();
        return controller.enqueue(bytes.subarray(start, (start += SLICE)));
      },
    },
    { highWaterMark: 0 },
  );
}
