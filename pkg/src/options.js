/** Checks the options of a call. A wrong option is a mistake in the program: a `TypeError` that names it. */

const NAMES = ["version", "now", "locale", "strict", "levels", "maxViolations"];

const MAX_VIOLATIONS = 1000;

/** The largest count that the core takes. */
const MAX_UINT32 = 2 ** 32 - 1;

/** The levels that an option can set. The index of each is its number in the core. */
const SETTINGS = ["allow", "warn", "deny"];

const NO_LEVELS = new Uint8Array();

/** The rules for a body that cannot be read at all. Their level is always `deny`. */
const FIXED = ["json-syntax", "body-size", "not-serializable"];

/**
 * Returns the options with defaults filled in, in the form that the core takes.
 *
 * @param {import("fintoc-preflight").Options | undefined} options
 * @param {ReturnType<typeof import("./engine.js").createEngine>} engine
 */
export function readOptions(options, engine) {
  if (options === undefined) return usual();
  const read = (name, otherwise) => {
    const value = member(options, name, `option "${name}"`);
    return value === undefined ? otherwise : value;
  };
  checkNames(options, NAMES);
  return {
    version: readVersion(read("version", "v2")),
    now: readNow(read("now", Date.now())),
    locale: readLocale(read("locale", "en")),
    strict: readStrict(read("strict", false)),
    levels: readLevels(read("levels", {}), engine),
    maxViolations: readMaxViolations(read("maxViolations", MAX_VIOLATIONS)),
  };
}

/** The defaults. Nothing is checked for a call without options, the most frequent one. */
const usual = () => ({
  version: "v2",
  now: Date.now(),
  locale: "en",
  strict: false,
  levels: NO_LEVELS,
  maxViolations: MAX_VIOLATIONS,
});

/**
 * Returns the options of a function that takes only some of them. An option that is not in `known` has its default.
 *
 * @param {object} [options]
 * @param {readonly ("version" | "locale" | "strict")[]} known the names that the function takes
 */
export function readSomeOptions(options = {}, known) {
  checkNames(options, known);
  const read = (name, otherwise) => {
    const value = known.includes(name) ? member(options, name, `option "${name}"`) : undefined;
    return value === undefined ? otherwise : value;
  };
  return {
    version: readVersion(read("version", "v2")),
    locale: readLocale(read("locale", "en")),
    strict: readStrict(read("strict", false)),
  };
}

/** Returns a member of an object of the caller's; a getter or proxy that throws becomes a `TypeError`. */
export function member(object, name, what) {
  try {
    return object?.[name];
  } catch (cause) {
    throw new TypeError(`${what} cannot be read`, { cause });
  }
}

/** Throws unless `options` is an object all of whose names are in `known`. */
export function checkNames(options, known) {
  for (const name of names(options, "options")) {
    if (!known.includes(name)) throw new TypeError(`there is no option "${name}"`);
  }
}

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

/** Returns milliseconds since 1970-01-01T00:00:00Z, or the text as given, which the core parses. */
function readNow(now) {
  if (typeof now === "string") return now;
  const time = typeof now === "number" ? now : milliseconds(now);
  if (Number.isNaN(time)) throw invalidNow();
  return time;
}

/** Returns the milliseconds since 1970-01-01T00:00:00Z of a `Date` of any realm; `NaN` for any other value. */
export function milliseconds(date) {
  try {
    return Date.prototype.getTime.call(date);
  } catch {
    return NaN;
  }
}

export const invalidNow = () =>
  new TypeError('option "now" must be a Date, milliseconds since 1970, or an RFC 3339 date-time');

function readLocale(locale) {
  const tag = typeof locale === "string" ? /^(es|en)(-|$)/i.exec(locale) : null;
  if (!tag) throw new TypeError('option "locale" must be a BCP 47 tag that begins with "es" or "en"');
  return tag[1].toLowerCase();
}

/** Returns two bytes for each level that is set: the index of the rule, and the index in `SETTINGS`. */
function readLevels(levels, engine) {
  const pairs = names(levels, 'option "levels"').map((id) => {
    const { index, similar } = engine.findRule(id);
    if (index === undefined) {
      throw new TypeError(`option "levels": there is no rule "${id}"${similar && `; did you mean "${similar}"?`}`);
    }
    return [index, readSetting(id, member(levels, id, `option "levels": "${id}"`))];
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
