/** What the core is asked about requests. */

import { createCaller, outputOf } from "./caller.js";

/** What the core finds in most bodies. */
const NOTHING_FOUND = '{"valid":true,"errors":[],"warnings":[]}';

/**
 * @param {() => object} instantiate makes an instance of the core, and returns its exports
 */
export function createEngine(instantiate) {
  const run = createCaller(instantiate);

  return {
    /** The report of a body, as JSON text; `undefined` when `now` is no time. */
    validate({ body, version, now, locale, strict, levels }) {
      const [time, text] = typeof now === "string" ? [NaN, now] : [now, ""];
      return run([body, text, levels], (core, ...lengths) => {
        const length = core.validate(...lengths, time, version === "v1", locale === "es", strict);
        if (length === 0) return NOTHING_FOUND;
        return length < 0 ? undefined : outputOf(core);
      });
    },

    /** The report of a value that cannot be sent, as JSON text. */
    refuse: (isTooLarge, locale) =>
      run([], (core) => {
        core.refuse_value(isTooLarge, locale === "es");
        return outputOf(core);
      }),

    /** The index of a rule, or the id of the rule that is similar, if one is. */
    findRule: (id) =>
      run([id], (core, length) => {
        const index = core.rule_index(length);
        return index < 0 ? { similar: outputOf(core) } : { index };
      }),
  };
}
