/**
 * The API of `fintoc-preflight/session`, which reads Fintoc's answers and webhooks. Each entry passes `instantiate`.
 */

import { CoreFailure, createCore, outputOf, refuse } from "./core.js";
import { PreflightError, internalError } from "./error.js";
import { readSomeOptions } from "./options.js";
import { MAX_BYTES, serialize } from "./serialize.js";
import { decode } from "./utf8.js";
import { bytesOf } from "./views.js";

/** Kinds of bodies: the number in the core, and the name in messages. */
const REQUEST = { kind: 0, en: "the request", es: "la solicitud" };
const SESSION = { kind: 1, en: "the session", es: "la sesión" };
const EVENT = { kind: 2, en: "the event", es: "el evento" };

const ANSWER_OPTIONS = ["locale", "strict"];
const COMPARISON_OPTIONS = ["locale", "version"];

/**
 * Returns the public functions of the session entry.
 *
 * @param {() => object} instantiate makes an instance of the core, and returns its exports
 */
export function createSessionApi(instantiate) {
  const call = createCore(instantiate);

  /** Throws a `PreflightError` for a value that cannot be written as JSON, or is too large. */
  const refuseBody = ({ id, path }, settings, { kind }) => {
    throw new PreflightError(JSON.parse(call(refuse, { ...settings, kind }, id, JSON.stringify([path]))));
  };

  /**
   * Returns the body as text or UTF-8: text and bytes as they are, any other value serialized. A text with more code
   * units than `MAX_BYTES` is too large, because each unit takes at least one byte.
   */
  const bodyOf = (value, settings, what) => {
    const body = typeof value === "string" ? value : bytesOf(value);
    const { text = body, fault } = body === undefined ? serialize(value, 0) : {};
    if (fault) refuseBody(fault, settings, what);
    if (text.length > MAX_BYTES) refuseBody({ id: "", path: [] }, settings, what);
    return text;
  };

  /**
   * Calls the core with some bodies. Returns their texts, and the object that the core has written; throws a
   * `PreflightError` if one of the bodies cannot be used.
   *
   * @param {{ value: unknown, what: typeof SESSION }[]} bodies
   */
  const ask = (bodies, settings, question) => {
    try {
      const texts = bodies.map(({ value, what }) => bodyOf(value, settings, what));
      const answer = (core, settings, ...lengths) => ({ isRight: question(core, settings, ...lengths), output: outputOf(core) });
      const { isRight, output } = call(answer, settings, ...texts);
      if (!isRight) throw new PreflightError(JSON.parse(output));
      return { texts, answer: JSON.parse(output) };
    } catch (error) {
      if (!(error instanceof CoreFailure)) throw error;
      throw new PreflightError(JSON.parse(internalError(settings.locale, bodies.at(-1).what)));
    }
  };

  const parse = (value, what, options, question) => {
    const { texts, answer } = ask([{ value, what }], readSomeOptions(options, ANSWER_OPTIONS), question);
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
