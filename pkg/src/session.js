/** The interface for what Fintoc sends back, over whichever way an entry has of making an instance of the core. */

import { CoreFailure, createCaller, outputOf } from "./caller.js";
import { PreflightError, internalError } from "./error.js";
import { readLocaleAlone } from "./options.js";
import { MAX_BYTES, serialize } from "./serialize.js";
import { decode } from "./utf8.js";
import { bytesOf } from "./views.js";

/**
 * @param {() => object} instantiate makes an instance of the core, and returns its exports
 */
export function createSessionApi(instantiate) {
  const run = createCaller(instantiate);

  /** Throws the report of a value that is no JSON. */
  const refuse = (isTooLarge, locale) => {
    const report = run((core) => {
      core.refuse_value(isTooLarge, locale === "es");
      return outputOf(core);
    });
    throw new PreflightError(JSON.parse(report));
  };

  /** The text of a value, or its bytes when it is text already. A UTF-16 unit takes at least one byte. */
  const bodyOf = (value, locale) => {
    const body = typeof value === "string" ? value : bytesOf(value);
    const { text = body, isTooLarge = false } = body === undefined ? serialize(value) : {};
    if (text === undefined) refuse(isTooLarge, locale);
    if (text.length > MAX_BYTES) refuse(true, locale);
    return text;
  };

  /** What the core makes of some bodies: what it writes, unless that is a report of what is wrong with them. */
  const ask = (values, options, call) => {
    const locale = readLocaleAlone(options);
    try {
      const bodies = values.map((value) => bodyOf(value, locale));
      const answer = (core, isEs, ...lengths) => ({ isRight: call(core, isEs, ...lengths), output: outputOf(core) });
      const { isRight, output } = run(answer, locale === "es", ...bodies);
      if (!isRight) throw new PreflightError(JSON.parse(output));
      return { bodies, output };
    } catch (error) {
      if (error instanceof CoreFailure) throw new PreflightError(JSON.parse(internalError(locale)));
      throw error;
    }
  };

  const parseAs = (call) => (value, options) => {
    const [body] = ask([value], options, call).bodies;
    return JSON.parse(typeof body === "string" ? body : decode(body));
  };

  return {
    parseCheckoutSession: parseAs((core, isEs, length) => core.read_session(length, isEs)),
    parseEvent: parseAs((core, isEs, length) => core.read_event(length, isEs)),
    compareSession: (request, session, options) =>
      JSON.parse(ask([request, session], options, compare).output),
  };
}

const compare = (core, isEs, request, session) => core.compare(request, session, isEs);
