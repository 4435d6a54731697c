/**
 * Values that a program may pass to the package: each kind with a function that makes a new one, because many change
 * when they are read. If a rule is given, only that is reported. Otherwise the report is that of the text from
 * `JSON.stringify`, or `not-serializable` if there is none.
 */

import { SECRET, counter, detached, fail, reading, recurse, request, revoked, throwing, throws } from "./making.js";

const NOT_SERIALIZABLE = "not-serializable";
const BODY_SIZE = "body-size";

const getters = () => [
  ["a getter that throws an error", () => reading("amount", fail)],
  ["a getter that throws a string", () => reading("amount", throws(SECRET))],
  ["a getter that throws undefined", () => reading("amount", throws(undefined))],
  ["a getter that throws a symbol", () => reading("amount", throws(Symbol(SECRET)))],
  ["a getter that throws a Proxy which throws", () => reading("amount", throws(throwing({})))],
  ["a getter that throws a revoked Proxy", () => reading("amount", throws(revoked({})))],
  ["a getter that throws an error whose message throws", () => reading("amount", throws(reading("message", fail)))],
  ["a getter in an array that throws", () => request({ line_items: Object.defineProperty([1], 0, { get: fail }) })],
  ["a getter that throws, but is not enumerable", () => Object.defineProperty(request(), "metadata", { get: fail })],
  ["a getter that throws, but is inherited", () => Object.assign(Object.create(reading("flow", fail)), request())],
  ["a setter without a getter", () => Object.defineProperty(request(), "amount", { set: fail, enumerable: true })],
  ["a getter that returns another value each time", () => reading("amount", counter())],
  ["a getter that returns its own object", () => reading("metadata", (object) => object)],
  ["a getter that returns a copy of its object, without end", endless, NOT_SERIALIZABLE],
  ["a getter that changes a member", () => reading("amount", (object) => (object.currency = 1))],
  ["a getter that adds a member", () => reading("amount", (object) => (object.added = 1))],
  ["a getter that deletes members", () => reading("amount", (object) => delete object.ui_mode)],
  ["a getter that deletes itself", () => reading("amount", (object) => delete object.amount)],
  ["a getter that freezes its object", () => reading("amount", (object) => Object.isFrozen(Object.freeze(object)))],
  ["a getter that is asynchronous", () => reading("amount", async () => 350000)],
  ["a getter that returns a function", () => reading("amount", () => fail)],
  ["a getter that recurses until the stack ends", () => reading("amount", recurse)],
];

/** Returns an object of infinite depth. */
const endless = () => reading("metadata", endless, {});

const reentrant = (api) => [
  ["a getter that calls validate", () => reading("amount", () => api.validate(request()).errors.length)],
  ["a getter that calls validate of its own object", () => reading("metadata", api.validate)],
  ["a getter that calls validateJson", () => reading("amount", () => api.validateJson("{").errors[0].code)],
  ["a getter that lets parse throw", () => reading("amount", () => api.parse({}))],
  ["a toJSON that calls validate", () => ({ toJSON: () => request({ metadata: api.validate({}).errors[0] }) })],
  ["a toJSON that calls validate of its own object", () => converting(api.validate)],
  ["a Proxy whose traps call validate", () => new Proxy(request(), { get: (target) => api.validate(target) })],
  ["a report of the package", () => api.validate({})],
  ["the package itself", () => ({ ...api })],
];

/** Returns an array that reports a given length. */
const withLength = (length) =>
  new Proxy([], { get: (target, name) => (name === "length" ? length() : Reflect.get(target, name)) });

/** Returns an object that lists members that it does not have. */
function claiming(keys, get) {
  const getOwnPropertyDescriptor = () => ({ enumerable: true, configurable: true });
  return new Proxy({}, { ownKeys: () => keys, getOwnPropertyDescriptor, get });
}

const endlessProxy = () => claiming(["metadata"], (_, name) => (name === "toJSON" ? undefined : endlessProxy()));

