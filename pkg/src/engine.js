/** The calls to the core that are about requests. */

import { createCaller, outputOf } from "./caller.js";

/** The report without violations, as JSON text. The core returns a status for it instead of writing it. */
export const NOTHING_FOUND = '{"valid":true,"errors":[],"warnings":[]}';

/**
 * Returns typed wrappers of the core's exports. They throw `CoreFailure` if the core fails.
 *
 * @param {() => object} instantiate makes an instance of the core, and returns its exports
 */
export function createEngine(instantiate) {
  const run = createCaller(instantiate);

  return {
    /**
     * Returns the report on a body as JSON text; `undefined` if `now` is not a time. The parts of the input are the
     * body, `now` as text (empty if it is a number), and the levels.
     */
    validate: (body, settings) =>
      run(validate, settings, body, typeof settings.now === "string" ? settings.now : "", settings.levels),

    /** Returns the report on a value that cannot be sent, as JSON text. */
    refuse: (isTooLarge, locale) => run(refuse, { isTooLarge, locale }),

    /** Returns `{ index }` of a rule; for an unknown id `{ similar }`, the closest id, or an empty text. */
    findRule: (id) => run(findRule, undefined, id),
  };
}

function validate(core, { version, now, locale, strict, maxViolations }, body, time, levels) {
  const milliseconds = typeof now === "string" ? NaN : now;
  const flags = [version === "v1", locale === "es", strict];
  return reportOf(core, core.validate(body, time, levels, milliseconds, maxViolations, ...flags));
}

/** Maps a status code of the core to a report. Any other code throws, and the caller retries with a new instance. */
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
