/**
 * Reads `ArrayBuffer`s, typed arrays, `DataView`s and `Date`s of any realm, by the original getters: members that a
 * program has redefined on a view are ignored.
 */

/** The getters, by which the parts of a view are read; made on first use. */
let getters;

function makeGetters() {
  const typedArray = Object.getPrototypeOf(Uint8Array.prototype);
  const getter = (prototype, name) => Object.getOwnPropertyDescriptor(prototype, name).get;
  const extents = [typedArray, DataView.prototype].map((prototype) =>
    ["buffer", "byteOffset", "byteLength"].map((name) => getter(prototype, name)),
  );
  return { extents, lengthOfBuffer: getter(ArrayBuffer.prototype, "byteLength"), length: getter(typedArray, "length") };
}

/** Returns the bytes of a view or an `ArrayBuffer`; `undefined` for any other value, and for a detached buffer. */
export function bytesOf(value) {
  getters ??= makeGetters();
  for (const [buffer, offset, length] of getters.extents) {
    try {
      return new Uint8Array(buffer.call(value), offset.call(value), length.call(value));
    } catch {
      // A value of another kind, or a view whose buffer was transferred to another thread.
    }
  }
  try {
    return new Uint8Array(value, 0, getters.lengthOfBuffer.call(value));
  } catch {
    return undefined;
  }
}

/** Returns the number of elements of a typed array; 0 for any other value. */
export function lengthOfTyped(value) {
  try {
    return (getters ??= makeGetters()).length.call(value);
  } catch {
    return 0;
  }
}

/** Returns the milliseconds since 1970-01-01T00:00:00Z of a `Date` of any realm; `NaN` for any other value. */
export function milliseconds(date) {
  try {
    return Date.prototype.getTime.call(date);
  } catch {
    return NaN;
  }
}