function revokedWhileRead() {
  const target = reading("amount", () => revoke());
  const { proxy, revoke } = Proxy.revocable(target, {});
  return proxy;
}

const proxies = () => [
  ["a Proxy of an object whose every trap throws", () => throwing({})],
  ["a Proxy of an array whose every trap throws", () => throwing([])],
  ["a Proxy of a function whose every trap throws", () => throwing(() => 0)],
  ["a Proxy whose handler is a Proxy that throws", () => new Proxy({}, throwing({}))],
  ["a member that is a Proxy whose every trap throws", () => request({ customer_data: throwing({}) })],
  ["an element that is a Proxy whose every trap throws", () => request({ line_items: [throwing({})] })],
  ["an object whose prototype is a Proxy that throws", () => Object.create(throwing({}))],
  ["an array whose prototype is a Proxy that throws", () => Object.setPrototypeOf([1], throwing({}))],
  ["a revoked Proxy of an object", () => revoked({})],
  ["a revoked Proxy of an array", () => request({ line_items: revoked([]) })],
  ["a revoked Proxy of a function", () => revoked(() => 0)],
  ["a Proxy that is revoked while it is read", revokedWhileRead],
  ["a Proxy that is transparent", () => new Proxy(request({ line_items: new Proxy([], {}) }), {})],
  ["a Proxy whose getPrototypeOf throws", () => new Proxy(request(), { getPrototypeOf: fail })],
  ["a Proxy that lists missing members", () => claiming(["amount", "nothing"], () => undefined)],
  ["a Proxy that lists a member twice", () => claiming(["amount", "amount"], () => 1)],
  ["a Proxy that lists members without names", () => claiming([1, null], () => 1)],
  ["a Proxy that lists only symbols", () => claiming([Symbol.iterator], () => 1)],
  ["a Proxy with members of infinite depth", endlessProxy, NOT_SERIALIZABLE],
  ["a Proxy that returns another value each time", () => claiming(["amount", "flow"], counter())],
  ["a Proxy that has everything, toJSON too", () => new Proxy({}, { get: () => () => request() })],
  ["a Proxy of a Date", () => new Proxy(new Date(0), {})],
  ["a Proxy of a Map", () => new Proxy(new Map([[1, 2]]), {})],
  ["a Proxy with a length of 2^32 - 1", () => withLength(() => 2 ** 32 - 1), BODY_SIZE],
  ["a Proxy with a length of 2^53 - 1", () => withLength(() => 2 ** 53 - 1), BODY_SIZE],
  ["a Proxy with an infinite length", () => withLength(() => Infinity), BODY_SIZE],
  ["a Proxy with a length below 0", () => withLength(() => -1)],
  ["a Proxy with a length that is no number", () => withLength(() => NaN)],
  ["a Proxy with a length that is a BigInt", () => withLength(() => 1n)],
  ["a Proxy with a length that throws", () => withLength(fail)],
  ["a Proxy with another length each time", () => withLength(counter())],
];

/** Returns a request with a `toJSON`, which receives the request. */
const converting = (toJSON) =>
  request({
    toJSON() {
      return toJSON(this);
    },
  });

