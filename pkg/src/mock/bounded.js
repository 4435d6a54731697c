/** The most sessions, and the most idempotency keys, that are remembered. */
const MOST = 10_000;

/** A map that forgets its oldest entry when it is full. */
export class BoundedMap extends Map {
  set(key, value) {
    if (!this.has(key) && this.size >= MOST) this.delete(this.keys().next().value);
    return super.set(key, value);
  }
}
