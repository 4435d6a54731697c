/**
 * The API of `fintoc-preflight/session`, which reads Fintoc's answers and webhooks. Each entry passes `instantiate`.
 */

import { CoreFailure, createCaller, outputOf } from "./caller.js";
import { PreflightError, internalError } from "./error.js";
import { readSomeOptions } from "./options.js";
import { MAX_BYTES, serialize } from "./serialize.js";
import { decode } from "./utf8.js";
import { bytesOf } from "./views.js";

/** Kinds of bodies: the number in the core, and the name in messages. */
const REQUEST = { number: 0, en: "the request", es: "la solicitud" };
const SESSION = { number: 1, en: "the session", es: "la sesión" };
const EVENT = { number: 2, en: "the event", es: "el evento" };

const ANSWER_OPTIONS = ["locale", "strict"];
const COMPARISON_OPTIONS = ["locale", "version"];

/**
 * Returns the public functions of the session entry.
 *
 * @param {() => object} instantiate makes an instance of the core, and returns its exports
 */
export function createSessionApi(instantiate) {
  const run = createCaller(instantiate);

  /** Throws a `PreflightError` for a value that cannot be written as JSON, or is too large. */
  const refuse = (isTooLarge, locale, what) => {
    const report = run((core) => {
      core.refuse_value(isTooLarge, locale === "es", what.number);
      return outputOf(core);
    });
    throw new PreflightError(JSON.parse(report));
  };

  /**
   * Returns the body as text or UTF-8: text and bytes as they are, any other value serialized. A text with more code
   * units than `MAX_BYTES` is too large, because each unit takes at least one byte.
   */
  const bodyOf = (value, locale, what) => {
    const body = typeof value === "string" ? value : bytesOf(value);
    const { text = body, isTooLarge = false } = body === undefined ? serialize(value) : {};
    if (text === undefined) refuse(isTooLarge, locale, what);
    if (text.length > MAX_BYTES) refuse(true, locale, what);
    return text;
  };

  /**
   * Calls the core with some bodies. Returns their texts, and the object that the core has written; throws a
   * `PreflightError` if one of the bodies cannot be used.
   *
   * @param {{ value: unknown, what: typeof SESSION }[]} bodies
   */
  const ask = (bodies, options, call) => {
    const { locale } = options;
    try {
      const texts = bodies.map(({ value, what }) => bodyOf(value, locale, what));
      const answer = (core, settings, ...lengths) => ({ isRight: call(core, settings, ...lengths), output: outputOf(core) });
      const { isRight, output } = run(answer, options, ...texts);
      if (!isRight) throw new PreflightError(JSON.parse(output));
      return { texts, answer: JSON.parse(output) };
    } catch (error) {
      if (error instanceof CoreFailure) throw new PreflightError(JSON.parse(internalError(locale, bodies.at(-1).what)));
      throw error;
    }
  };

  const parse = (value, what, options, call) => {
    const { texts, answer } = ask([{ value, what }], readSomeOptions(options, ANSWER_OPTIONS), call);
    const [text] = texts;
    return { ...answer, raw: JSON.parse(typeof text === "string" ? text : decode(text)) };
  };

  return {
    parseCheckoutSession(session, options) {
      const { value, report, raw } = parse(session, SESSION, options, readSession);
      return { session: value, report, raw };
    },

    parseEvent(event, options) {
      const { value, report, raw } = parse(event, EVENT, options, readEvent);
      return { event: value, report, raw };
    },

    compareSession(request, session, options) {
      const bodies = [
        { value: request, what: REQUEST },
        { value: session, what: SESSION },
      ];
      return ask(bodies, readSomeOptions(options, COMPARISON_OPTIONS), compare).answer;
    },
  };
}

const readSession = (core, { locale, strict }, length) => core.read_session(length, locale === "es", strict);
const readEvent = (core, { locale, strict }, length) => core.read_event(length, locale === "es", strict);
const compare = (core, { locale, version }, request, session) =>
  core.compare(request, session, locale === "es", version === "v1");
