/** Text formats, for candidates without formats of their own. */

export const EMAIL =
  /^[\w.!#$%&'*+/=?^`{|}~-]+@[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?)*$/i;

/** An absolute URL. With `http` or `https` it must have a host, and a port up to 65535 if any. */
export const URL_FORM =
  /^(?!https?:(?!\/\/(?:[^/\\?#]*@)?(?:[^\s%<>^|"`{}[\]:@/\\?#]+|\[[\da-f:.]+\])(?::(?:\d{0,4}|[0-5]\d{4}|6[0-4]\d{3}|65[0-4]\d\d|655[0-2]\d|6553[0-5]))?(?:[/\\?#]|$)))[a-z][a-z\d+.-]*:\/\/[^\s\p{Cc}\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]*$/iu;

/** A date-time of RFC 3339 or ISO 8601, with or without an offset. */
export const DATE_TIME =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:[.,]\d+)?)?(?:Z|[+-](?:[01]\d|2[0-3])(?::?[0-5]\d)?)?$/i;
