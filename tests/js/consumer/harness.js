/** Judges every case, and every hostile value, through an entry of the package. Every runtime runs this. */

import { judgeHostileValues } from "./hostile/judge.js";

const EXPORTS = [
  "PreflightError",
  "checkoutSession",
  "checkoutSessionV1",
  "explain",
  "init",
  "parse",
  "rules",
  "toFintocError",
  "validate",
  "validateJson",
];

/** The lines of `cases.jsonl`. */
export const readCases = (text) =>
  text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));

/**
 * Runs every check.
 *
 * @param {object} realm the `globalThis` of another realm, where the runtime has one
 * @returns {{ passed: number, failures: string[] }}
 */
export function run(api, cases, realm = globalThis) {
  const failures = [];
  let passed = 0;
  const check = (name, expected, act) => {
    const found = attempt(act);
    if (found === expected) passed++;
    else failures.push(`${name}\n  expected ${expected}\n  found    ${found}`);
  };

  const names = Object.keys(api).filter(
    (name) => name !== "default" && name !== "module.exports" && name !== "__esModule",
  );
  check("the names that are exported", EXPORTS.join(), () => names.sort().join());
  for (const { name, input, body, options, report } of cases) {
    const label = `${name} (${input}, ${options.locale})`;
    if (input === "text") {
      check(label, report, () => JSON.stringify(api.validateJson(body, options)));
      check(`${label}, as bytes`, report, () =>
        JSON.stringify(api.validateJson(new TextEncoder().encode(body), options)),
      );
    } else {
      check(label, report, () => JSON.stringify(api.validate(JSON.parse(body), options)));
      check(`${label}, parse`, outcome(report, body), () => parseOutcome(api, JSON.parse(body), options));
      check(`${label}, schema`, outcome(report, body), () => schemaOutcome(api, JSON.parse(body), options));
    }
  }
  const deep = Array.from({ length: 128 }).reduce((value) => [value], 0);
  for (const value of [undefined, 1n, () => 0, deep]) {
    check("a value that cannot be sent", "not-serializable", () => api.validate(value).errors[0].rule);
  }
  check("the envelope", "invalid_request_error missing_parameter", () => {
    const { type, code } = api.toFintocError(api.validate({})).error;
    return `${type} ${code}`;
  });
  check("the catalogue", "error", () => api.explain(api.rules()[0].rule).level);
  judgeHostileValues(api, check, realm);
  return { passed, failures };
}

/** One line, and the first failures. */
export function summary(what, { passed, failures }) {
  return [`${what}: ${passed} passed, ${failures.length} failed`, ...failures.slice(0, 5)].join("\n");
}

function attempt(act) {
  try {
    return act();
  } catch (error) {
    return `thrown: ${error?.stack ?? error}`;
  }
}

/** What comes of a request: itself as it would be sent, or the errors. */
function outcome(report, body) {
  const { valid, errors } = JSON.parse(report);
  return valid ? body : JSON.stringify(errors);
}

function parseOutcome(api, value, options) {
  try {
    return JSON.stringify(api.parse(value, options));
  } catch (error) {
    if (!(error instanceof api.PreflightError)) throw error;
    return JSON.stringify(error.report.errors);
  }
}

function schemaOutcome({ checkoutSession, checkoutSessionV1 }, value, { version, ...libraryOptions }) {
  const { validate } = (version === "v1" ? checkoutSessionV1 : checkoutSession)["~standard"];
  const result = validate(value, { libraryOptions });
  return JSON.stringify(result.issues ?? result.value);
}
