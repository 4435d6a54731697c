/** Conditions that break other WebAssembly packages: other realms, missing globals, bundlers, limits of browsers. */

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { test } from "node:test";
import { createContext, runInContext } from "node:vm";

import { transform } from "esbuild";

import { CONSUMER } from "./paths.js";
import { run } from "./program.js";

const DIST = join(CONSUMER, "node_modules/fintoc-preflight/dist");
const OPTIONS = { now: "2026-01-13T12:00:00Z", locale: "es" };

const bytes = readFileSync(join(DIST, "core.wasm"));
const require = createRequire(join(CONSUMER, "main.js"));
const expected = JSON.stringify(require("fintoc-preflight").validate({ currency: "ñ" }, OPTIONS));
const reportOf = ({ validate }) => JSON.stringify(validate({ currency: "ñ" }, OPTIONS));

/** Returns a realm with only the globals of the language, like a sandbox. */
const realm = () => createContext({});

/** Loads an entry in another realm. */
function entryIn(context, name) {
  const module = { exports: {} };
  const load = runInContext(
    `(function (module, exports, require) {${readFileSync(join(DIST, name), "utf8")}\n})`,
    context,
  );
  load(module, module.exports, (path) => entryIn(context, path));
  return module.exports;
}

test("the slim entry of another realm accepts a core in every form", async () => {
  const buffer = () => bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length);
  const forms = [new WebAssembly.Module(bytes), bytes, buffer(), new DataView(buffer()), new Response(bytes)];
  for (const form of [...forms, Promise.resolve(new Response(bytes))]) {
    const slim = entryIn(realm(), "slim.cjs");
    await slim.init(form);
    assert.equal(reportOf(slim), expected);
  }
});

test("the slim entry accepts a core from another realm", async () => {
  const context = realm();
  const theirs = runInContext("(bytes) => Uint8Array.from(bytes)", context)(bytes);
  const module = runInContext("(bytes) => new WebAssembly.Module(bytes)", context)(theirs);
  assert.ok(!(module instanceof WebAssembly.Module) && !(theirs instanceof Uint8Array));
  for (const form of [module, theirs, theirs.buffer]) {
    const slim = entryIn(realm(), "slim.cjs");
    await slim.init(form);
    assert.equal(reportOf(slim), expected);
  }
});

test("the other entries run in a realm without globals of a runtime", () => {
  assert.equal(reportOf(entryIn(realm(), "js.cjs")), expected);
  assert.equal(reportOf(entryIn(createContext({}), "index.cjs")), expected);
});

const GLOBALS = ["WebAssembly", "TextEncoder", "TextDecoder", "Buffer", "crypto", "fetch", "process"];

test("importing an entry reads no globals of the runtime", () => {
  const output = run(`
    const touched = new Set();
    for (const name of ${JSON.stringify(GLOBALS)}) {
      const value = globalThis[name];
      const get = () => {
        if (new Error().stack.includes("fintoc-preflight/dist")) touched.add(name);
        return value;
      };
      Object.defineProperty(globalThis, name, { get });
    }
    const require = (await import("node:module")).createRequire(process.cwd() + "/main.js");
    for (const entry of ["", "/slim", "/js", "/form", "/session", "/webhook"]) {
      await import("fintoc-preflight" + entry);
      require("fintoc-preflight" + entry);
    }
    console.log([...touched].join());
    (await import("fintoc-preflight")).validate({ currency: "CLP" });
    console.log([...touched].sort().join());
  `);
  assert.equal(output, "\nTextDecoder,TextEncoder,WebAssembly\n");
});

test("validation works without globals that test environments lack", () => {
  const output = run(`
    import { validate } from "fintoc-preflight";
    for (const name of ["TextEncoder", "TextDecoder", "Buffer"]) delete globalThis[name];
    console.log(validate({ currency: "ñ" }, { locale: "es" }).errors[0].message);
  `);
  assert.match(output, /válid|debe|falta/);
});

test("without WebAssembly the error names the fix", () => {
  const output = run(`
    import { validate } from "fintoc-preflight";
    delete globalThis.WebAssembly;
    try { validate({}); } catch ({ message }) { console.log(message); }
  `);
  assert.match(output, /init\(\).*"fintoc-preflight\/js"/);
});

test("entries can be imported before WebAssembly and text encoders exist", () => {
  const output = run(`
    import { createRequire } from "node:module";
    const kept = {};
    for (const name of ["WebAssembly", "TextEncoder", "TextDecoder"]) {
      kept[name] = globalThis[name];
      delete globalThis[name];
    }
    const require = createRequire(process.cwd() + "/main.js");
    const entries = [];
    for (const entry of ["/js", "/slim", ""]) {
      entries.push(await import("fintoc-preflight" + entry), require("fintoc-preflight" + entry));
    }
    for (const { validate } of entries) {
      try { console.log(validate({}).valid); } catch ({ message }) { console.log(message.slice(0, 25)); }
    }
    Object.assign(globalThis, kept);
    const core = (await import("node:fs")).readFileSync("node_modules/fintoc-preflight/dist/core.wasm");
    for (const { init, validate } of entries) {
      await init(core);
      console.log(validate({}).valid);
    }
  `);
  const without = [
    "false",
    "false",
    ...Array(2).fill("fintoc-preflight/slim: ca"),
    ...Array(2).fill("fintoc-preflight: WebAsse"),
  ];
  assert.deepEqual(output.trim().split("\n"), [...without, ...Array(6).fill("false")]);
});

test("if synchronous WebAssembly is disallowed, the error names the fix, and init() works", () => {
  const output = run(`
    import { readFileSync } from "node:fs";
    import * as whole from "fintoc-preflight";
    import * as slim from "fintoc-preflight/slim";
    for (const name of ["Module", "Instance"]) {
      WebAssembly[name] = class {
        constructor() {
          throw new RangeError("WebAssembly." + name + " is disallowed on the main thread");
        }
      };
    }
    try { whole.validate({}); } catch ({ message, cause }) { console.log(message, cause.message); }
    const core = readFileSync("node_modules/fintoc-preflight/dist/core.wasm");
    for (const { init, validate } of [whole, slim]) {
      await init(core);
      console.log(validate({}).valid, validate({}).valid);
    }
  `).split("\n");
  assert.match(output[0], /synchronously.*init\(\).*"fintoc-preflight\/js".*Module is disallowed/);
  assert.deepEqual(output.slice(1), ["false false", "false false", ""]);
});

const scripts = readdirSync(DIST).filter((name) => /\.c?js$/.test(name));
const script = (name) => readFileSync(join(DIST, name), "utf8");

test("no file has a top-level await, which deadlocks Safari and bundlers", async () => {
  const supported = { "top-level-await": false };
  const format = (name) => (name.endsWith(".cjs") ? "cjs" : "esm");
  await assert.rejects(transform("await 0;", { supported, format: "esm" }));
  // The command is run, not imported.
  for (const name of scripts.filter((name) => name !== "cli.js")) {
    await transform(script(name), { supported, format: format(name) });
  }
});

test("no file names the global Buffer, for which bundlers would add a polyfill", async () => {
  const define = { Buffer: "FREE" };
  const freeIn = async (text) => (await transform(text, { define })).code.includes("FREE");
  assert.ok(await freeIn("Buffer.from([])"));
  assert.ok(!(await freeIn("globalThis.Buffer.from([])")));
  for (const name of scripts) assert.ok(!(await freeIn(script(name))), name);
});
