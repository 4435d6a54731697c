/** Helpers that make hostile values. */

/** Text that no report may contain. */
export const SECRET = "SENTINEL";

/** Returns a valid request with the given members added or replaced. */
export const request = (members) => ({ amount: 350000, currency: "CLP", ui_mode: "embedded", ...members });

export const throws = (thrown) => () => {
  throw thrown;
};

export const fail = () => throws(new Error(SECRET))();

/** Recurses until the stack overflows. */
export const recurse = () => recurse() + 1;

/** Returns a function that returns another number each time. */
export function counter() {
  let count = 0;
  return () => count++;
}

/** Defines a getter on an object; `get` receives the object. */
export const reading = (name, get, object = request()) =>
  Object.defineProperty(object, name, {
    get() {
      return get(this);
    },
    enumerable: true,
    configurable: true,
  });

const TRAPS = Reflect.ownKeys(Reflect).filter((name) => typeof Reflect[name] === "function");

/** Returns a Proxy whose every trap throws. */
export const throwing = (target) => new Proxy(target, Object.fromEntries(TRAPS.map((trap) => [trap, fail])));

export function revoked(target) {
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy;
}

/** Returns a view of a detached buffer. */
export function detached(View) {
  const view = new View(new ArrayBuffer(8));
  structuredClone(view.buffer, { transfer: [view.buffer] });
  return view;
}