const toJsons = () => [
  ["a toJSON that throws", () => ({ toJSON: fail })],
  ["a toJSON that returns its own object", () => converting((object) => object)],
  ["a toJSON that returns undefined", () => ({ toJSON() {} })],
  ["a toJSON that returns a function", () => ({ toJSON: () => fail })],
  ["a toJSON that returns a BigInt", () => ({ toJSON: () => 1n })],
  ["a toJSON that returns a text", () => ({ toJSON: () => JSON.stringify(request()) })],
  ["a toJSON that returns the name of its member", () => request({ currency: { toJSON: (name) => name } })],
  ["a toJSON that returns another value each time", () => request({ amount: { toJSON: counter() } })],
  ["a toJSON that returns its own object in an array", () => converting((object) => [object]), NOT_SERIALIZABLE],
  ["a toJSON that changes its object", () => converting((object) => Object.assign(object, { amount: -1 }))],
  ["a toJSON that is asynchronous", () => ({ toJSON: async () => request() })],
  ["a toJSON that is a generator", () => ({ *toJSON() {} })],
  ["a toJSON that is a class", () => ({ toJSON: class {} })],
  ["a toJSON that is no function", () => request({ toJSON: 1 })],
  ["a toJSON that is a getter which throws", () => reading("toJSON", fail)],
  ["a toJSON that is inherited and throws", () => Object.create({ toJSON: fail })],
  ["a toJSON that recurses until the stack ends", () => ({ toJSON: recurse })],
  ["a BigInt object with a toJSON", () => request({ amount: Object.assign(Object(1n), { toJSON: () => 1 }) })],
];

/** Wraps a value `levels` times. */
const nested = (levels, wrap, inmost = 0) => Array.from({ length: levels }).reduce(wrap, inmost);

/** Returns a request that contains the value that `make` returns for it. */
function holding(make) {
  const value = request();
  value.metadata = make(value);
  return value;
}

const graphs = () => [
  ["an object that contains itself", () => holding((object) => object)],
  ["an object that contains itself in an array", () => holding((object) => [[object]])],
  ["an object that contains itself below others", () => holding((object) => nested(999, (a) => ({ a }), object))],
  ["an object that contains itself by a toJSON", () => holding((object) => converting(() => object))],
  ["a DAG of 24 levels of arrays", () => nested(24, (below) => [below, below], "CLP"), BODY_SIZE],
  ["a DAG of 24 levels of objects", () => nested(24, (below) => ({ a: below, b: below })), BODY_SIZE],
  ["a DAG of 24 levels of objects that contain nothing", () => nested(24, (a) => ({ a, b: a }), undefined), BODY_SIZE],
  ["a DAG of 60 levels", () => request({ metadata: nested(60, (below) => ({ a: below, b: below })) }), BODY_SIZE],
  ["a DAG of 10 levels", () => request({ metadata: nested(10, (below) => ({ a: below, b: below })) })],
  ["objects 100 levels deep", () => nested(100, (metadata) => ({ metadata }))],
  ["objects 128 levels deep", () => nested(128, (metadata) => ({ metadata })), NOT_SERIALIZABLE],
  ["arrays 100,000 levels deep", () => nested(100_000, (below) => [below]), NOT_SERIALIZABLE],
  ["a list of 100,000 objects", () => nested(100_000, (next) => ({ next })), NOT_SERIALIZABLE],
];

const primitives = () => [
  ["undefined", () => undefined],
  ["null", () => null],
  ["a boolean", () => true],
  ["NaN", () => request({ amount: NaN })],
  ["Infinity", () => request({ amount: Infinity })],
  ["-0", () => request({ amount: -0 })],
  ["the largest number", () => request({ amount: Number.MAX_VALUE })],
  ["the smallest number", () => request({ amount: Number.MIN_VALUE })],
  ["a number beyond those that are exact", () => request({ amount: 2 ** 53 })],
  ["a BigInt", () => 1n],
  ["a BigInt in a request", () => request({ amount: 350000n })],
  ["a Symbol", () => Symbol(SECRET)],
  ["a Symbol in a request", () => request({ amount: Symbol(SECRET) })],
  ["a Symbol in an array", () => request({ payment_method_types: [Symbol(SECRET)] })],
  ["a Symbol as a name", () => request({ [Symbol(SECRET)]: 1 })],
  ["a number as an object", () => request({ amount: Object(350000) })],
  ["a number as an object that throws", () => request({ amount: Object.assign(Object(1), { valueOf: fail }) })],
  ["a string as an object", () => request({ currency: Object("CLP") })],
  ["a string as an object that throws", () => request({ currency: Object.assign(Object(""), { toString: fail }) })],
  ["a boolean as an object", () => Object(false)],
  ["a BigInt as an object", () => request({ amount: Object(1n) })],
  ["a Symbol as an object", () => request({ amount: Object(Symbol(SECRET)) })],
];

