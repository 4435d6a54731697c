/** The interface of the package, over whichever way an entry has of making an instance of the core. */

import { createEngine } from "./engine.js";
import { PreflightError } from "./error.js";
import { findRule, invalidNow, readOptions } from "./options.js";
import { MAX_BYTES, serialize } from "./serialize.js";
import { createStandardSchema } from "./standard-schema.js";

/**
 * @param {() => object} instantiate makes an instance of the core, and returns its exports
 */
export function createApi(instantiate) {
  const engine = createEngine(instantiate);
  let catalogue;

  /** The report of a body as text or bytes, as JSON text. */
  const judge = (body, settings) => {
    // A UTF-16 unit takes at least one byte, so that no text within the bound is refused here.
    if (body.length > MAX_BYTES) return engine.refuse(true, settings.locale);
    const report = engine.validate({ body, ...settings });
    if (report === undefined) throw invalidNow();
    return report;
  };

  /** The text that a value is sent as, if it can be, and the report, as JSON text. */
  const judgeValue = (value, options) => {
    const settings = readOptions(options, engine);
    const { text, isTooLarge } = serialize(value);
    return { text, report: text === undefined ? engine.refuse(isTooLarge, settings.locale) : judge(text, settings) };
  };

  const validate = (value, options) => JSON.parse(judgeValue(value, options).report);

  const validateJson = (text, options) => {
    const settings = readOptions(options, engine);
    const body = typeof text === "string" ? text : bytesOf(text);
    return JSON.parse(body === undefined ? engine.refuse(false, settings.locale) : judge(body, settings));
  };

  const parse = (value, options) => {
    const { text, report } = judgeValue(value, options);
    const judged = JSON.parse(report);
    if (!judged.valid) throw new PreflightError(judged);
    return JSON.parse(text);
  };

  const rules = () => (catalogue ??= freeze(JSON.parse(engine.catalogue())));

  const explain = (rule) => rules()[findRule(rule, "explain", engine)];

  return {
    validate,
    validateJson,
    parse,
    rules,
    explain,
    checkoutSession: createStandardSchema(judgeValue, "v2"),
    checkoutSessionV1: createStandardSchema(judgeValue, "v1"),
  };
}

/** The bytes of a buffer or a view of one, from whichever realm. */
function bytesOf(value) {
  if (ArrayBuffer.isView(value)) return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
  return undefined;
}

function freeze(value) {
  if (typeof value === "object" && value !== null) Object.values(Object.freeze(value)).forEach(freeze);
  return value;
}
