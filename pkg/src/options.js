/**
 * Checks the options of a call. A wrong option is a mistake in the program: a `TypeError` that names it.
 *
 * Only an object's own enumerable members are options, so that a polluted `Object.prototype` sets none. A getter in the
 * class of an object is not such a member.
 */

import { findRule } from "./core.js";
import { milliseconds } from "./views.js";

/** The largest count that the core takes. */
const MAX_UINT32 = 2 ** 32 - 1;

/** The levels that an option can set. The index of each is its number in the core. */
const SETTINGS = ["allow", "warn", "deny"];

/** The rules for a body that cannot be read at all. Their level is always `deny`. */
const FIXED = ["json-syntax", "body-size", "not-serializable"];

/** In characters. Longer texts are neither times nor rules, and are not passed to the core. */
const MAX_TEXT = 256;

/** In milliseconds since 1970. A smaller number, up to March 1973, is certainly one of seconds. */
const LEAST_MILLISECONDS = 1e11;

/**
 * The options in the form that the core takes, with their defaults. Without a time it is that of the call.
 *
 * @typedef {typeof DEFAULTS} Settings
 */
export const DEFAULTS = {
  version: "v2",
  now: /** @type {number | string | undefined} */ (undefined),
  locale: "en",
  strict: false,
  levels: /* @__PURE__ */ new Uint8Array(),
  maxViolations: 1000,
};

/**
 * Returns the settings for some options.
 *
 * @param {import("fintoc-preflight").Options} options
 * @param {ReturnType<typeof import("./core.js").createCore>} call
 * @param {Settings} base the settings for options that are absent or `undefined`
 * @returns {Settings}
 */
export function readOptions(options, call, base) {
  const settings = { ...base };
  for (const name of names(options, "options")) {
    const value = member(options, name, "option ", name);
    switch (name) {
      case "version":
        if (value !== undefined) settings.version = readVersion(value);
        break;
      case "now":
        if (value !== undefined) settings.now = readNow(value);
        break;
      case "locale":
        if (value !== undefined) settings.locale = readLocale(value);
        break;
      case "strict":
        if (value !== undefined) settings.strict = readStrict(value);
        break;
      case "levels":
        if (value !== undefined) settings.levels = readLevels(value, call);
        break;
      case "maxViolations":
        if (value !== undefined) settings.maxViolations = readMaxViolations(value);
        break;
      default:
        throw unknownOption(name);
    }
  }
  return settings;
}

/**
 * Returns the options of a function that takes only some of them. An option that is not in `known` has its default.
 *
 * @param {object} [options]
 * @param {readonly ("version" | "locale" | "strict")[]} known the names that the function takes
 */
export function readSomeOptions(options = {}, known) {
  const settings = { version: "v2", locale: "en", strict: false };
  for (const name of names(options, "options")) {
    if (!known.includes(name)) throw unknownOption(name);
    const value = member(options, name, "option ", name);
    if (value === undefined) continue;
    if (name === "version") settings.version = readVersion(value);
    else if (name === "locale") settings.locale = readLocale(value);
    else settings.strict = readStrict(value);
  }
  return settings;
}

/** Returns a member of an object of the caller's; a getter or proxy that throws becomes a `TypeError`. */
export function member(object, name, what, quoted) {
  try {
    return object[name];
  } catch (cause) {
    throw new TypeError(`${what}${quoted === undefined ? "" : `"${shown(quoted)}"`} cannot be read`, { cause });
  }
}

/** Throws unless `options` is an object all of whose names are in `known`. */
export function checkNames(options, known) {
  for (const name of names(options, "options")) {
    if (!known.includes(name)) throw unknownOption(name);
  }
}

const unknownOption = (name) => new TypeError(`there is no option "${shown(name)}"`);

/** Returns a text of the caller's for a message. */
const shown = (text) => (text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT)}…` : text);

/** Returns the names of an object's own members; throws if it is not an object. */
function names(object, what) {
  if (typeof object !== "object" || object === null) throw new TypeError(`${what} must be an object`);
  try {
    return Object.keys(object);
  } catch (cause) {
    throw new TypeError(`${what} cannot be read`, { cause });
  }
}

function readVersion(version) {
  if (version !== "v1" && version !== "v2") throw new TypeError('option "version" must be "v1" or "v2"');
  return version;
}

function readStrict(strict) {
  if (typeof strict !== "boolean") throw new TypeError('option "strict" must be true or false');
  return strict;
}

/** The minimum is 1, so that every invalid request has an error to show. Large counts are capped to 32 bits. */
function readMaxViolations(count) {
  if (!Number.isSafeInteger(count) || count < 1) {
    throw new TypeError('option "maxViolations" must be a whole number of at least 1');
  }
  return Math.min(count, MAX_UINT32);
}

/**
 * Returns milliseconds since 1970-01-01T00:00:00Z, or the text as given, which the core parses. A number of seconds would
 * be a time in 1970, at which no `expires_at` has passed yet.
 */
function readNow(now) {
  if (typeof now === "string" && now.length <= MAX_TEXT) return now;
  const time = typeof now === "number" ? now : milliseconds(now);
  if (Number.isNaN(time)) throw invalidNow();
  if (typeof now === "number" && now !== 0 && Math.abs(now) < LEAST_MILLISECONDS) {
    throw new TypeError('option "now" must be in milliseconds since 1970, not in seconds');
  }
  return time;
}

export const invalidNow = () =>
  new TypeError('option "now" must be a Date, milliseconds since 1970, or an RFC 3339 date-time');

/** Returns the language of a BCP 47 tag, also of one with `_`, as in the locales of POSIX. */
function readLocale(locale) {
  if (typeof locale === "string" && (locale.length === 2 || locale[2] === "-" || locale[2] === "_")) {
    const language = locale.slice(0, 2).toLowerCase();
    if (language === "es" || language === "en") return language;
  }
  throw new TypeError('option "locale" must be a BCP 47 tag that begins with "es" or "en"');
}

/** Returns two bytes for each level that is set: the index of the rule, and the index in `SETTINGS`. */
function readLevels(levels, call) {
  const pairs = names(levels, 'option "levels"').map((id) => {
    const { index, similar } = id.length > MAX_TEXT ? { similar: "" } : call(findRule, undefined, id);
    if (index === undefined) {
      throw new TypeError(`option "levels": there is no rule "${shown(id)}"${similar && `; did you mean "${similar}"?`}`);
    }
    return [index, readSetting(id, member(levels, id, 'option "levels": ', id))];
  });
  return Uint8Array.from(pairs.filter(([, setting]) => setting !== undefined).flat());
}

function readSetting(id, setting) {
  if (setting === undefined) return undefined;
  if (!SETTINGS.includes(setting)) throw new TypeError(`option "levels": "${id}" must be "allow", "warn" or "deny"`);
  if (FIXED.includes(id) && setting !== "deny") {
    throw new TypeError(`option "levels": the level of "${id}" cannot be lowered`);
  }
  return SETTINGS.indexOf(setting);
}
