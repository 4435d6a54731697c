/** The interface of the package, over whichever way an entry has of making an instance of the core. */

import { CoreFailure } from "./caller.js";
import { createEngine } from "./engine.js";
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
    const report = engine.validate({ body, ...settings });
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

  /** The report that `work` makes; when the core fails, one that says so, lest what was not judged pass for valid. */
  const answer = (options, work) => {
    let locale;
    try {
      const settings = readOptions(options, engine);
      locale = settings.locale;
      return work(settings);
    } catch (error) {
      if (error instanceof CoreFailure) return { report: internalError(locale) };
      throw error;
    }
  };

  /** The text that a value is sent as, if it can be, and its report. */
  const judgeValue = (value, options, version) =>
    answer(options, (settings) => {
      if (version) settings.version = version;
      const { text, isTooLarge } = serialize(value);
      return { text, report: isTooLarge ? refuse(true, settings) : judgeBody(text, settings) };
    });

  const validate = (value, options) => reportOf(judgeValue(value, options).report);

  const validateJson = (text, options) => {
    const body = typeof text === "string" ? text : bytesOf(text);
    return reportOf(answer(options, (settings) => ({ report: judgeBody(body, settings) })).report);
  };

  const parse = (value, options) => {
    const { text, report } = judgeValue(value, options);
    const judged = JSON.parse(report);
    if (!judged.valid) throw new PreflightError(judged);
    return JSON.parse(text);
  };

  return { validate, validateJson, parse, judgeValue };
}

/** What most reports are. To compare is faster than to parse. */
const NOTHING_FOUND = '{"valid":true,"errors":[],"warnings":[]}';

const reportOf = (text) => (text === NOTHING_FOUND ? { valid: true, errors: [], warnings: [] } : JSON.parse(text));
