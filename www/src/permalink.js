/** A state in the fragment of the address, which browsers send to nobody. */

import { rules } from "fintoc-preflight";

import { DEFAULTS } from "./store.js";

/** @typedef {import("./store.js").State} State */

/** Longer links are neither made nor read. */
const MAX_LENGTH = 1 << 16;

/** The fragment for a state; `undefined` when it would be too long. @param {State} state */
export async function toFragment(state) {
  const changed = Object.entries(state).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(DEFAULTS[name]));
  const packed = await pipe(new TextEncoder().encode(JSON.stringify(Object.fromEntries(changed))), new CompressionStream("deflate-raw"));
  const bytes = new Uint8Array(packed);
  if (bytes.length > MAX_LENGTH / 2) return undefined;
  const base64 = btoa(String.fromCharCode(...bytes));
  return `#${base64.replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "")}`;
}

/** The state of a fragment; `undefined` when it is none. @returns {Promise<Partial<State> | undefined>} */
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

/** What of a link is of the kind that it should be; links are written by hand too. */
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
    Object.entries(levels).filter(([rule, setting]) => ids.has(rule) && ["allow", "warn", "deny"].includes(setting)),
  );
}

function pipe(bytes, transform) {
  return new Response(new Blob([bytes]).stream().pipeThrough(transform)).arrayBuffer();
}
