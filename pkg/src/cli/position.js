/** Finds the position of a violation in the text of a request. */

/** Rules that are reported at the name of a member, not at its value. */
const ABOUT_NAMES = ["unknown-field", "options-match-types", "metadata-key-size"];

/**
 * Returns the line and column of a violation, both from 1. Columns count characters (code points).
 *
 * @param {object} violation
 * @param {string | undefined} text the request; `undefined` if it is not UTF-8
 */
export function positionOf(violation, text) {
  if (violation.rule === "json-syntax") return positionInMessage(violation.message);
  if (text === undefined || violation.rule === "body-size") return { line: 1, column: 1 };
  return lineAndColumn(text, offsetOf(violation, text));
}

/** In both languages, the first two numbers of a `json-syntax` message are the line and the column. */
function positionInMessage(message) {
  const [line, column] = message.match(/\d+/g).map(Number);
  return { line, column };
}

function offsetOf({ rule, path }, text) {
  const [first, second] = locate(text, path);
  if (first === undefined) return offsetOfParent(text, path);
  if (rule === "duplicate-key" && second) return second.name;
  return ABOUT_NAMES.includes(rule) ? (first.name ?? first.value) : first.value;
}

/** Returns the offset of the innermost value that contains the missing end of a path. */
function offsetOfParent(text, path) {
  for (let depth = path.length - 1; depth >= 0; depth--) {
    const [parent] = locate(text, path.slice(0, depth));
    if (parent) return parent.value;
  }
  return 0;
}

function lineAndColumn(text, offset) {
  const lines = text.slice(0, offset).split("\n");
  return { line: lines.length, column: [...lines.at(-1)].length + 1 };
}

/**
 * Returns the offsets of every value at a path in a JSON text: several if a name is repeated. `name` is the offset of
 * the member's name; `undefined` for an element and for the body.
 */
function locate(text, path) {
  const found = [];
  const tokens = /"(?:[^"\\]|\\.)*"|[{}[\]:,]|[^\s{}[\]:,"]+/g;
  let token;
  const advance = () => (token = tokens.exec(text));

  /** Consumes the value at the token. `rest` is the remaining path; `undefined` if the value is not on the path. */
  const descend = (name, rest) => {
    if (rest?.length === 0) found.push({ name, value: token.index });
    if (token[0] === "{" || token[0] === "[") readMembers(token[0] === "{", rest);
    advance();
  };

  const readMembers = (isObject, rest) => {
    const end = isObject ? "}" : "]";
    advance();
    for (let index = 0; token[0] !== end; index++) {
      if (token[0] === ",") advance();
      const name = isObject ? token.index : undefined;
      const key = isObject ? JSON.parse(token[0]) : index;
      if (isObject) {
        advance();
        advance();
      }
      descend(name, rest !== undefined && rest[0] === key ? rest.slice(1) : undefined);
    }
  };

  advance();
  descend(undefined, path);
  return found;
}
