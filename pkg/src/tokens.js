/**
 * A value as words for the core (`src/wasm/tokens.rs`), which says of it what its text would, and takes less time. Only of
 * what nobody can have meddled with: plain objects and arrays of plain values, not large. All else goes by its text.
 */

/** In the low bits of a word. In the others is how long something is, or which. */
const KIND_BITS = 3;
const [END, OBJECT, ARRAY, TEXT, NAME, OTHER_NAME, INTEGER, SPECIAL] = [0, 1, 2, 3, 4, 5, 6, 7];

const special = (index) => (index << KIND_BITS) | SPECIAL;
const [NULL, FALSE, TRUE, LARGE, DECIMALS] = [0, 1, 2, 3, 4].map(special);

/** An integer from here on does not fit a word beside its kind. */
const TOO_LARGE = 2 ** (31 - KIND_BITS);

const TWO_WORDS = 2 ** 32;

/** So many words and UTF-16 units are sure to be less than 1 MiB as JSON: a name has at most 30 bytes, a unit at most 6. */
const MOST_WORDS = 16_000;
const MOST_UNITS = 80_000;

/** No request is as deep. */
const MOST_DEPTH = 16;

const OBJECTS = Object.prototype;
const ARRAYS = Array.prototype;

/**
 * @param {string[]} names the names that the core knows by their indexes
 * @returns {(value: unknown) => { words: Uint8Array, text: string } | undefined}
 *   the words of a value, until the next call, and its strings one after the other; nothing when it must go by its text
 */
export function createTokenizer(names) {
  const indexes = new Map(names.map((name, index) => [name, (index << KIND_BITS) | NAME]));
  const words = new Int32Array(MOST_WORDS);
  const bytes = new Uint8Array(words.buffer);
  let count = 0;
  let text = "";

  /** Whether a value is being written: it may have a getter that asks about another. */
  let isBusy = false;

  /** Whether a value could be written. There is always room for the words of one value that holds none. */
  const write = (value, depth) => {
    if (count > MOST_WORDS - 8) return false;
    switch (typeof value) {
      case "string":
        text += value;
        words[count++] = (value.length << KIND_BITS) | TEXT;
        return text.length <= MOST_UNITS;
      case "number":
        return writeNumber(value);
      case "boolean":
        words[count++] = value ? TRUE : FALSE;
        return true;
      case "object":
        if (value === null) {
          words[count++] = NULL;
          return true;
        }
        return depth < MOST_DEPTH && (Array.isArray(value) ? writeArray(value, depth) : writeObject(value, depth));
      default:
        return false;
    }
  };

  const writeNumber = (value) => {
    if (value < TOO_LARGE && value > -TOO_LARGE && Number.isInteger(value)) {
      words[count++] = (value << KIND_BITS) | INTEGER;
    } else if (Number.isSafeInteger(value)) {
      words[count++] = LARGE;
      words[count++] = value;
      words[count++] = Math.floor(value / TWO_WORDS);
    } else {
      words[count++] = DECIMALS;
      return Math.abs(value) <= Number.MAX_SAFE_INTEGER;
    }
    return true;
  };

  const writeArray = (array, depth) => {
    if (Object.getPrototypeOf(array) !== ARRAYS || array.toJSON !== undefined) return false;
    words[count++] = ARRAY;
    for (let index = 0; index < array.length; index++) {
      if (!write(array[index], depth + 1)) return false;
    }
    words[count++] = END;
    return true;
  };

  const writeObject = (object, depth) => {
    const prototype = Object.getPrototypeOf(object);
    if ((prototype !== OBJECTS && prototype !== null) || object.toJSON !== undefined) return false;
    words[count++] = OBJECT;
    for (const name in object) {
      const value = object[name];
      if (value === undefined) continue;
      const index = indexes.get(name);
      if (index === undefined) {
        text += name;
        words[count++] = (name.length << KIND_BITS) | OTHER_NAME;
        if (text.length > MOST_UNITS) return false;
      } else {
        words[count++] = index;
      }
      if (!write(value, depth + 1)) return false;
    }
    words[count++] = END;
    return true;
  };

  return (value) => {
    // What every object inherits would come up in each.
    for (const _ in OBJECTS) return undefined;
    if (isBusy) return undefined;
    isBusy = true;
    count = 0;
    text = "";
    try {
      return write(value, 0) && isWellFormed(text) ? { words: bytes.subarray(0, count * 4), text } : undefined;
    } catch {
      // It may be sent all the same, or not: that is for its text to say.
      return undefined;
    } finally {
      isBusy = false;
    }
  };
}

const LONE_SURROGATE = /\p{Surrogate}/u;

/** Whether no half of a surrogate pair is alone: JSON has an escape for it, and UTF-8 nothing. */
const isWellFormed = (text) => text.isWellFormed?.() ?? !LONE_SURROGATE.test(text);
