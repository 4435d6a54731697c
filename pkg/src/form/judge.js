/** Validates a form: reads its request, and adds a sentence and a control to every violation. */

import { isChangeable, labelOf, optionOf } from "./controls.js";
import { isSamePath, lastOf, paramOf } from "./names.js";
import { asksOf, controlFor } from "./place.js";
import { readSource } from "./read.js";
import { formMessage, isFixable, readingsOf, valueAt } from "./words.js";

/** The error codes of texts that cannot be read, by rule. */
const CODES = { "amount-text": "invalid_integer", "tax-id-text": "invalid_string", "time-text": "invalid_date" };

/**
 * Returns the validation result of a form, and its controls.
 *
 * @param {HTMLFormElement} form
 * @param {ReturnType<typeof import("./settings.js").readSettings>} settings
 * @returns {{ judgement: import("fintoc-preflight/form").Judgement, fields: import("fintoc-preflight/form").FormField[] }}
 */
export function judgeForm(form, settings) {
  const { request, fields, refusals, unknown } = readSource(form, settings);
  const { valid, errors: found, warnings, omitted } = judgeReading({ request, fields, refusals }, settings);
  const errors = [...found, ...nativeErrors(form, fields, found)];
  const complete = (violations) =>
    inOrder(
      violations.map((violation) => completed(violation, fields, request, settings)),
      form,
    );
  return {
    judgement: {
      valid: valid && errors.length === 0,
      request,
      errors: complete(errors),
      warnings: complete(warnings),
      unknown,
      ...(omitted && { omitted }),
    },
    fields,
  };
}

/** Returns the report on a reading, with the refused texts as errors in place of what the rules say of them. */
export function judgeReading({ request, fields, refusals }, { validate, judging }) {
  const report = validate(request, judging);
  const refused = refusals.map((refusal) => ({
    ...error(refusal.rule, refusal.path, CODES[refusal.rule]),
    ...refusal,
  }));
  const isNew = (violation) => !isEcho(violation, fields, report) && !isRefused(violation, refusals);
  const errors = [...refused, ...report.errors.filter(isNew)];
  return {
    valid: errors.length === 0 && !report.omitted?.errors,
    errors,
    warnings: report.warnings.filter(isNew),
    omitted: report.omitted,
  };
}

/** Returns a violation with the control at which it is shown, if there is one, and the sentence for people. */
export function completed(violation, fields, request, { locale, words }) {
  const own = fields.find(({ path, control }) => control && isSamePath(path, violation.path))?.control;
  const control = violation.control ?? controlFor(violation, fields);
  // A control on a folded part of the page cannot be shown, but named.
  const named = control ?? (own && isNamed(own) ? own : undefined);
  const label = named && labelOf(named);
  const facts = {
    asks: asksOf(violation, fields, (field) => isChangeable(field.control)),
    option: own && optionOf(own, valueAt(request, violation.path)),
  };
  const options = { locale, label, request, words, ...defined(facts) };
  const sentence = formMessage({ ...violation, control }, options);
  const readings = control && readingsOf(violation, request, locale);
  return {
    ...violation,
    message: violation.message || sentence,
    words: sentence,
    control,
    ...(readings?.length > 0 && { readings }),
    ...(!isFixable({ ...violation, control }, label) && { isUnfixable: true }),
  };
}

const isNamed = ({ type, readOnly, disabled }) => type !== "hidden" && !readOnly && !disabled;

const defined = (facts) => Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));

const error = (rule, path, code) => ({ rule, level: "error", code, path, param: paramOf(path), message: "" });

/** True for a violation of a value whose text was refused already, which would be reported twice. */
const isRefused = ({ rule, path }, refusals) =>
  refusals.some((refused) => isSamePath(refused.path, path) && (rule === "type" || refused.rule !== "amount-text"));

/** True for a violation of an item's currency that was copied from a session currency reported already. */
const isEcho = ({ path }, fields, { errors }) =>
  path.length > 1 &&
  lastOf(path) === "currency" &&
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
