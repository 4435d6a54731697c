/** Serializes a value as `JSON.stringify` does, within limits of size and depth, and tells what is lost in the text. */

import { lengthOfTyped, milliseconds } from "./views.js";

/** The size limit of a body, in bytes of UTF-8. */
export const MAX_BYTES = 1024 * 1024;

/** The limit of nested objects and arrays, the body included. */
const MAX_DEPTH = 127;

/** The most members and elements that are read, those included that JSON leaves out, which take no bytes. */
const MAX_READS = 1024 * 1024;

const TOO_LARGE = Symbol("too large");

/** What `JSON.stringify` loses of an object, by its tag; the ids are those of `Loss` in the core. */
const LOSSES = { Map: "map", Set: "set", Promise: "promise" };

/** What is lost of a whole body. Inside a body they are objects like any other. */
const LOSSES_OF_BODY = {
  FormData: "form_data",
  URLSearchParams: "url_search_params",
  Request: "request",
  Response: "response",
};

/**
 * The result of `serialize`.
 *
 * @typedef {object} Serialized
 * @property {string} [text] the JSON text; absent for a value that cannot be sent
 * @property {unknown} copy what the text says
 * @property {[id: string, ...path: (string | number)[]][]} losses values that the text lacks or has otherwise
 * @property {number} omitted how many further ones there are
 * @property {{ id: string, path: (string | number)[] }} [fault] why there is no text, with an id of `ValueFault` in the
 *   core, or an empty one if the value is too large
 */

/**
 * Returns the JSON text of a value. Every member is read once, into a copy of plain objects and arrays: on these
 * `JSON.stringify` takes its fast path, and no getter or `toJSON` can change what was counted.
 *
 * @param {unknown} value
 * @param {number} maxLosses the most losses that are listed
 * @returns {Serialized}
 */
export function serialize(value, maxLosses = Infinity) {
  const copier = new Copier(maxLosses);
  const { losses } = copier;
  try {
    const copy = copier.copy(value, "", false);
    if (copy === undefined) return { losses, omitted: 0, fault: { id: idOfNothing(value), path: [] } };
    const text = stringify(copy);
    return { text, copy: copier.hasRaw ? JSON.parse(text) : copy, losses, omitted: copier.omitted };
  } catch (error) {
    const fault = error === TOO_LARGE ? { id: "", path: [] } : { id: copier.cause, path: copier.place() };
    return { losses, omitted: 0, fault };
  }
}

/** False for an engine that writes half of a surrogate pair as it is, as Hermes does; found out on first use. */
let isWellFormed;

/** Returns the JSON text of a plain value, with an escape for half of a surrogate pair. */
export function stringify(copy) {
  const text = JSON.stringify(copy);
  if ((isWellFormed ??= JSON.stringify("\ud800").length > 3) || !LONE_SURROGATE.test(text)) return text;
  return Array.from(text, (character) =>
    LONE_SURROGATE.test(character) ? `\\u${character.charCodeAt(0).toString(16)}` : character,
  ).join("");
}

/** Returns the id of the reason why a body has no text. An object has none if its `toJSON` gives nothing. */
const idOfNothing = (value) => (typeof value === "function" || typeof value === "symbol" ? typeof value : "undefined");

/** Copies one value, by the steps of SerializeJSONProperty in ECMA-262. */
class Copier {
  /**
   * The fewest bytes of the text so far: a member takes its name, two quotes, a colon and its value; each but the first
   * of an object or array takes a comma.
   */
  bytes = 0;
  reads = 0;
  /** The objects around the value, outermost first, and the names and indexes that lead to it. */
  around = [];
  path = [];
  depth = 0;
  /** The cause of an exception: a getter or a trap of a Proxy, unless it is said to be another. */
  cause = "getter";
  losses = [];
  omitted = 0;
  /** The size of the listed paths. */
  units = 0;
  /** True if there is a number that `JSON.rawJSON` has made. */
  hasRaw = false;

  constructor(maxLosses) {
    this.maxLosses = maxLosses;
  }

  /** Returns the copy of a value; `undefined` if JSON leaves it out. `key` is its name in the object around it. */
  copy(value, key, isElement) {
    switch (typeof value) {
      case "string":
        this.count(value.length + 2);
        return value;
      case "number":
        return this.number(value);
      case "boolean":
        this.count(4);
        return value;
      case "undefined":
        return isElement ? this.lose("undefined") : undefined;
      case "object":
        if (value === null) return this.null();
    }
    const sent = this.convert(value, key);
    if (typeof sent === "object" && sent !== null) return this.object(sent);
    if (sent === null && tagOf(value) === "Date" && Number.isNaN(milliseconds(value))) this.lose("invalid_date");
    if (typeof sent === "function" || typeof sent === "symbol") return this.lose(typeof sent);
    if (typeof sent === "bigint") this.fail("bigint");
    return this.copy(sent, key, isElement);
  }

  number(value) {
    if (value - value !== 0) {
      this.lose("not_finite");
      return this.null();
    }
    this.count(1);
    return value === 0 ? 0 : value; // -0 is written as 0
  }

  null() {
    this.count(4);
    return null;
  }

