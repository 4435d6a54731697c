/** Undoes what the official client does to the texts of an answer, so that it can be compared with its request. */

/**
 * Returns the answer of the client as Fintoc sent it. The client makes a `Date` of every text that `Date.parse` accepts,
 * even of `https://merchant.com/1` or an order number, so a text of the request that has become one is put back.
 *
 * @param {unknown} answer the session as the client returns it
 * @param {unknown} sent the part of the request at the same place
 */
export function answerOf(answer, sent) {
  const value = typeof answer?.serialize === "function" ? answer.serialize() : answer;
  return restored(value, sent);
}

function restored(value, sent) {
  if (Array.isArray(value)) return value.map((element, index) => answerOf(element, sent?.[index]));
  if (value instanceof Date) return isOf(value.getTime(), sent) ? sent : value;
  // The client writes the dates of its own objects as texts.
  if (typeof value === "string") return ISO.test(value) && isOf(Date.parse(value), sent) ? sent : value;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, answerOf(member, sent?.[name])]));
}

/** The form of `Date.prototype.toISOString`. */
const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

const isOf = (time, sent) => typeof sent === "string" && Date.parse(sent) === time;
