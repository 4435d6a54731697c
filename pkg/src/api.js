/** The interface of the package, over whichever way an entry has of making an instance of the core. */

import { CoreFailure } from "./caller.js";
import { NOTHING_FOUND, createEngine } from "./engine.js";
import { PreflightError, internalError } from "./error.js";
import { invalidNow, readOptions } from "./options.js";
import { MAX_BYTES, serialize } from "./serialize.js";
import { bytesOf } from "./views.js";

/**
 * @param {() => object} instantiate makes an instance of the core, and returns its exports
 */
export function createApi(instantiate) {
  const engine = createEngine(instantiate);

  /** The report of a body, as JSON text. */
  const judge = (body, settings) => {
    const report = engine.validate(body, settings);
    if (report === undefined) throw invalidNow();
    return report;
  };

  /** The report of what cannot be sent. Another body is judged all the same: a wrong time is a mistake in any case. */
  const refuse = (isTooLarge, settings) => {
    judge("", settings);
    return engine.refuse(isTooLarge, settings.locale);
  };

  /** The report of a body as text or bytes. A UTF-16 unit takes at least one byte. */
  const judgeBody = (body, settings) => {
    if (body === undefined) return refuse(false, settings);
    return body.length > MAX_BYTES ? refuse(true, settings) : judge(body, settings);
  };

  /** The text that a value is sent as, if it can be, and its report. */
  const judgeSent = (value, settings) => {
    const { text, isTooLarge } = serialize(value);
    return { text, report: isTooLarge ? refuse(true, settings) : judgeBody(text, settings) };
  };

  const judgeJson = (json, settings) => ({
    report: judgeBody(typeof json === "string" ? json : bytesOf(json), settings),
  });

  /** Returns what `judge` does; if the core fails, a report that says so, so that no failure reads as "valid". */
  const answer = (judge, value, options, version) => {
    let locale;
    try {
      const settings = readOptions(options, engine);
      if (version !== undefined) settings.version = version;
      locale = settings.locale;
      return judge(value, settings);
    } catch (error) {
      if (error instanceof CoreFailure) return { report: internalError(locale) };
      throw error;
    }
  };

  /** The text that a value is sent as, if it can be, and its report. */
  const judgeToSend = (value, options, version) => answer(judgeSent, value, options, version);

  const validate = (value, options) => reportOf(judgeToSend(value, options).report);

  const validateJson = (json, options) => reportOf(answer(judgeJson, json, options).report);

  const parse = (value, options) => {
    const { text, report } = judgeToSend(value, options);
    const judged = JSON.parse(report);
    if (!judged.valid) throw new PreflightError(judged);
    return JSON.parse(text);
  };

  return { validate, validateJson, parse, judgeToSend };
}

/** To compare is faster than to parse. */
const reportOf = (text) => (text === NOTHING_FOUND ? { valid: true, errors: [], warnings: [] } : JSON.parse(text));