const texts = () => [
  ["a lone surrogate", () => request({ currency: "\ud800" })],
  ["a lone surrogate as a name", () => request({ "\udc00": 1 })],
  ["halves of surrogate pairs the wrong way round", () => request({ customer_email: "\udc00\ud800@merchant.com" })],
  ["control characters", () => request({ currency: "\0\b\x7f\u2028\ufeff", "\0": 1 })],
  ["a text that is JSON", () => JSON.stringify(request())],
  ["a string over the limit", () => "n".repeat(2 ** 20)],
  ["a string of 2^26 characters", () => request({ currency: "n".repeat(2 ** 26) }), BODY_SIZE],
  ["a name over the limit", () => ({ ["n".repeat(2 ** 21)]: 1 })],
  ["a string over the limit once it is escaped", () => request({ currency: "\x01".repeat(200_000) })],
  ["a string over the limit once it is encoded", () => request({ currency: "ñ".repeat(600_000) })],
  ["a string as an object, over the limit", () => Object("n".repeat(2 ** 21))],
];

function argumentsOf() {
  return arguments;
}

const arrays = () => [
  ["a sparse array", () => request({ line_items: Object.assign([], { 1000: {} }) })],
  ["an array whose length is 2^32 - 1", () => new Array(2 ** 32 - 1), BODY_SIZE],
  ["an array of half a million holes", () => request({ line_items: new Array(500_000) })],
  ["an array that grows while it is read", () => reading(0, (array) => array.push(1), [0, 1])],
  ["an array that shrinks while it is read", () => reading(0, (array) => (array.length = 1), [0, 1])],
  ["an array of a class of its own", () => request({ line_items: new (class extends Array {})(3) })],
  ["an array with a prototype of null", () => request({ line_items: Object.setPrototypeOf([1], null) })],
  ["an array with names", () => request({ line_items: Object.assign([], { quantity: 1, "-1": 2 }) })],
  ["arguments", () => request({ line_items: argumentsOf(1, 2) })],
  ["an object with the length of an array", () => request({ line_items: { length: 2 ** 32 - 1 } })],
];

const views = () => [
  ["an ArrayBuffer", () => new ArrayBuffer(8)],
  ["an ArrayBuffer that was transferred", () => detached(Uint8Array).buffer],
  ["a SharedArrayBuffer", () => (globalThis.SharedArrayBuffer ? new SharedArrayBuffer(8) : new ArrayBuffer(8))],
  ["a Uint8Array", () => request({ line_items: new Uint8Array(4) })],
  ["a Uint8Array of 16 million bytes", () => new Uint8Array(2 ** 24), BODY_SIZE],
  ["a Uint8Array that was transferred", () => detached(Uint8Array)],
  ["a Uint8Array whose length throws", () => Object.defineProperty(new Uint8Array(4), "length", { get: fail })],
  ["a Float64Array of NaN and Infinity", () => new Float64Array([NaN, Infinity, -0])],
  ["a BigInt64Array", () => new BigInt64Array(4)],
  ["a DataView", () => new DataView(new ArrayBuffer(8))],
  ["a DataView that was transferred", () => detached(DataView)],
  ["the memory of WebAssembly", () => globalThis.WebAssembly && new WebAssembly.Memory({ initial: 1 })],
];

const manyMembers = () =>
  Object.fromEntries(Array.from({ length: 50_000 }, (_, index) => [`a key that has number ${index}`, 0]));

class Private {
  #amount = 1;

  get amount() {
    return this.#amount;
  }
}

/** Returns an object graph like the DOM, in which every node leads to every other. */
function document() {
  const node = { nodeName: "#document", location: { href: "https://merchant.com/" } };
  node.body = reading("ownerDocument", () => node, { nodeName: "FORM", children: [], parentNode: node });
  return node;
}

