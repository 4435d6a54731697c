/** The options of a call, checked. A wrong one is a `TypeError` that names it: it is a mistake in the program. */

const NAMES = ["version", "now", "locale", "strict", "levels"];

const SETTINGS = ["allow", "warn", "deny"];

/** The rules that say that a body cannot be read at all. */
const FIXED = ["json-syntax", "body-size", "not-serializable"];

/** The furthest time from 1970 that a `Date` can be, in milliseconds. */
const MAX_TIME = 8.64e15;

/**
 * @param {import("./types.js").Options | undefined} options
 * @param {ReturnType<typeof import("./engine.js").createEngine>} engine
 */
export function readOptions(options, engine) {
  if (options === undefined) return { version: "v2", now: Date.now(), locale: "en", strict: false, levels: [] };
  if (typeof options !== "object" || options === null) throw new TypeError("options must be an object");
  for (const name of Object.keys(options)) {
    if (!NAMES.includes(name)) throw new TypeError(`there is no option "${name}"`);
  }
  const { version = "v2", now = Date.now(), locale = "en", strict = false, levels = {} } = options;
  if (version !== "v1" && version !== "v2") throw new TypeError('option "version" must be "v1" or "v2"');
  if (typeof strict !== "boolean") throw new TypeError('option "strict" must be true or false');
  return { version, now: readNow(now), locale: readLocale(locale), strict, levels: readLevels(levels, engine) };
}

/** The time as milliseconds, or as the text that the core will judge. */
function readNow(now) {
  if (typeof now === "string") return now;
  const time = Object.prototype.toString.call(now) === "[object Date]" ? Number(now) : now;
  if (typeof time !== "number" || !(Math.abs(time) <= MAX_TIME)) throw invalidNow();
  return time;
}

export const invalidNow = () =>
  new TypeError('option "now" must be a Date, milliseconds since 1970, or an RFC 3339 date-time');

function readLocale(locale) {
  const tag = typeof locale === "string" ? /^(es|en)(-|$)/i.exec(locale) : null;
  if (!tag) throw new TypeError('option "locale" must be a BCP 47 tag that begins with "es" or "en"');
  return tag[1].toLowerCase();
}

function readLevels(levels, engine) {
  if (typeof levels !== "object" || levels === null) throw new TypeError('option "levels" must be an object');
  return Object.entries(levels)
    .filter(([, setting]) => setting !== undefined)
    .map(([id, setting]) => {
      const rule = findRule(id, 'option "levels"', engine);
      if (!SETTINGS.includes(setting)) {
        throw new TypeError(`option "levels": "${id}" must be "allow", "warn" or "deny"`);
      }
      if (FIXED.includes(id) && setting !== "deny") {
        throw new TypeError(`option "levels": the level of "${id}" cannot be lowered`);
      }
      return { rule, setting };
    });
}

/** The index of a rule. */
export function findRule(id, what, engine) {
  const { index, similar } = engine.findRule(String(id));
  if (index === undefined) {
    throw new TypeError(`${what}: there is no rule "${String(id)}"${similar && `; did you mean "${similar}"?`}`);
  }
  return index;
}
