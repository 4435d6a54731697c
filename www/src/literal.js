/** Reads objects of JavaScript and dictionaries of Python as data. Nothing of the text is run. */

/** The deepest nesting that the core accepts. */
const MAX_DEPTH = 127;

/** How many `{` of a program are tried. */
const MAX_ATTEMPTS = 50;

/** @typedef {{ value: object, language: "javascript" | "python" }} Literal */

/**
 * Returns the first object of a text that consists of literals alone; `undefined` if there is none, and for what is
 * nearly JSON: a comma too many is for the report to show.
 *
 * @returns {Literal | undefined}
 */
export function readLiteral(/** @type {string} */ text) {
  let start = -1;
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
    start = text.indexOf("{", start + 1);
    if (start < 0) return undefined;
    const reader = createReader(text, start);
    const value = reader.read();
    if (value !== undefined && Object.keys(value).length > 0) {
      const isForeign = reader.isForeign || text.slice(0, start).trim() !== "";
      return isForeign ? { value, language: languageOf(text, reader) } : undefined;
    }
  }
  return undefined;
}

/** Returns the language of a text. Both have single quotes; what only one of them has decides. */
function languageOf(text, { isPython, isJavaScript }) {
  if (isPython !== isJavaScript) return isPython ? "python" : "javascript";
  return /^\s*(?:const|let|var|export|await|return|\/\/)|;\s*$|=>/m.test(text) ? "javascript" : "python";
}

/** White space, and the comments of both languages. */
const BLANK = /(?:\s+|\/\/[^\n]*|\/\*[^]*?\*\/|#[^\n]*)*/y;

const NUMBER = /[-+]?(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:[eE][-+]?\d+)?n?(?![\w.])/y;

const NAME = /[A-Za-z_$][\w$]*/y;

/** A string, with Python's prefix. Those in backquotes hold no `${`. */
const STRING = /([rRuU]?)("""(?:[^\\]|\\[^])*?"""|'''(?:[^\\]|\\[^])*?'''|"(?:[^"\\\n]|\\[^])*"|'(?:[^'\\\n]|\\[^])*'|`(?:[^`\\$]|\\[^]|\$(?!\{))*`)/y;

const WORDS = new Map(
  Object.entries({ true: true, false: false, null: null, undefined, True: true, False: false, None: null }),
);

const ONLY_PYTHON = ["True", "False", "None"];

/** A failure to read. It is no error: the text is something else. */
class NotLiteral extends Error {}

/** Returns a reader of the value at an offset, which notes what JSON does not have. */
function createReader(text, offset) {
  const reader = {
    isForeign: false,
    isPython: false,
    isJavaScript: false,
    /** Returns the object at the offset; `undefined` if it is not one of literals alone. */
    read() {
      try {
        return readValue(0);
      } catch (error) {
        if (error instanceof NotLiteral) return undefined;
        throw error;
      }
    },
  };

  const fail = () => {
    throw new NotLiteral();
  };

  function take(pattern) {
    pattern.lastIndex = offset;
    const match = pattern.exec(text);
    if (match) offset += match[0].length;
    return match;
  }

  function skipBlank() {
    const [blank] = take(BLANK);
    if (blank.includes("#")) reader.isForeign = reader.isPython ||= !blank.includes("//");
    if (/\/[/*]/.test(blank)) reader.isForeign = reader.isJavaScript = true;
  }

  function consume(character) {
    skipBlank();
    if (text[offset] !== character) return false;
    offset++;
    return true;
  }

  function readValue(depth) {
    if (depth > MAX_DEPTH) fail();
    if (consume("{")) return readMembers(depth);
    if (consume("[")) return readElements("]", depth);
    if (text[offset] === "(") {
      offset++;
      reader.isForeign = true;
      return readElements(")", depth);
    }
    const string = readString();
    if (string !== undefined) return string;
    const number = take(NUMBER);
    if (number) return Number(number[0].replace(/[_n]|^\+/g, ""));
    const [word] = take(NAME) ?? fail();
    if (!WORDS.has(word)) fail();
    if (ONLY_PYTHON.includes(word)) reader.isForeign = reader.isPython = true;
    return WORDS.get(word);
  }

  function readMembers(depth) {
    const entries = [];
    while (!consume("}")) {
      const name = readName();
      if (!consume(":")) fail();
      const value = readValue(depth + 1);
      if (value !== undefined) entries.push([name, value]);
      if (!consume(",") && text[offset] !== "}") fail();
    }
    return Object.fromEntries(entries);
  }

  function readName() {
    skipBlank();
    const string = readString();
    if (string !== undefined) return string;
    if (consume("[")) {
      const name = readString() ?? fail();
      return consume("]") ? name : fail();
    }
    const [name] = take(NAME) ?? take(NUMBER) ?? fail();
    reader.isForeign = reader.isJavaScript = true;
    return name;
  }

  function readElements(end, depth) {
    const elements = [];
    while (!consume(end)) {
      elements.push(readValue(depth + 1));
      if (!consume(",") && text[offset] !== end) fail();
    }
    return elements;
  }

  function readString() {
    const match = take(STRING);
    if (!match) return undefined;
    const [, prefix, quoted] = match;
    if (!quoted.startsWith('"') || quoted.startsWith('"""') || prefix) reader.isForeign = true;
    if (quoted.startsWith("`")) reader.isJavaScript = true;
    if (prefix || /^("""|''')/.test(quoted)) reader.isPython = true;
    const marks = /^("""|''')/.test(quoted) ? 3 : 1;
    const inside = quoted.slice(marks, -marks);
    return /^r$/i.test(prefix) ? inside : inside.replace(ESCAPE, unescape);
  }

  return reader;
}

/** An escape of JavaScript or Python. */
const ESCAPE = /\\(?:u\{([\da-fA-F]{1,6})\}|u([\da-fA-F]{4})|U([\da-fA-F]{8})|x([\da-fA-F]{2})|(\r?\n)|([^]))/g;

const CHARACTERS = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f", v: "\v", 0: "\0" };

function unescape(escape, brace, four, eight, two, line, character) {
  if (line !== undefined) return "";
  if (character !== undefined) return CHARACTERS[character] ?? character;
  const code = parseInt(brace ?? four ?? eight ?? two, 16);
  return code <= 0x10ffff ? String.fromCodePoint(code) : escape;
}
