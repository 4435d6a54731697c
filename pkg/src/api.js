/** The API of the package. Each entry passes `instantiate`, its way to make an instance of the core. */

import { CoreFailure } from "./caller.js";
import { NOTHING_FOUND, createEngine } from "./engine.js";
import { PreflightError, internalError } from "./error.js";
import { invalidNow, readOptions } from "./options.js";
import { MAX_BYTES, serialize } from "./serialize.js";
import { bytesOf } from "./views.js";

/**
 * Returns the public functions of an entry, and `judgeToSend` for the Standard Schemas.
 *
 * @param {() => object} instantiate makes an instance of the core, and returns its exports
 */
export function createApi(instantiate) {
  const engine = createEngine(instantiate);

  /** Returns the report on a body as JSON text. Throws a `TypeError` if `now` is not a time. */
  const judge = (body, settings) => {
    const report = engine.validate(body, settings);
    if (report === undefined) throw invalidNow();
    return report;
  };

  /**
   * Returns the report on a value that cannot be sent. An empty body is validated first, because that is where the core
   * checks `now`: a wrong option must throw whatever the value is.
   */
  const refuse = (isTooLarge, settings) => {
    judge("", settings);
    return engine.refuse(isTooLarge, settings.locale);
  };

  /**
   * Returns the report on a body, text or bytes; `undefined` is a value that cannot be sent. A text with more code
   * units than `MAX_BYTES` is too large, because each unit takes at least one byte.
   */
  const judgeBody = (body, settings) => {
    if (body === undefined) return refuse(false, settings);
    return body.length > MAX_BYTES ? refuse(true, settings) : judge(body, settings);
  };

  /** Returns the JSON text of a value, `undefined` if it has none, and its report. */
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

  /** Like `judgeSent`, with the caller's options; `version`, if given, replaces that option. */
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

/** Returns a new report. Comparing with the constant text is faster than parsing it. */
const reportOf = (text) => (text === NOTHING_FOUND ? { valid: true, errors: [], warnings: [] } : JSON.parse(text));
