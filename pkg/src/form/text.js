/** Text as people type and copy it: the blanks around it may be invisible characters too. */

/** White space, and characters that cannot be seen: zero-width ones, marks of direction, and fillers. */
const BLANK = /[\s\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0]/;

const INVISIBLE = /[\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0]+/g;

/** Returns a text without blanks at its ends. Takes linear time, unlike a regular expression for the end. */
export function strip(text) {
  let [start, end] = [0, text.length];
  while (start < end && BLANK.test(text[start])) start++;
  while (start < end && BLANK.test(text[end - 1])) end--;
  return text.slice(start, end);
}

/** A blank, or a mark that forms put behind the text of a label. */
const MARK = /[\s*:]/;

/** Returns the text of a label without an asterisk or colon at its end. Takes linear time, as `strip` does. */
export function withoutMarks(text) {
  let end = text.length;
  while (end > 0 && MARK.test(text[end - 1])) end--;
  return text.slice(0, end).trim();
}

/** Returns a text without the characters that cannot be seen, wherever they are. White space is kept. */
export const visible = (text) => text.replace(INVISIBLE, "");
