/**
 * Encodes and decodes UTF-8, also without `TextEncoder`, as in jsdom and Hermes, and with the polyfills of React Native,
 * which may lack `encodeInto` and the option `fatal`. Globals are looked up on the first call.
 */

const REPLACEMENT = 0xfffd;

let encoder;
let decoder;

/**
 * Encodes `text` to the start of `bytes`, and returns how many bytes were written. Lone surrogates become U+FFFD.
 *
 * @param {string} text
 * @param {Uint8Array} bytes with room for 3 bytes per UTF-16 code unit
 */
export function encodeInto(text, bytes) {
  if (globalThis.TextEncoder?.prototype.encodeInto) return (encoder ??= new TextEncoder()).encodeInto(text, bytes).written;
  let end = 0;
  for (const character of text) {
    const scalar = character.codePointAt(0);
    end = encodeScalar(scalar >= 0xd800 && scalar <= 0xdfff ? REPLACEMENT : scalar, bytes, end);
  }
  return end;
}

function encodeScalar(scalar, bytes, end) {
  if (scalar < 0x80) {
    bytes[end++] = scalar;
    return end;
  }
  const more = scalar < 0x800 ? 1 : scalar < 0x10000 ? 2 : 3;
  bytes[end++] = (0xff00 >> (more + 1)) | (scalar >> (6 * more));
  for (let shift = 6 * (more - 1); shift >= 0; shift -= 6) bytes[end++] = 0x80 | ((scalar >> shift) & 0x3f);
  return end;
}

/** Decodes well-formed UTF-8, such as the output of the core. Malformed input is not detected. */
export function decode(bytes) {
  if (globalThis.TextDecoder) return (decoder ??= new TextDecoder("utf-8", { ignoreBOM: true })).decode(bytes);
  let text = "";
  for (let at = 0; at < bytes.length; ) {
    const first = bytes[at++];
    const more = first < 0x80 ? 0 : first < 0xe0 ? 1 : first < 0xf0 ? 2 : 3;
    let scalar = more === 0 ? first : first & (0x3f >> more);
    for (let i = 0; i < more; i++) scalar = (scalar << 6) | (bytes[at++] & 0x3f);
    text += String.fromCodePoint(scalar);
  }
  return text;
}

/**
 * Decodes UTF-8; `undefined` if the bytes are malformed: the text has other bytes then.
 *
 * @param {Uint8Array} bytes
 */
export function decodeStrictly(bytes) {
  const again = new Uint8Array(bytes.length);
  try {
    const text = decode(bytes);
    const isSame = encodeInto(text, again) === bytes.length && again.every((byte, index) => byte === bytes[index]);
    return isSame ? text : undefined;
  } catch {
    return undefined; // a number that is no character
  }
}
