/** What the core is asked about requests. */

import { createCaller, outputOf } from "./caller.js";

/** The report of most bodies, as JSON text. */
export const NOTHING_FOUND = '{"valid":true,"errors":[],"warnings":[]}';

/**
 * @param {() => object} instantiate makes an instance of the core, and returns its exports
 */
export function createEngine(instantiate) {
  const run = createCaller(instantiate);

  return {
    /** The report of a body, as JSON text; `undefined` when `now` is no time. */
    validate: (body, settings) =>
      run(validate, settings, body, typeof settings.now === "string" ? settings.now : "", settings.levels),

    /** The report of a value that cannot be sent, as JSON text. */
    refuse: (isTooLarge, locale) => run(refuse, { isTooLarge, locale }),

    /** The index of a rule, or the id of the rule that is similar, if one is. */
    findRule: (id) => run(findRule, undefined, id),
  };
}

function validate(core, { version, now, locale, strict, maxViolations }, body, time, levels) {
  const milliseconds = typeof now === "string" ? NaN : now;
  const flags = [version === "v1", locale === "es", strict];
  return reportOf(core, core.validate(body, time, levels, milliseconds, maxViolations, ...flags));
}

/** Maps a status code of the core. Any other is a failure, after which another instance is asked. */
function reportOf(core, status) {
  switch (status) {
    case 1:
      return NOTHING_FOUND;
    case 2:
      return outputOf(core);
    case 3:
      return undefined;
    default:
      throw new Error("the core is busy");
  }
}

function refuse(core, { isTooLarge, locale }) {
  core.refuse_value(isTooLarge, locale === "es", 0);
  return outputOf(core);
}

function findRule(core, _, length) {
  const index = core.rule_index(length);
  return index < 0 ? { similar: outputOf(core) } : { index };
}
