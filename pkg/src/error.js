/** Reports as errors. */

/** The most errors in the message of a `PreflightError`. */
const MAX_NAMED = 10;

/** The most characters of a path in the message: it can hold a name of the request's own, of any length. */
const MAX_PARAM = 100;

const BRAND_NAME = "fintoc-preflight.PreflightError";

/**
 * Thrown by `parse` for a request with errors, and by the session entry for a body that cannot be used.
 *
 * Every file of the package that has the class has its own, in each format. `instanceof` holds for the errors of all of
 * them: they have a brand, a symbol of the global registry.
 */
export const PreflightError = /* @__PURE__ */ (() => {
  const BRAND = Symbol.for(BRAND_NAME);

  class PreflightError extends Error {
    /** @param {import("fintoc-preflight").Report} report */
    constructor(report) {
      const lines = report.errors
        .slice(0, MAX_NAMED)
        .map(({ param, message }) => (param ? `${escaped(param)}: ${message}` : message));
      const more = report.errors.length - lines.length + (report.omitted?.errors ?? 0);
      super((more > 0 ? [...lines, `… ${more}`] : lines).join("\n"));
      this.name = "PreflightError";
      this.report = report;
    }

    get [BRAND]() {
      return true;
    }

    /** True for every `PreflightError` of the package; of a subclass for its own instances alone. */
    static [Symbol.hasInstance](value) {
      if (this !== PreflightError) return Function.prototype[Symbol.hasInstance].call(this, value);
      return typeof value === "object" && value !== null && value[BRAND] === true;
    }
  }

  return PreflightError;
})();

/** Makes another error an instance of `PreflightError`, with its report. */
export function brand(error, report) {
  return define(error, { name: "PreflightError", report, [Symbol.for(BRAND_NAME)]: true });
}

/** Sets members of an error, also those for which its class has only a getter. */
export function define(error, members) {
  for (const name of Reflect.ownKeys(members)) {
    const isEnumerable = typeof name === "string" && name !== "stack" && name !== "message";
    Object.defineProperty(error, name, { value: members[name], enumerable: isEnumerable, writable: true, configurable: true });
  }
  return error;
}

/** Characters that control a terminal or a log, or that hide or reorder text; and halves of surrogate pairs. */
const UNSAFE =
  /[\0-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\ufffd\u{e0000}-\u{e0fff}\p{Surrogate}]/u;

/** Returns a path for a message: cut, and with escapes for unsafe characters. */
export function escaped(param) {
  const characters = [...param.slice(0, 2 * MAX_PARAM + 2)];
  // Each by itself: Babel's translation of `\p{Surrogate}` for Hermes also matches the character before a half.
  const shown = characters.slice(0, MAX_PARAM).map((character) => (UNSAFE.test(character) ? escape(character) : character));
  return characters.length > MAX_PARAM ? `${shown.join("")}…` : shown.join("");
}

/** Returns a character in the form of a JavaScript string: `\u001b`, or `\u{e0001}` beyond U+FFFF. */
function escape(character) {
  const digits = character.codePointAt(0).toString(16);
  return digits.length > 4 ? `\\u{${digits}}` : `\\u${digits.padStart(4, "0")}`;
}

/**
 * Returns the first error of a report in the form of Fintoc's API; `undefined` if there are no errors.
 *
 * @param {import("fintoc-preflight").Report} report
 * @example
 * import { toFintocError, validate } from "fintoc-preflight";
 *
 * console.log(toFintocError(validate({ amount: 0 }))?.error.param);
 */
export function toFintocError(report) {
  const [violation] = report.errors;
  if (!violation) return undefined;
  const { rule, code, message, param } = violation;
  const type = rule === INTERNAL_ERROR ? "api_error" : "invalid_request_error";
  return { error: { type, code, message, param: param || null, doc_url: docUrl(type) } };
}

/** The URL format of the example in https://docs.fintoc.com/reference/errors-object. */
const docUrl = (type) => `https://fintoc.com/docs#${type.replaceAll("_", "-")}`;

/** The `rule` of a report on a failure of the core. It is not in the catalogue. */
export const INTERNAL_ERROR = "internal-error";

const INTERNAL_ERROR_MESSAGES = {
  en: (what) => `${what} could not be checked: an internal error of fintoc-preflight.`,
  es: (what) => `no se pudo revisar ${what}: error interno de fintoc-preflight.`,
};

const REQUEST = { en: "the request", es: "la solicitud" };

/**
 * Returns the report on a body that could not be validated because the core failed, as JSON text.
 *
 * @param {"en" | "es"} [locale]
 * @param {{ en: string, es: string }} [what] the name of the body, for the message
 */
export function internalError(locale = "en", what = REQUEST) {
  const message = INTERNAL_ERROR_MESSAGES[locale](what[locale]);
  const place = { path: [], param: "" };
  const violation = { rule: INTERNAL_ERROR, level: "error", code: "internal_server_error", ...place, message };
  return JSON.stringify({ valid: false, errors: [violation], warnings: [] });
}
