/** The core: the WebAssembly modules that rustc and wasm-bindgen have made, cut down, and one of them as JavaScript. */

import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import binaryen from "binaryen";

/** What rustc uses, and every supported runtime has. With all features binaryen would emit what older ones lack. */
const FEATURES = {
  "bulk-memory": binaryen.Features.BulkMemory,
  "bulk-memory-opt": binaryen.Features.BulkMemoryOpt,
  "call-indirect-overlong": binaryen.Features.CallIndirectOverlong,
  multivalue: binaryen.Features.Multivalue,
  "mutable-globals": binaryen.Features.MutableGlobals,
  "nontrapping-float-to-int": binaryen.Features.NontrappingFPToInt,
  "reference-types": binaryen.Features.ReferenceTypes,
  "sign-ext": binaryen.Features.SignExt,
};

/** What wasm-bindgen exports for its own glue. The binding passes only numbers, and needs none. */
const GLUE = ["__wbindgen_start", "__wbindgen_externrefs", "__abort_handler", "__instance_terminated"];

/** What each module exports. */
const EXPORTS = {
  core: ["input", "memory", "output", "output_length", "refuse_value", "rule_index", "validate"],
  session: ["compare", "input", "memory", "output", "output_length", "read_event", "read_session", "refuse_value"],
};

/** Writes a module of the package. */
export function writeModule(name, from, to) {
  const module = readModule(from);
  for (const name of GLUE) module.removeExport(name);
  optimize(module);
  const bytes = module.emitBinary();
  check(name, new WebAssembly.Module(bytes));
  writeFileSync(to, bytes);
}

/** Writes a module as JavaScript, which exports `instantiate`. */
export function writeScript(from, to) {
  const module = readModule(from);
  // wasm2js cannot do without. Numbers out of range come out otherwise then; the core takes them for wrong in any case.
  module.runPasses(["llvm-nontrapping-fptoint-lowering"]);
  const lowered = `${to}.wasm`;
  writeFileSync(lowered, module.emitBinary());
  const wasm2js = fileURLToPath(new URL("bin/wasm2js", import.meta.resolve("binaryen")));
  const features = Object.keys(FEATURES).map((name) => `--enable-${name}`);
  const args = [wasm2js, lowered, "-o", to, "-Oz", ...features];
  execFileSync(process.execPath, args, { stdio: ["ignore", "ignore", "inherit"] });
  writeFileSync(to, exportInstantiate(readFileSync(to, "utf8")));
}

function readModule(path) {
  const module = binaryen.readBinary(readFileSync(path));
  module.setFeatures(Object.values(FEATURES).reduce((all, feature) => all | feature));
  return module;
}

/**
 * As `wasm-opt -Oz --low-memory-unused`; a second time, which finds a little more. The lowest memory is the end of the
 * stack, which nothing points to. Functions that are called most get the shortest numbers once the others are settled.
 * The engines need none of what names the tools.
 */
function optimize(module) {
  binaryen.setOptimizeLevel(2);
  binaryen.setShrinkLevel(2);
  binaryen.setLowMemoryUnused(true);
  module.optimize();
  module.optimize();
  module.runPasses(["reorder-functions", "strip-producers", "strip-target-features"]);
}

function check(name, module) {
  const imports = WebAssembly.Module.imports(module);
  if (imports.length > 0) throw new Error(`the module must import nothing, but does ${JSON.stringify(imports)}`);
  const exports = WebAssembly.Module.exports(module).map(({ name }) => name);
  if (exports.sort().join() !== EXPORTS[name].join()) throw new Error(`${name} exports ${exports}, not ${EXPORTS[name]}`);
}

/** What wasm2js writes makes an instance when it is imported; an entry makes one when it needs it. */
function exportInstantiate(script) {
  const end = /\nvar retasmFunc = asmFunc\(\{\s*\}\);\n(export var \w+ = retasmFunc\.\w+;\n)+$/;
  if (!end.test(script)) throw new Error("wasm2js writes another end than is known");
  return script.replace(end, "\nexport { asmFunc as instantiate };\n");
}
