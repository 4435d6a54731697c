/**
 * Stores a state in the fragment of the address, which browsers do not send. The format is JSON of the members that
 * differ from the defaults, compressed (raw DEFLATE), in base64url without padding.
 */

import { rules } from "fintoc-preflight";

import { DEFAULTS } from "./store.js";

/** @typedef {import("./store.js").State} State */

/** In characters, and in bytes half of it. Longer fragments are neither written nor read. */
const MAX_LENGTH = 1 << 16;

/**
 * Returns the fragment for a state; `undefined` if it would be too long.
 *
 * @param {State} state
 */
export async function toFragment(state) {
  const changed = Object.entries(state).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(DEFAULTS[name]));
  const packed = await pipe(new TextEncoder().encode(JSON.stringify(Object.fromEntries(changed))), new CompressionStream("deflate-raw"));
  const bytes = new Uint8Array(packed);
  if (bytes.length > MAX_LENGTH / 2) return undefined;
  const base64 = btoa(String.fromCharCode(...bytes));
  return `#${base64.replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "")}`;
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
    const text = new TextDecoder().decode(await pipe(packed, new DecompressionStream("deflate-raw")));
    return checked(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** Returns the valid members of a state; `undefined` without a text. Links are untrusted. */
function checked(state) {
  const { text, version, locale, now, strict, levels } = state;
  if (typeof text !== "string") return undefined;
  return {
    text,
    ...(["v1", "v2"].includes(version) && { version }),
    ...(["en", "es-CL", "es-MX"].includes(locale) && { locale }),
    ...(typeof now === "string" && !Number.isNaN(Date.parse(now)) && { now: new Date(now).toISOString() }),
    ...(strict === true && { strict }),
    ...(typeof levels === "object" && levels && { levels: known(levels) }),
  };
}

function known(levels) {
  const ids = new Set(rules().map(({ rule }) => rule));
  return Object.fromEntries(
    Object.entries(levels).filter(([rule, level]) => ids.has(rule) && ["allow", "warn", "deny"].includes(level)),
  );
}

function pipe(bytes, transform) {
  return new Response(new Blob([bytes]).stream().pipeThrough(transform)).arrayBuffer();
}