const objects = () => [
  ["a member named __proto__", () => request({ ["__proto__"]: { amount: 1 } })],
  ["a prototype of another request", () => Object.create(request())],
  ["a member named constructor", () => request({ constructor: { prototype: {} } })],
  ["members named as those of every object", () => request({ hasOwnProperty: 1, toString: "", valueOf: null })],
  ["a member without a name", () => request({ "": 1 })],
  ["50,000 members", manyMembers, BODY_SIZE],
  ["an object with a prototype of null", () => Object.assign(Object.create(null), request())],
  ["an object that is frozen", () => Object.freeze(request({ metadata: Object.freeze({}) }))],
  ["an object whose Symbol.toPrimitive throws", () => request({ amount: { [Symbol.toPrimitive]: fail } })],
  ["an object whose Symbol.toStringTag throws", () => reading(Symbol.toStringTag, fail)],
  ["an object whose valueOf and toString throw", () => request({ amount: { valueOf: fail, toString: fail } })],
  ["an object whose then throws", () => reading("then", fail)],
  ["an object of a class", () => new Private()],
  ["a function", () => fail],
  ["a class", () => class {}],
  ["a function with the members of a request", () => Object.assign(() => 0, request())],
  ["a generator", () => (function* () {})()],
  ["an iterator", () => request({ line_items: [1, 2][Symbol.iterator]() })],
  ["an object whose iterator throws", () => request({ line_items: { [Symbol.iterator]: fail } })],
  ["a promise", () => Promise.resolve(request())],
  ["a Map", () => new Map(Object.entries(request()))],
  ["a Set", () => request({ payment_method_types: new Set(["card"]) })],
  ["a WeakMap", () => new WeakMap()],
  ["a WeakRef", () => new WeakRef(request())],
  ["a Date", () => request({ expires_at: new Date(0) })],
  ["an invalid Date", () => request({ expires_at: new Date(NaN) })],
  ["a Date whose toISOString throws", () => Object.assign(new Date(0), { toISOString: fail })],
  ["a RegExp", () => /SENTINEL/g],
  ["an Error", () => new Error(SECRET, { cause: new Error() })],
  ["a URL", () => request({ success_url: new URL("https://merchant.com/") })],
  ["a document", document],
  ["the document of the page", () => globalThis.document],
  ["globalThis", () => globalThis],
  ["the prototype of all objects", () => Object.prototype],
  ["Math, JSON and Reflect", () => ({ Math, JSON, Reflect })],
];

/** Values made by the constructors of another realm, such as a frame of the page. */
const foreign = (realm) => [
  ["an object of another realm", () => realm.Object.assign(new realm.Object(), request())],
  ["an array of another realm", () => request({ line_items: new realm.Array(3) })],
  ["an array of another realm whose length is 2^32 - 1", () => new realm.Array(2 ** 32 - 1), BODY_SIZE],
  ["a Date of another realm", () => request({ expires_at: new realm.Date(0) })],
  ["a number of another realm as an object", () => request({ amount: new realm.Number(350000) })],
  ["a Proxy of another realm", () => new realm.Proxy(request(), {})],
  ["a getter that throws an error of another realm", () => reading("amount", throws(new realm.Error(SECRET)))],
  ["a Uint8Array of another realm", () => new realm.Uint8Array(2 ** 24), BODY_SIZE],
  ["the globalThis of another realm", () => realm],
];

/** Every kind: its name, a function that makes one, and the rule, if only one is reported. */
export const hostileValues = (api, realm) =>
  [
    ...getters(),
    ...reentrant(api),
    ...proxies(),
    ...toJsons(),
    ...graphs(),
    ...primitives(),
    ...texts(),
    ...arrays(),
    ...views(),
    ...objects(),
    ...foreign(realm),
  ].map(([kind, make, rule]) => ({ kind, make, rule }));
