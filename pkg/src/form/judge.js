/** Validates a form: reads its request, and adds a sentence and a control to every violation. */

import { labelOf } from "./controls.js";
import { isSamePath, paramOf } from "./names.js";
import { controlFor } from "./place.js";
import { readForm } from "./read.js";
import { formMessage } from "./words.js";

/**
 * Returns the validation result of a form, and its controls.
 *
 * @param {HTMLFormElement} form
 * @param {ReturnType<typeof import("./settings.js").readSettings>} settings
 * @returns {{ judgement: import("../types.js").Judgement, fields: import("../types.js").FormField[] }}
 */
export function judgeForm(form, settings) {
  const { request, fields, refusals, unknown } = readForm(form, settings);
  const report = settings.validate(request, settings.judging);
  const refused = refusals.map((refusal) => ({ ...error(refusal.rule, refusal.path, "invalid_integer"), ...refusal }));
  const found = report.errors.filter(
    (violation) => !isEcho(violation, fields, report) && !isRefused(violation, refusals),
  );
  const errors = [...refused, ...found];
  errors.push(...nativeErrors(form, fields, errors));
  const complete = (violations) =>
    inOrder(
      violations.map((violation) => completed(violation, fields, request, settings)),
      form,
    );
  return {
    judgement: {
      valid: errors.length === 0 && !report.omitted?.errors,
      request,
      errors: complete(errors),
      warnings: complete(report.warnings),
      unknown,
      ...(report.omitted && { omitted: report.omitted }),
    },
    fields,
  };
}

/** Returns a violation with the control at which it is shown, if there is one, and the sentence for people. */
export function completed(violation, fields, request, { locale, words }) {
  const control = violation.control ?? controlFor(violation, fields);
  const label = control && labelOf(control);
  const sentence = formMessage({ ...violation, control }, { locale, label, request, words });
  return { ...violation, message: violation.message || sentence, words: sentence, control };
}

const error = (rule, path, code) => ({ rule, level: "error", code, path, param: paramOf(path), message: "" });

/** True for the `type` violation of an amount whose text was refused already, which would be reported twice. */
const isRefused = ({ rule, path }, refusals) =>
  rule === "type" && refusals.some((refused) => isSamePath(refused.path, path));

/** True for a violation of an item's currency that was copied from a session currency reported already. */
const isEcho = ({ path }, fields, { errors }) =>
  path.length > 1 &&
  path.at(-1) === "currency" &&
  errors.some((other) => isSamePath(other.path, ["currency"])) &&
  !fields.some((field) => isSamePath(field.path, path));

/** The flags of `ValidityState` that are reported. `typeMismatch` is not: types of fields are checked by the rules. */
const NATIVE = [
  "badInput",
  "patternMismatch",
  "rangeOverflow",
  "rangeUnderflow",
  "stepMismatch",
  "tooLong",
  "tooShort",
];

/** Returns native errors, such as an empty `required` control or half a date, of controls without other errors. */
function nativeErrors(form, fields, found) {
  const radios = new Set();
  return [...form.elements].flatMap((control) => {
    const code = control.willValidate && nativeCode(control.validity);
    if (!code || radios.has(control.name)) return [];
    if (control.type === "radio") radios.add(control.name);
    const path = fields.find((field) => field.control === control)?.path ?? [];
    if (path.length > 0 && found.some((violation) => isSamePath(violation.path, path))) return [];
    return [{ ...error("browser", path, code), param: paramOf(path) || control.name, control }];
  });
}

function nativeCode(validity) {
  if (validity.valueMissing) return "missing_parameter";
  return NATIVE.some((flag) => validity[flag]) ? "invalid_params" : undefined;
}

/** Sorts violations by the order of their controls; those without a control come last. */
function inOrder(violations, form) {
  const order = new Map([...form.elements].map((control, index) => [control, index]));
  const place = ({ control }) => order.get(control) ?? order.size;
  return violations.sort((one, other) => place(one) - place(other));
}
