/**
 * The tests for both test runners. In their jsdom environments some globals are those of Node and some those of the
 * page, from another realm, and others are missing. Each test covers one such trap.
 */

const { runInNewContext } = require("node:vm");
const { readFileSync } = require("node:fs");

/** @param {{ api: object, js: object, slim: object }} entries */
module.exports = function suite({ api, js, slim }) {
  const { expected, options, requests } = JSON.parse(process.env.SUITE);
  const [right, wrong] = requests;

  /** Runs a program in a new realm, as foreign to the test as Node's is to a jsdom page. */
  const elsewhere = (program) => runInNewContext(program, { text: JSON.stringify(right) });

  test("reports are the same as in Node", () => {
    const reports = requests.map((request) => api.validate(request, options));
    expect(JSON.stringify([reports, api.explain("enum")])).toBe(expected);
  });

  test("reports of the entry without WebAssembly are the same as in Node", () => {
    const reports = requests.map((request) => js.validate(request, options));
    expect(JSON.stringify([reports, js.explain("enum")])).toBe(expected);
  });

  test("text and bytes of any realm are validated", () => {
    const text = JSON.stringify(wrong);
    const report = api.validate(wrong, options);
    for (const body of [text, Uint8Array.from(Buffer.from(text)), Buffer.from(text)]) {
      expect(api.validateJson(body, options)).toEqual(report);
    }
    const bytes = elsewhere("Uint8Array.from(text, (unit) => unit.codePointAt(0))");
    expect(bytes instanceof Uint8Array).toBe(false);
    expect(api.validateJson(bytes, options).errors.map(({ rule }) => rule)).toEqual(["json-syntax"]);
  });

  test("values and options of another realm are accepted", () => {
    expect(api.validate(elsewhere("JSON.parse(text)"), options).valid).toBe(true);
    const now = elsewhere("new Date('2026-01-13T12:00:00Z')");
    expect(now instanceof Date).toBe(false);
    expect(api.validate(wrong, { ...options, now })).toEqual(api.validate(wrong, options));
    const levels = elsewhere("({ 'email-format': 'allow' })");
    expect(api.validate({ ...right, customer_email: "ana" }, { ...options, levels }).valid).toBe(true);
  });

  test("errors are instances of the classes of the test's realm", () => {
    expect(() => api.validate(right, { version: "v3" })).toThrow(TypeError);
    expect(() => api.parse(wrong, options)).toThrow(api.PreflightError);
    expect(() => api.parse(wrong, options)).toThrow(Error);
  });

  test("the slim entry takes the core from any realm", async () => {
    const bytes = readFileSync(require.resolve("fintoc-preflight/core.wasm"));
    const module = new (elsewhere("WebAssembly.Module"))(bytes);
    expect(module instanceof WebAssembly.Module).toBe(false);
    for (const core of [bytes, module, Promise.resolve(Uint8Array.from(bytes).buffer)]) {
      await slim.init(core);
      expect(slim.validate(wrong, options)).toEqual(api.validate(wrong, options));
    }
  });
};
