/** Where in the text of a request a violation is. */

/** The rules that are about the name, and not about the value. */
const ABOUT_NAMES = ["unknown-field", "options-match-types", "metadata-key-size"];

/**
 * The line and column, both from 1; columns count characters.
 *
 * @param {object} violation
 * @param {string | undefined} text the request, unless it is not UTF-8
 */
export function positionOf(violation, text) {
  if (violation.rule === "json-syntax") return positionInMessage(violation.message);
  if (text === undefined || violation.rule === "body-size") return { line: 1, column: 1 };
  return lineAndColumn(text, offsetOf(violation, text));
}

/** The message of `json-syntax` begins with the line and the column, in either language. */
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

/** The nearest object around what a path leads to, when that is missing. */
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
 * Where a path leads in a text that is JSON, at every occurrence of a name that is repeated: the offset of the name, if
 * there is one, and of the value.
 */
function locate(text, path) {
  const found = [];
  const tokens = /"(?:[^"\\]|\\.)*"|[{}[\]:,]|[^\s{}[\]:,"]+/g;
  let token;
  const advance = () => (token = tokens.exec(text));

  /** Reads the value at the token; `rest` is what is left of the path, or nothing when it leads elsewhere. */
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
