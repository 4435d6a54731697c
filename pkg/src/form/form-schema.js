/** The request of a form as a Standard Schema, for form libraries: texts in, a request or sentences for people out. */

import { judgeReading } from "./judge.js";
import { isSamePath, paramOf, parseName, patternOf } from "./names.js";
import { asksOf, fieldFor } from "./place.js";
import { readSource } from "./read.js";
import { readJudging } from "./settings.js";
import { checkTimeZone } from "./time.js";
import { formMessage } from "./words.js";

const JUDGING = ["version", "now", "strict", "levels", "locale", "maxViolations"];
const NAMES = [...JUDGING, "validate", "defaults", "timeZone", "words", "labels"];

/**
 * Returns a Standard Schema (https://standardschema.dev) of what a form holds; see `formSchema` in `types/form.d.ts`.
 *
 * @param {import("fintoc-preflight/form").FormSchemaOptions} options with `validate`
 */
export function createFormSchema(options) {
  for (const name of Object.keys(options)) {
    if (!NAMES.includes(name)) throw new TypeError(`there is no option "${name}"`);
  }
  const { labels = {}, timeZone } = options;
  checkTimeZone(timeZone);
  const settings = readJudging({ locale: "en", ...options });
  // A wrong option is a mistake of the program, so it throws here and not in a form library.
  settings.validate({}, settings.judging);
  const labelOf = typeof labels === "function" ? labels : (pattern) => labels[pattern];
  return Object.freeze({
    "~standard": Object.freeze({
      version: 1,
      vendor: "fintoc-preflight",
      validate(value) {
        try {
          return judge(value, { ...settings, timeZone, labelOf });
        } catch (error) {
          return { issues: [{ message: error.message, path: [] }] };
        }
      },
    }),
  });
}

function judge(value, settings) {
  const reading = readSource(value, settings);
  const { valid, errors, warnings, omitted } = judgeReading(reading, settings);
  const complete = (violations) => violations.map((violation) => issueOf(violation, reading, settings));
  const rest = { warnings: complete(warnings), ...(omitted && { omitted }) };
  // What is sent is JSON: the value has no dates, and nothing that is undefined.
  return valid
    ? { value: JSON.parse(JSON.stringify(reading.request)), ...rest }
    : { issues: complete(errors), ...rest };
}

/** Returns a violation as an issue, with a sentence for people, at the value where they can fix it. */
function issueOf(violation, { request, fields }, { locale, words, labelOf }) {
  const field = fieldFor(violation, fields, () => true);
  const path = field ? keysOf(field) : outerPath(violation.path, fields);
  const pattern = patternOf(path);
  const label = labelOf(pattern, path) ?? undefined;
  const sentence = formMessage(
    // A field without a label is still one that people see.
    { ...violation, control: field },
    { locale, label, request, words, ...asked(violation, fields) },
  );
  const { control, ...rest } = violation;
  return { ...rest, detail: violation.message || sentence, message: sentence, path, param: paramOf(path) };
}

const asked = (violation, fields) => {
  const asks = asksOf(violation, fields, () => true);
  return asks && { asks };
};

/** Returns the path of a field in the value that was validated, where rows that are left blank have their index too. */
function keysOf({ name, keys }) {
  const nested = keys && keys.length > 1 ? keys : (parseName(name) ?? [name]);
  return nested.map((key) => (/^\d+$/.test(key) ? Number(key) : key));
}

/** Returns a path of the request with the indexes that its rows have in the value. */
function outerPath(path, fields) {
  const [list, index] = path;
  if (list !== "line_items" || index === undefined) return path;
  const sibling = fields.find((field) => isSamePath(field.path.slice(0, 2), [list, index]));
  return sibling ? [...keysOf(sibling).slice(0, 2), ...path.slice(2)] : path;
}
