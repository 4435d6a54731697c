/** The state of the page, which all panes show and change. */

/** @typedef {"en" | "es-CL" | "es-MX"} Locale */

/**
 * @typedef {object} State
 * @property {string} text the request, as JSON text
 * @property {"v1" | "v2"} version of the API
 * @property {Locale} locale
 * @property {string} now an RFC 3339 date-time; empty for the current time
 * @property {boolean} strict
 * @property {Record<string, "allow" | "warn" | "deny">} levels of single rules
 */

/** @type {Omit<State, "text">} */
export const DEFAULTS = { version: "v2", locale: "en", now: "", strict: false, levels: {} };

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
  return { version, locale, strict, levels, ...(now && { now }) };
}
