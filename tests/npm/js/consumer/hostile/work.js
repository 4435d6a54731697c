/** Counts the work of a call. Unlike a time, a count does not depend on the load of the machine. */

const TYPED_ARRAY = Object.getPrototypeOf(Uint8Array.prototype);

/**
 * Calls `act` with a value and counts what it does meanwhile.
 *
 * @param {() => unknown} make makes the value
 * @param {(value: unknown) => unknown} act
 * @returns {{ steps: number, units: number }}
 *   `steps`: the properties read from plain objects and arrays at any depth, the names listed, and the values visited
 *   by `JSON.stringify`; `units`: the bytes and UTF-16 units encoded, decoded, copied or parsed
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

/** Returns the value, and every object in it, behind counting Proxies. */
function watched(value, work) {
  // One Proxy per object, so that cycles are kept.
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

/** True for a plain object or array. Others, such as a Date, do not work behind a Proxy. */
function isPlain(value) {
  if (typeof value !== "object" || value === null) return false;
  try {
    const prototype = Object.getPrototypeOf(value);
    return Array.isArray(value) || prototype === Object.prototype || prototype === null;
  } catch {
    return false;
  }
}

/** True for a member that a Proxy must return unchanged. */
function isFixed(target, name) {
  try {
    return Reflect.getOwnPropertyDescriptor(target, name)?.configurable === false;
  } catch {
    return true;
  }
}

/** Counts in the built-in functions that read values and convert texts. Returns a function that undoes this. */
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
  // The memory of the JavaScript core is an Int8Array, which is copied when it grows. Those bytes do not count.
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
