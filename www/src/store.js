/** The state of the page, which all panes show and change. */

import { rules } from "fintoc-preflight";

/** @typedef {"en" | "es-CL" | "es-MX"} Locale */

/**
 * @typedef {object} State
 * @property {string} text the request, as JSON text; its lines end in `\n`
 * @property {"v1" | "v2"} version of the API
 * @property {Locale} locale
 * @property {string} now an RFC 3339 date-time; empty for the current time
 * @property {boolean} strict
 * @property {Record<string, "allow" | "warn" | "deny">} levels of single rules
 */

/** @type {Omit<State, "text">} */
export const DEFAULTS = { version: "v2", locale: "en", now: "", strict: false, levels: {} };

/** The longest text that is read from a link or a clipboard, in UTF-16 units: as many as the core reads bytes. */
export const MAX_TEXT = 1 << 20;

/**
 * The longest request, in UTF-16 units, that is shown as a form, marked, formatted and written as code. A longer one,
 * which nobody sends, would stop the page for seconds: it is validated alone.
 */
export const MAX_EDITABLE = 1 << 16;

/** The most violations of each level that are reported. Fewer are shown, and the rest is counted. */
const MAX_VIOLATIONS = 200;

/** The key of the state in the storage of the tab, which a reload keeps, and which ends with the tab. */
const KEY = "fintoc-preflight";

/**
 * Returns a store with an initial state.
 *
 * @param {State} state
 */
export function createStore(state) {
  /** @type {((state: State, source: unknown) => void)[]} */
  const listeners = [];
  return {
    get state() {
      return state;
    },
    /** Changes the state; `source` is the pane that already shows the change. */
    update(/** @type {Partial<State>} */ change, /** @type {unknown} */ source) {
      state = { ...state, ...change };
      for (const listen of listeners) listen(state, source);
    },
    subscribe(/** @type {(state: State, source: unknown) => void} */ listen) {
      listeners.push(listen);
    },
  };
}

/** Returns the options of `validate` for a state. */
export function optionsOf({ version, locale, now, strict, levels }) {
  return { version, locale, strict, levels, maxViolations: MAX_VIOLATIONS, ...(now && { now }) };
}

/**
 * Returns the valid members of a state from a link or a storage, which are untrusted; `undefined` without a text.
 *
 * @returns {Partial<State> | undefined}
 */
export function readState(state) {
  const { text, version, locale, now, strict, levels } = state;
  if (typeof text !== "string" || text.length > MAX_TEXT) return undefined;
  return {
    text: text.replace(/\r\n?/g, "\n"),
    ...(["v1", "v2"].includes(version) && { version }),
    ...(["en", "es-CL", "es-MX"].includes(locale) && { locale }),
    ...(typeof now === "string" && instant(now) && { now: instant(now) }),
    ...(strict === true && { strict }),
    ...(typeof levels === "object" && levels && { levels: known(levels) }),
  };
}

/** Returns a time as RFC 3339 in UTC; an empty text for one that has none, such as the year 10000. */
export function instant(/** @type {string} */ text) {
  const time = new Date(text);
  const written = Number.isNaN(time.getTime()) ? "" : time.toISOString();
  return /^\d{4}-/.test(written) ? written : "";
}

/** Returns the levels that the core takes. */
function known(levels) {
  const settings = new Map(rules().map(({ rule, fixed }) => [rule, fixed ? ["deny"] : ["allow", "warn", "deny"]]));
  return Object.fromEntries(Object.entries(levels).filter(([rule, setting]) => settings.get(rule)?.includes(setting)));
}

/** Keeps a state over a reload. Nothing is kept if the browser refuses, as for a text beyond its quota. */
export function remember(/** @type {State} */ state) {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(state));
  } catch {
    // The page works without.
  }
}

/**
 * Returns the state before a reload; `undefined` if there is none.
 *
 * @returns {Partial<State> | undefined}
 */
export function recall() {
  try {
    return readState(JSON.parse(sessionStorage.getItem(KEY)));
  } catch {
    return undefined;
  }
}
