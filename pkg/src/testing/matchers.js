/** The matcher for `expect` of Vitest and Jest. */

import { decode } from "../utf8.js";
import { bytesOf } from "../views.js";
import { formatExcerpts } from "./excerpts.js";

/**
 * Returns the matchers over the functions of the default entry.
 *
 * @param {Pick<typeof import("fintoc-preflight"), "locate" | "locateAll" | "validate" | "validateJson">} api
 */
export function createMatchers({ locate, locateAll, validate, validateJson }) {
  return {
    toBeValidCheckoutSession(received, options = {}) {
      const isText = typeof received === "string" || bytesOf(received) !== undefined;
      const report = isText ? validateJson(received, options) : validate(received, options);
      const locale = /^es/i.test(options.locale ?? "") ? "es" : "en";
      const message = () => {
        if (report.valid) return "expected a checkout session with errors, but it is valid";
        const text = isText ? textOf(received) : prettyOf(received);
        return `expected a valid checkout session\n\n${formatExcerpts({ name: "request", text, report, locale, locate, locateAll })}`;
      };
      return { pass: report.valid, message };
    },
  };
}

const textOf = (text) => (typeof text === "string" ? text : decode(bytesOf(text)));

/** Returns a value as JSON with one member a line; as an empty text if JSON has none. */
function prettyOf(value) {
  try {
    return JSON.stringify(value, null, 2) ?? "";
  } catch {
    return "";
  }
}
