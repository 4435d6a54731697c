/** Typed arrays and `DataView`s as they are: of whichever realm, and whatever members a program has put before theirs. */

const TYPED_ARRAY = Object.getPrototypeOf(Uint8Array.prototype);

const getter = (prototype, name) => Object.getOwnPropertyDescriptor(prototype, name).get;

const EXTENTS = [TYPED_ARRAY, DataView.prototype].map((prototype) =>
  ["buffer", "byteOffset", "byteLength"].map((name) => getter(prototype, name)),
);

const LENGTH = getter(TYPED_ARRAY, "length");

/** The bytes that a view shows; none when it is no view, or shows nothing any more. */
export function bytesOf(value) {
  for (const [buffer, offset, length] of EXTENTS) {
    try {
      return new Uint8Array(buffer.call(value), offset.call(value), length.call(value));
    } catch {
      // It is of another kind, or its buffer was handed over to another thread.
    }
  }
  return undefined;
}

/** How many elements a typed array has; none when it is another value. */
export function lengthOfTyped(value) {
  try {
    return LENGTH.call(value);
  } catch {
    return 0;
  }
}
