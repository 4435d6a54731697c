/** The core that was built, for tests of the sources. */

import { readFileSync } from "node:fs";

import binaryen from "binaryen";

import { createApi } from "../src/api.js";

export const NOW = "2026-01-13T12:00:00Z";

const bytes = readFileSync(new URL("../dist/core.wasm", import.meta.url));
const module = new WebAssembly.Module(bytes);

/** Makes an instance of the core. */
export const instantiate = () => new WebAssembly.Instance(module).exports;

/** Returns the public functions over an instance, as an entry has them. */
export const createEntry = (instantiate) => entryOf(createApi(instantiate));

export const entryOf = ({ validate, validateJson, parse, ...api }) => ({
  api: { validate, validateJson, parse, ...api },
  validate: (value, options) => validate(value, options),
  validateJson: (text, options) => validateJson(text, options),
  parse: (value, options) => parse(value, options),
});

/** The core, but that it traps at bodies of `length` bytes, after it has written over its input. */
export function trappingAt(length) {
  const { i32, f64, none, createType, readBinary, getExportInfo, Features } = binaryen;
  const trapping = readBinary(bytes);
  trapping.setFeatures(Features.All);
  const validate = getExportInfo(trapping.getExport("validate")).value;
  const input = getExportInfo(trapping.getExport("input")).value;
  const types = [i32, i32, i32, i32, f64, i32, i32, i32, i32];
  const parameters = types.map((type, index) => trapping.local.get(index, type));
  const body = trapping.block(
    null,
    [
      trapping.if(
        trapping.i32.eq(trapping.local.get(0, i32), trapping.i32.const(length)),
        trapping.block(
          null,
          [
            trapping.memory.fill(
              trapping.call(input, [trapping.i32.const(0)], i32),
              trapping.i32.const(0x21),
              trapping.i32.const(length),
            ),
            trapping.unreachable(),
          ],
          none,
        ),
      ),
      trapping.call(validate, parameters, i32),
    ],
    i32,
  );
  trapping.addFunction("trapping", createType(types), i32, [], body);
  trapping.removeExport("validate");
  trapping.addFunctionExport("trapping", "validate");
  const patched = new WebAssembly.Module(trapping.emitBinary());
  return () => new WebAssembly.Instance(patched).exports;
}
