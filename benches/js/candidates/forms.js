/** The forms of text, for the candidates that have none of their own. */

export const EMAIL =
  /^[\w.!#$%&'*+/=?^`{|}~-]+@[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?)*$/i;

/** An absolute URL; with a host, when it is of the web. */
export const URL_FORM = /^(?!https?:(?!\/\/[^/?#]))[a-z][a-z\d+.-]*:[^\s\p{Cc}]+$/iu;

export const DATE_TIME =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/i;
