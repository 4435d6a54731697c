/** Parts of hostile values. */

/** Text that no report may contain. */
export const SECRET = "SENTINEL";

/** A request without a mistake, but for the members that are given. */
export const request = (members) => ({ amount: 350000, currency: "CLP", ui_mode: "embedded", ...members });

export const throws = (thrown) => () => {
  throw thrown;
};

export const fail = () => throws(new Error(SECRET))();

/** Never ends, but for the end of the stack. */
export const recurse = () => recurse() + 1;

/** A function that answers another number each time. */
export function counter() {
  let count = 0;
  return () => count++;
}

/** An object with a getter, which is given the object. */
export const reading = (name, get, object = request()) =>
  Object.defineProperty(object, name, {
    get() {
      return get(this);
    },
    enumerable: true,
    configurable: true,
  });

const TRAPS = Reflect.ownKeys(Reflect).filter((name) => typeof Reflect[name] === "function");

/** A Proxy whose every trap throws. */
export const throwing = (target) => new Proxy(target, Object.fromEntries(TRAPS.map((trap) => [trap, fail])));

export function revoked(target) {
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy;
}

/** A view of a buffer that was handed over to another thread. */
export function detached(View) {
  const view = new View(new ArrayBuffer(8));
  structuredClone(view.buffer, { transfer: [view.buffer] });
  return view;
}
