/** The forms of text, for the candidates that have none of their own. */

export const EMAIL =
  /^[\w.!#$%&'*+/=?^`{|}~-]+@[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?)*$/i;

/** An absolute URL; with a host, and with a port up to 65535 if any, when it is of the web. */
export const URL_FORM =
  /^(?!https?:(?!\/\/(?:[^/\\?#]*@)?(?:[^\s%<>^|"`{}[\]:@/\\?#]+|\[[\da-f:.]+\])(?::(?:\d{0,4}|[0-5]\d{4}|6[0-4]\d{3}|65[0-4]\d\d|655[0-2]\d|6553[0-5]))?(?:[/\\?#]|$)))[a-z][a-z\d+.-]*:\/\/[^\s\p{Cc}\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]*$/iu;

/** As RFC 3339 and ISO 8601 spell it, with an offset or without. */
export const DATE_TIME =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:[.,]\d+)?)?(?:Z|[+-](?:[01]\d|2[0-3])(?::?[0-5]\d)?)?$/i;