  /** Returns what the `toJSON` of a value gives; the value itself if it has none. */
  convert(value, key) {
    const toJSON = typeof value === "symbol" ? undefined : value.toJSON;
    if (typeof toJSON !== "function") return value;
    this.cause = "to_json";
    const sent = toJSON.call(value, String(key));
    this.cause = "getter";
    return sent;
  }

  object(value) {
    if (Array.isArray(value)) return this.array(value);
    const prototype = prototypeOf(value);
    if (prototype !== Object.prototype) {
      const tag = tagOf(value);
      const primitive = unboxed(value, tag);
      if (primitive !== value) return typeof primitive === "bigint" ? this.fail("bigint") : this.copy(primitive);
      const loss = LOSSES[tag] ?? (this.depth === 0 ? LOSSES_OF_BODY[tag] : undefined);
      if (loss !== undefined) this.lose(loss);
      if (prototype === null && JSON.isRawJSON?.(value)) {
        this.hasRaw = true;
        this.count(value.rawJSON.length);
        return value;
      }
      // Typed arrays list the names of all elements (`"0":0`) before the first is read.
      if (ArrayBuffer.isView(value) && this.bytes + lengthOfTyped(value) * 5 > MAX_BYTES) throw TOO_LARGE;
    }
    const keys = Object.keys(value);
    const at = this.enter(value);
    const copy = {};
    let separator = 0;
    for (const key of keys) {
      this.path[at] = key;
      this.read();
      const member = this.copy(value[key], key, false);
      if (member === undefined) continue;
      this.count(key.length + 3 + separator);
      separator = 1;
      // A name that the prototype has would not be set, but call a setter, or fail where the prototype is frozen.
      if (key in copy) Object.defineProperty(copy, key, { value: member, enumerable: true, configurable: true, writable: true });
      else copy[key] = member;
    }
    this.depth = at;
    return copy;
  }

  array(value) {
    const length = lengthOf(value);
    // Ahead of the elements, as an array of four billion holes takes long to read.
    if (this.bytes + length * 2 > MAX_BYTES) throw TOO_LARGE;
    const at = this.enter(value);
    const copy = [];
    for (let index = 0; index < length; index++) {
      this.path[at] = index;
      this.read();
      const element = this.copy(value[index], index, true);
      if (index > 0) this.count(1);
      copy.push(element === undefined ? this.null() : element);
    }
    this.depth = at;
    return copy;
  }

  /** Begins an object or array, and returns the depth of its members. */
  enter(value) {
    const at = this.depth;
    for (let index = at - 1; index >= 0; index--) {
      if (this.around[index] === value) this.fail("cycle");
    }
    if (at === MAX_DEPTH) this.fail("depth");
    this.count(2);
    this.around[at] = value;
    this.depth = at + 1;
    return at;
  }

  count(bytes) {
    this.bytes += bytes;
    if (this.bytes > MAX_BYTES) throw TOO_LARGE;
  }

  read() {
    if (++this.reads > MAX_READS) throw TOO_LARGE;
  }

  lose(id) {
    const path = this.place();
    for (const segment of path) this.units += String(segment).length;
    if (this.losses.length < this.maxLosses && this.units <= MAX_BYTES) this.losses.push([id, ...path]);
    else this.omitted++;
  }

  fail(id) {
    this.cause = id;
    throw new TypeError(id);
  }

  place() {
    return this.path.slice(0, this.depth);
  }
}

/** Returns the prototype; `undefined` if a trap throws. `JSON.stringify` does not ask for it. */
function prototypeOf(value) {
  try {
    return Object.getPrototypeOf(value);
  } catch {
    return undefined;
  }
}

/** Returns the tag of an object, such as `Map`, whatever its realm; an empty text if a trap throws. */
function tagOf(value) {
  try {
    return Object.prototype.toString.call(value).slice("[object ".length, -1);
  } catch {
    return "";
  }
}

/** Returns the primitive in a `new Number(1)` and the like; any other object itself. */
function unboxed(value, tag) {
  if (tag !== "Number" && tag !== "String" && tag !== "Boolean" && tag !== "BigInt") return value;
  const { valueOf } = globalThis[tag].prototype;
  try {
    valueOf.call(value);
  } catch {
    return value; // the tag lies
  }
  if (tag === "Number") return +value;
  return tag === "String" ? `${value}` : valueOf.call(value);
}

/** Returns the length of an array or a Proxy of one, by the steps of LengthOfArrayLike. */
const lengthOf = ({ length }) => Math.min(Math.max(Math.trunc(+length) || 0, 0), Number.MAX_SAFE_INTEGER);

/**
 * Returns the path of the first string or name with half of a surrogate pair; `undefined` if there is none.
 *
 * @param {unknown} copy
 */
export function findLoneSurrogate(copy) {
  if (typeof copy === "string") return LONE_SURROGATE.test(copy) ? [] : undefined;
  if (typeof copy !== "object" || copy === null) return undefined;
  for (const key of Object.keys(copy)) {
    const rest = LONE_SURROGATE.test(key) ? [] : findLoneSurrogate(copy[key]);
    if (rest) return [Array.isArray(copy) ? Number(key) : key, ...rest];
  }
  return undefined;
}

const LONE_SURROGATE = /\p{Surrogate}/u;
