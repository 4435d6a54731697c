/** Counts the work of a call. Unlike a time, a count is the same on a busy machine as on a quiet one. */

const TYPED_ARRAY = Object.getPrototypeOf(Uint8Array.prototype);

/**
 * Calls `act` with a value and counts what it does meanwhile.
 *
 * @param {() => unknown} make makes the value
 * @param {(value: unknown) => unknown} act
 * @returns {{ steps: number, units: number }}
 *   `steps` counts the properties that were asked for (of plain objects and arrays, however deep, names that were
 *   listed included) and the values that `JSON.stringify` visited; `units` the bytes and UTF-16 units that were
 *   encoded, decoded, copied or parsed
 */
export function countWork(make, act) {
  const work = { steps: 0, units: 0 };
  const value = watched(make(), work);
  const restore = watchRuntime(work);
  try {
    act(value);
  } finally {
    restore();
  }
  return work;
}

/** The same value, and all that it holds, behind Proxies that count. */
function watched(value, work) {
  // One Proxy for each object, so that a cycle stays one.
  const proxies = new WeakMap();
  const watch = (value) => {
    if (!isPlain(value)) return value;
    if (!proxies.has(value)) proxies.set(value, new Proxy(value, handler));
    return proxies.get(value);
  };
  const handler = {
    get(target, name) {
      work.steps++;
      const found = Reflect.get(target, name);
      return isFixed(target, name) ? found : watch(found);
    },
    getOwnPropertyDescriptor(target, name) {
      work.steps++;
      return Reflect.getOwnPropertyDescriptor(target, name);
    },
    ownKeys(target) {
      const names = Reflect.ownKeys(target);
      work.steps += names.length;
      return names;
    },
  };
  return watch(value);
}

/** True for what a Proxy does not change: of another object the engine itself knows what it holds. */
function isPlain(value) {
  if (typeof value !== "object" || value === null) return false;
  try {
    const prototype = Object.getPrototypeOf(value);
    return Array.isArray(value) || prototype === Object.prototype || prototype === null;
  } catch {
    return false;
  }
}

/** True for a member that no Proxy may give another value. */
function isFixed(target, name) {
  try {
    return Reflect.getOwnPropertyDescriptor(target, name)?.configurable === false;
  } catch {
    return true;
  }
}

/** Counts in what a package must call to read a value or to pass a text on. Returns what undoes it. */
function watchRuntime(work) {
  const originals = [];
  const replace = (object, name, count) => {
    const original = object[name];
    originals.push(() => (object[name] = original));
    object[name] = count(original);
  };
  const counting = (units) => (original) =>
    function (...args) {
      work.units += units(args[0]) || 0;
      return original.apply(this, args);
    };
  replace(JSON, "parse", counting((text) => text?.length));
  replace(TextEncoder.prototype, "encode", counting((text) => text?.length));
  replace(TextEncoder.prototype, "encodeInto", counting((text) => text?.length));
  replace(TextDecoder.prototype, "decode", counting((bytes) => bytes?.byteLength));
  // If the core is JavaScript, its memory is an Int8Array, which grows by being copied. That is no copy of a text.
  replace(TYPED_ARRAY, "set", counting((bytes) => (bytes instanceof Int8Array ? 0 : bytes?.length)));
  replace(JSON, "stringify", (stringify) => (value, replacer, space) => {
    if (typeof replacer !== "function") return stringify(value, replacer, space);
    const visit = function (name, value) {
      work.steps++;
      return replacer.call(this, name, value);
    };
    return stringify(value, visit, space);
  });
  return () => {
    for (const restore of originals) restore();
  };
}
