/** Local times, as a `datetime-local` control has them, as times in UTC. */

const LOCAL = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?$/;

const DAY = 86_400_000;

/** True for a date and a time without an offset, the form in which a `datetime-local` control is posted. */
export const isLocalTime = (text) => LOCAL.test(text);

/**
 * Returns a local time as UTC, without fractions of a second; the text itself if it is not a time that exists. Where
 * clocks are put forward, a time in the gap is read by the offset before it; where they are put back, a time that comes
 * twice is the first.
 *
 * @param {string} text
 * @param {string} [timeZone] an IANA name; without it, the zone of the machine
 */
export function toUtc(text, timeZone) {
  const wall = Date.parse(`${text}Z`);
  // `Date.parse` reads 30 February as 2 March.
  if (!isLocalTime(text) || Number.isNaN(wall) || !written(wall).startsWith(text.slice(0, MINUTE))) return text;
  const time = timeZone === undefined ? new Date(text).getTime() : wall - offsetAt(wall, timeZone);
  return written(time).replace(/\.\d{3}Z$/, "Z");
}

/** The length of a time down to its minute. */
const MINUTE = "2026-01-14T12:00".length;

const written = (time) => new Date(time).toISOString();

/** Throws a `TypeError` unless `timeZone` is the name of a zone, or `undefined`. */
export function checkTimeZone(timeZone) {
  if (timeZone === undefined) return;
  try {
    if (typeof timeZone === "string") return void formatOf(timeZone);
  } catch {
    // A `RangeError` of `Intl`, which does not name the option.
  }
  throw new TypeError('option "timeZone" must be an IANA name, such as "America/Santiago"');
}

/** Returns the offset that is right for the time that clocks show, in milliseconds. */
function offsetAt(wall, timeZone) {
  const [before, after] = [-DAY, DAY].map((distance) => offsetOf(wall + distance, timeZone));
  const fits = (offset) => offsetOf(wall - offset, timeZone) === offset;
  return !fits(before) && fits(after) ? after : before;
}

/** Returns the offset at an instant: what clocks show, read as UTC, minus the instant. */
function offsetOf(instant, timeZone) {
  // `1/13/2026, 09:00:00`. Not by `formatToParts`, which Hermes has on Android only.
  const [month, day, year, hour, minute, second] = formatOf(timeZone).format(instant).match(/\d+/g).map(Number);
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(instant / 1000) * 1000;
}

const formats = new Map();
const MOST_FORMATS = 16;

/** Returns the format of a zone, cached: to make one is slow. */
function formatOf(timeZone) {
  if (formats.size > MOST_FORMATS) formats.clear();
  if (!formats.has(timeZone)) {
    const number = { year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric" };
    formats.set(
      timeZone,
      new Intl.DateTimeFormat("en-US", { timeZone, hourCycle: "h23", ...number, second: "numeric" }),
    );
  }
  return formats.get(timeZone);
}
