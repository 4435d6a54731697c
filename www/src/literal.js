/** Reads objects of JavaScript, Python, Ruby and PHP as data. Nothing of the text is run. */

/** The deepest nesting that the core accepts. */
const MAX_DEPTH = 127;

/** How many beginnings of objects in a program are tried, and how many marks and words are read in all attempts. */
const MAX_ATTEMPTS = 50;
const MAX_STEPS = 1 << 19;

/** @typedef {"javascript" | "python" | "ruby" | "php" | "text"} Language */

/**
 * @typedef {object} Literal
 * @property {object} value
 * @property {number} start the offset of the object
 * @property {boolean} isFirst whether it begins at the first bracket of the text
 * @property {boolean} isForeign whether it has, or has around it, what JSON does not have
 * @property {Language} language of the object; `text` if it is JSON
 */

/** The beginning of an object, of an array of PHP, or of the arguments of a call with names. */
const START = /\{|\[(?=\s*["'])|\((?:(?<=\barray\s*\()|(?<=\w\()(?=\s*[A-Za-z_]\w*\s*=[^=>]))/g;

/** Iterates over the objects of a text that consist of literals alone, those within others too. */
export function* literalsOf(/** @type {string} */ text) {
  let attempt = 0;
  const fuel = { steps: MAX_STEPS };
  for (const { index: start } of text.matchAll(START)) {
    if (attempt++ === MAX_ATTEMPTS || fuel.steps <= 0) return;
    const reader = createReader(text, start, fuel);
    const value = reader.read();
    if (value === undefined || Array.isArray(value) || Object.keys(value).length === 0) continue;
    const isForeign = reader.isForeign || text.slice(0, start).trim() !== "";
    yield /** @type {Literal} */ ({ value, start, isFirst: attempt === 1, isForeign, language: languageOf(text, reader) });
  }
}

/** Returns the language of a text. Most have single quotes; what only one of them has decides. */
function languageOf(text, { isForeign, isPython, isJavaScript, isRuby, isPhp }) {
  if (isPhp) return "php";
  if (isRuby) return "ruby";
  if (isPython !== isJavaScript) return isPython ? "python" : "javascript";
  if (/^[ \t]*(?:const|let|var|export|await|return|\/\/)|;[ \t]*$|=>/m.test(text)) return "javascript";
  if (/^[ \t]*(?:import|from|def|print)\b/m.test(text)) return "python";
  return isForeign ? "python" : "text";
}

/** The beginning of an array in older PHP. */
const ARRAY = /\barray\s*\(/y;

/** White space, and the comments of these languages. */
const BLANK = /(?:\s|\/\/[^\n]*|\/\*[^]*?\*\/|#[^\n]*)*/y;

const NUMBER = /[-+]?(?:\d[\d_]*(?:\.[\d_]*)?|\.\d[\d_]*)(?:[eE][-+]?\d+)?n?(?![\w.])/y;

const NAME = /[A-Za-z_$][\w$]*/y;

/** A string, with Python's prefix. Those in backquotes hold no `${`. Word processors write the last two kinds. */
const STRING = /([rRuU]?)("""(?:[^\\]|\\[^])*?"""|'''(?:[^\\]|\\[^])*?'''|"(?:[^"\\\n]|\\[^])*"|'(?:[^'\\\n]|\\[^])*'|`(?:[^`\\$]|\\[^]|\$(?!\{))*`|\u201c[^\u201c\u201d\n]*\u201d|\u2018[^\u2018\u2019\n]*\u2019)/y;

const WORDS = new Map(
  Object.entries({ true: true, false: false, null: null, undefined, True: true, False: false, None: null, nil: null }),
);

const ONLY_PYTHON = ["True", "False", "None"];

/** A failure to read. It is no error: the text is something else. */
class NotLiteral extends Error {}

/** Returns a reader of the value at an offset, which notes what JSON does not have. It fails without fuel. */
function createReader(text, offset, fuel) {
  const reader = {
    isForeign: false,
    isPython: false,
    isJavaScript: false,
    isRuby: false,
    isPhp: false,
    /** Returns the object at the offset; `undefined` if it is not one of literals alone. */
    read() {
      try {
        return text[offset] === "(" ? readCall() : readValue(0);
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
    if (fuel.steps-- <= 0) fail();
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
    const call = take(ARRAY);
    if (call) return readElements(")", depth);
    if (take(/:(?=\w)/y)) reader.isForeign = reader.isRuby = true;
    if (text[offset] === "(") {
      offset++;
      reader.isForeign = true;
      return readElements(")", depth);
    }
    const string = readStrings();
    if (string !== undefined) return string;
    const number = take(NUMBER);
    if (number) return Number(number[0].replace(/[_n]|^\+/g, ""));
    const [word] = take(NAME) ?? fail();
    if (text[offset - word.length - 1] === ":" && reader.isRuby) return word;
    if (!WORDS.has(word)) fail();
    if (word === "nil") reader.isForeign = reader.isRuby = true;
    if (ONLY_PYTHON.includes(word)) reader.isForeign = reader.isPython = true;
    return WORDS.get(word);
  }

  function readMembers(depth) {
    const entries = [];
    while (!consume("}")) {
      const name = readName();
      if (consumeArrow()) reader.isRuby = true;
      else if (!consume(":")) fail();
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
    if (take(/:(?=\w)/y)) reader.isRuby = true;
    const [name] = take(NAME) ?? take(NUMBER) ?? fail();
    reader.isForeign = reader.isJavaScript = true;
    return name;
  }

  function readElements(end, depth) {
    const elements = [];
    const entries = [];
    while (!consume(end)) {
      const element = readValue(depth + 1);
      if (consumeArrow()) entries.push([String(element), readValue(depth + 1)]);
      else elements.push(element);
      if (!consume(",") && text[offset] !== end) fail();
    }
    if (entries.length === 0) return elements;
    reader.isPhp = true;
    const isList = entries.every(([name], index) => name === String(index));
    return elements.length > 0 ? fail() : isList ? entries.map(([, value]) => value) : Object.fromEntries(entries);
  }

  /** Reads the arguments of a call in Python: `create(amount=1, currency="CLP")`. */
  function readCall() {
    if (text.slice(0, offset).endsWith("array")) {
      offset++;
      return readElements(")", 0);
    }
    offset++;
    const entries = [];
    while (!consume(")")) {
      skipBlank();
      const [name] = take(NAME) ?? fail();
      if (!consume("=")) fail();
      entries.push([name, readValue(1)]);
      if (!consume(",") && text[offset] !== ")") fail();
    }
    reader.isForeign = reader.isPython = true;
    return Object.fromEntries(entries);
  }

  function consumeArrow() {
    skipBlank();
    if (!text.startsWith("=>", offset)) return false;
    offset += 2;
    reader.isForeign = true;
    return true;
  }

  /** Reads strings that are joined: by `+`, or in Python by being beside each other. */
  function readStrings() {
    let joined = readString();
    if (joined === undefined) return undefined;
    for (;;) {
      const before = offset;
      const isAdded = consume("+");
      skipBlank();
      const next = readString();
      if (next === undefined) {
        offset = before;
        return joined;
      }
      reader.isForeign = true;
      if (!isAdded) reader.isPython = true;
      joined += next;
    }
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
    return /^r$/i.test(prefix) || /^[\u2018\u201c]/.test(quoted) ? inside : inside.replace(ESCAPE, unescape);
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
