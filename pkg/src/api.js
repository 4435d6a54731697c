/** Options in, reports out. Each entry passes `instantiate`, its way to make a core. */

import { CoreFailure, NOTHING_FOUND, createCore, refuse, validate } from "./core.js";
import { PreflightError, internalError } from "./error.js";
import { DEFAULTS, invalidNow, readOptions } from "./options.js";
import { MAX_BYTES, findLoneSurrogate, serialize, stringify } from "./serialize.js";
import { bytesOf } from "./views.js";

/** Causes why there is no text; see `Serialized`. */
const TOO_LARGE = { id: "", path: [] };
const NOT_TEXT = { id: "not_text", path: [] };

/** The beginning of the report on a text that is not JSON. */
const NOT_JSON = '{"valid":false,"errors":[{"rule":"json-syntax"';

/**
 * Returns the functions over a core. Each takes the options of its call, and the settings that hold without them.
 *
 * @param {() => object} instantiate makes an instance of the core, and returns its exports
 */
export function createApi(instantiate) {
  const call = createCore(instantiate);

  /** Returns the report on a text or bytes as JSON text. Throws a `TypeError` if `now` is not a time. */
  const check = (body, settings, losses) => {
    const { now, levels } = settings;
    const report = call(validate, settings, body, typeof now === "string" ? now : "", levels, losses);
    if (report === undefined) throw invalidNow();
    return report;
  };

  /**
   * Returns the report on a body without a text. An empty text is validated first, because that is where the core
   * checks `now`: a wrong option must throw whatever the body is.
   */
  const refuseBody = ({ id, path }, settings) => {
    check("", settings);
    return call(refuse, settings, id, stringify([path]));
  };

  const checkText = (text, settings) => {
    const body = typeof text === "string" ? text : bytesOf(text);
    if (body === undefined) return { report: refuseBody(NOT_TEXT, settings) };
    // A text with more code units is too large, because each unit takes at least one byte.
    return { report: body.length > MAX_BYTES ? refuseBody(TOO_LARGE, settings) : check(body, settings) };
  };

  const checkValue = (value, settings) => {
    const { text, copy, losses, omitted, fault } = serialize(value, settings.maxViolations);
    if (fault || text.length > MAX_BYTES) return { report: refuseBody(fault ?? TOO_LARGE, settings) };
    const lost = losses.length > 0 || omitted > 0 ? stringify([...losses, ["omitted", omitted]]) : "";
    const report = check(text, settings, lost);
    const place = report.startsWith(NOT_JSON) ? findLoneSurrogate(copy) : undefined;
    return { report: place ? check(text, settings, stringify([["lone_surrogate", ...place]])) : report, copy };
  };

  /**
   * Returns the report as JSON text. If the core fails, the report says so, so that no failure reads as "valid".
   * `version`, if it is given, replaces that option.
   */
  const answer = (check, input, options, base = DEFAULTS, version) => {
    let settings = base;
    try {
      if (options !== undefined) settings = readOptions(options, call, base);
      if (version !== undefined) settings.version = version;
      return check(input, settings);
    } catch (error) {
      if (error instanceof CoreFailure) return { report: internalError(settings.locale) };
      throw error;
    }
  };

  return {
    call,

    /** Returns the report as JSON text, and a copy of the value as it would be sent. The version is that of `base`. */
    check: (value, options, base) => answer(checkValue, value, options, base, base.version),

    validate: (value, options, base) => reportOf(answer(checkValue, value, options, base).report),

    validateJson: (text, options, base) => reportOf(answer(checkText, text, options, base).report),

    parse(value, options, base) {
      const { report, copy } = answer(checkValue, value, options, base);
      const judged = reportOf(report);
      if (!judged.valid) throw new PreflightError(judged);
      return copy;
    },

    /** Returns the settings for some options, all of which are checked. */
    readOptions(options) {
      const settings = readOptions(options, call, DEFAULTS);
      if (settings.now !== undefined) check("", settings);
      return settings;
    },
  };
}

/** Returns a new report. Comparing with the constant text is faster than parsing it. */
const reportOf = (text) => (text === NOTHING_FOUND ? { valid: true, errors: [], warnings: [] } : JSON.parse(text));
