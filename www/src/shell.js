/** Splits commands into words. */

/** Returns a command of the Windows prompt without the carets that escape characters and line breaks there. */
export const withoutCarets = (/** @type {string} */ text) =>
  /\^(?:\r?\n|")/.test(text) ? text.replace(/\^(\r?\n|[^])/g, (_, character) => (character.endsWith("\n") ? " " : character)) : text.replace(/`\r?\n/g, " ");

/** A part of a word: `'...'`, `$'...'`, `"..."`, an escaped character, or plain characters. */
const PART = /\$'((?:[^'\\]|\\[^])*)'|'([^']*)'|"((?:[^"\\]|\\[^])*)"|\\(\r?\n|[^])|([^\s'"\\]+)|(\s+)/gy;

/** Splits a command as POSIX shells do, except that nothing is expanded. */
export function shellWords(text) {
  const words = [];
  let word;
  for (const [, ansi, single, double, escaped, plain, blank] of text.matchAll(PART)) {
    const part = ansi !== undefined ? unescape(ansi) : (single ?? double?.replace(/\\(["$`\\]|\r?\n)/g, unquote) ?? plain ?? escaped);
    if (blank !== undefined || /^\r?\n$/.test(escaped ?? "")) {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else {
      word = (word ?? "") + part;
    }
  }
  return word === undefined ? words : [...words, word];
}

/** Inside of `"..."` an escaped line break is nothing. */
const unquote = (_, character) => (character.endsWith("\n") ? "" : character);

const ESCAPES = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };

/** Returns the text of `$'...'`. */
const unescape = (text) =>
  text.replace(/\\(?:u([\da-fA-F]{1,4})|x([\da-fA-F]{1,2})|([^]))/g, (_, unicode, byte, character) =>
    character === undefined ? String.fromCharCode(parseInt(unicode ?? byte, 16)) : (ESCAPES[character] ?? character),
  );
