/** A form judged: what it would send, and every violation with its words and its control. */

import { labelOf } from "./controls.js";
import { isSamePath, paramOf } from "./names.js";
import { controlFor } from "./place.js";
import { readForm } from "./read.js";
import { formMessage } from "./words.js";

/**
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

/** A violation with the control that it is shown at, and what is said there. */
export function completed(violation, fields, request, { locale, words }) {
  const control = violation.control ?? controlFor(violation, fields);
  const label = control && labelOf(control);
  const sentence = formMessage({ ...violation, control }, { locale, label, request, words });
  return { ...violation, message: violation.message || sentence, words: sentence, control };
}

const error = (rule, path, code) => ({ rule, level: "error", code, path, param: paramOf(path), message: "" });

/** Whether the rules found what was refused already: the text of an amount. */
const isRefused = ({ rule, path }, refusals) =>
  rule === "type" && refusals.some((refused) => isSamePath(refused.path, path));

/** Whether it is said of the currency of an item what was said of that of the session, which the item has from there. */
const isEcho = ({ path }, fields, { errors }) =>
  path.length > 1 &&
  path.at(-1) === "currency" &&
  errors.some((other) => isSamePath(other.path, ["currency"])) &&
  !fields.some((field) => isSamePath(field.path, path));

/** What makes a control invalid for the browser, but its type: what a field of the request may hold is for the rules. */
const NATIVE = [
  "badInput",
  "patternMismatch",
  "rangeOverflow",
  "rangeUnderflow",
  "stepMismatch",
  "tooLong",
  "tooShort",
];

/** What the browser finds in controls of which nothing else is said: one with `required` that is empty, half of a date. */
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

/** In the order of the controls; what is shown at none comes last. */
function inOrder(violations, form) {
  const order = new Map([...form.elements].map((control, index) => [control, index]));
  const place = ({ control }) => order.get(control) ?? order.size;
  return violations.sort((one, other) => place(one) - place(other));
}
