"use client";

/** The entry for React: a hook over `bindForm`. React itself is the page's. */

import { useCallback, useEffect, useRef, useState } from "react";

import { bindForm } from "./form.js";

/** What a form shows before it is there. */
const NOTHING = {
  judgement: { valid: false, request: {}, errors: [], warnings: [], unknown: [] },
  errors: {},
  warnings: {},
  summary: [],
  isPending: false,
};

/** Options that are functions. The form calls those of the last render. */
const CALLBACKS = ["onSubmit", "onError", "onJudged", "onUnknown", "onUnfixable", "validate"];

/**
 * Binds a form of a component, and returns what it shows; see `useCheckoutForm` in `types/react.d.ts`.
 *
 * @param {import("fintoc-preflight/form").FormOptions} [options]
 * @example
 * import { useCheckoutForm } from "fintoc-preflight/react";
 *
 * function Checkout({ pay }) {
 *   const { ref, errors, isPending } = useCheckoutForm({ locale: "es-CL", onSubmit: pay });
 *   // <form ref={ref}> ... <p data-preflight-for="amount">{errors["amount"]}</p>
 * }
 */
export function useCheckoutForm(options = {}) {
  const [state, setState] = useState(NOTHING);
  const latest = useRef(options);
  const form = useRef(undefined);

  // React calls it with the element, and with null when the element goes.
  const ref = useCallback((element) => {
    form.current?.destroy();
    form.current = undefined;
    if (!element) return;
    const bound = bindForm(element, {
      render: false,
      ...withCallbacks(latest),
      // The first call is during `bindForm`; a state that has not changed is not rendered again.
      onUpdate: (next) => {
        latest.current.onUpdate?.(next);
        setState((before) => (isSame(before, next) ? before : next));
      },
    });
    form.current = bound;
  }, []);

  useEffect(() => {
    const before = latest.current;
    latest.current = options;
    const changes = Object.fromEntries(Object.entries(options).filter(([name]) => isChanged(name, before, options)));
    if (Object.keys(changes).length > 0) form.current?.update(changes);
  });

  const bound = useCallback(() => form.current, []);
  return { ...state, ref, bound };
}

/** Returns the options with callbacks that call those of the last render. */
function withCallbacks(latest) {
  const callbacks = CALLBACKS.filter((name) => latest.current[name]).map((name) => [
    name,
    (...args) => latest.current[name]?.(...args),
  ]);
  return { ...latest.current, ...Object.fromEntries(callbacks) };
}

/** True for an option that is not a callback, and has another content than before. */
const isChanged = (name, before, options) =>
  !CALLBACKS.includes(name) &&
  !["onUpdate", "signal", "summary", "render"].includes(name) &&
  textOf(before[name]) !== textOf(options[name]);

/** Returns an option as text: objects that are written in a component are new at every render. */
const textOf = (value) => JSON.stringify(value, (_, inner) => (typeof inner === "function" ? String(inner) : inner));

/** True if a component shows the same for both: the judgement is compared by its text. */
const isSame = (one, other) => textOf(plain(one)) === textOf(plain(other));

const plain = ({ judgement, summary, ...state }) => ({
  ...state,
  judgement: { ...judgement, errors: judgement.errors.map(said), warnings: judgement.warnings.map(said) },
  summary: summary.map(({ text, name }) => [text, name]),
});

const said = ({ rule, param, words }) => [rule, param, words];
