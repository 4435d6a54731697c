/** Optimizes the WebAssembly modules of rustc and wasm-bindgen, and compiles one of them to JavaScript. */

import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import binaryen from "binaryen";

/** Features that rustc uses and every supported runtime has. With all features, binaryen emits unsupported ones. */
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

/** Exports for wasm-bindgen's glue code. They are removed: the binding passes only numbers, and needs no glue. */
const GLUE = ["__wbindgen_start", "__wbindgen_externrefs", "__abort_handler", "__instance_terminated"];

const OF_REQUESTS = ["input", "locate", "memory", "output", "output_length", "refuse", "rule_index", "validate"];

/** The exports of each module, sorted. */
const EXPORTS = {
  core: OF_REQUESTS,
  "core-small": OF_REQUESTS,
  session: ["compare", "input", "memory", "output", "output_length", "read_event", "read_session", "refuse"],
};

/**
 * Optimizes a module, checks its imports and exports, and writes it.
 *
 * @param {keyof typeof EXPORTS} name
 * @param {string} from
 * @param {string} to
 */
export function writeModule(name, from, to) {
  const module = readModule(from);
  for (const name of GLUE) module.removeExport(name);
  optimize(module);
  const bytes = module.emitBinary();
  check(name, new WebAssembly.Module(bytes));
  writeFileSync(to, bytes);
}

/**
 * Compiles a module to JavaScript that exports `instantiate`, and writes it.
 *
 * @param {string} from
 * @param {string} to
 */
export function writeScript(from, to) {
  const module = readModule(from);
  // wasm2js requires this. It changes the result for numbers out of range only, which the core rejects in any case.
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
 * Runs `wasm-opt -Oz --low-memory-unused` twice, because the second run saves a little more. The option is correct: the
 * lowest memory is the end of the stack, to which nothing points. Afterwards, the sections that name the tools are
 * removed. The functions stay in their order: with the shortest indices for those that are called most, gzip finds 300
 * bytes less to repeat.
 */
function optimize(module) {
  binaryen.setOptimizeLevel(2);
  binaryen.setShrinkLevel(2);
  binaryen.setLowMemoryUnused(true);
  module.optimize();
  module.optimize();
  module.runPasses(["strip-producers", "strip-target-features"]);
}

function check(name, module) {
  const imports = WebAssembly.Module.imports(module);
  if (imports.length > 0) throw new Error(`the module must import nothing, but does ${JSON.stringify(imports)}`);
  const exports = WebAssembly.Module.exports(module).map(({ name }) => name);
  if (exports.sort().join() !== EXPORTS[name].join()) throw new Error(`${name} exports ${exports}, not ${EXPORTS[name]}`);
}

/** Replaces the end of wasm2js's output, which instantiates on import, by an export of `instantiate`. */
function exportInstantiate(script) {
  const end = /\nvar retasmFunc = asmFunc\(\{\s*\}\);\n(export var \w+ = retasmFunc\.\w+;\n)+$/;
  if (!end.test(script)) throw new Error("wasm2js writes another end than is known");
  return script.replace(end, "\nexport { asmFunc as instantiate };\n");
}
