/** Validates every case and every hostile value through an entry of the package, in every runtime. */

import { checkHostileValues } from "./hostile/check.js";

const EXPORTS = [
  "PreflightError",
  "applySuggestions",
  "checkoutSession",
  "checkoutSessionV1",
  "createValidator",
  "explain",
  "init",
  "jsonSchema",
  "locate",
  "locateAll",
  "parse",
  "rules",
  "toFintocError",
  "validate",
  "validateJson",
];

const encodeNatively = (text) => new TextEncoder().encode(text);

/** Parses a file with one case per line. */
export const readCases = (text) =>
  text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));

/**
 * Runs every check.
 *
 * @param {object} realm the `globalThis` of another realm, if the runtime has one
 * @param {{ isRepeated?: boolean, isInterpreted?: boolean, encode?: (text: string) => Uint8Array }} [options]
 *   `isRepeated` if the same file has already been checked in the same engine, loaded differently: validates only every
 *   20th case, and no hostile values; `isInterpreted` for an engine that compiles nothing: validates every case, but
 *   only every 20th in every way, and no hostile values; `encode` for a runtime without `TextEncoder`
 * @returns {{ passed: number, failures: string[] }}
 */
export function run(api, cases, realm = globalThis, options = {}) {
  const { isRepeated = false, isInterpreted = false, encode = encodeNatively } = options;
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
  check("the exported names", EXPORTS.join(), () => names.sort().join());
  const selected = isRepeated ? cases.filter((_, index) => index % 20 === 0) : cases;
  for (const [index, { name, input, body, options, report }] of selected.entries()) {
    const inEveryWay = !isInterpreted || index % 20 === 0;
    const label = `${name} (${input}, ${options.locale})`;
    if (input === "text") {
      check(label, report, () => JSON.stringify(api.validateJson(body, options)));
      check(`${label}, as bytes`, report, () =>
        JSON.stringify(api.validateJson(encode(body), options)),
      );
    } else {
      const expected = ofText(report);
      check(label, expected, () => ofText(JSON.stringify(api.validate(JSON.parse(body), options))));
      if (!inEveryWay) continue;
      check(`${label}, at a Date`, expected, () =>
        ofText(JSON.stringify(api.validate(JSON.parse(body), { ...options, now: new Date(options.now) }))),
      );
      check(`${label}, by a validator`, expected, () =>
        ofText(JSON.stringify(api.createValidator(options).validate(JSON.parse(body)))),
      );
      check(`${label}, parse`, outcome(expected, body), () => parseOutcome(api, JSON.parse(body), options));
      check(`${label}, schema`, outcome(expected, body), () => schemaOutcome(api, JSON.parse(body), options));
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
  check("the schemas", "CheckoutSessionRequestV1", () => {
    const { title } = api.jsonSchema("v1", { target: "draft-07" });
    const { input } = api.checkoutSessionV1["~standard"].jsonSchema;
    return title === input({ target: "openapi-3.0" }).title && title;
  });
  check("the catalogue", "error", () => api.explain(api.rules()[0].rule).level);
  if (!isRepeated && !isInterpreted) checkHostileValues(api, check, realm);
  return { passed, failures };
}

/**
 * Verifies every webhook.
 *
 * @returns {Promise<{ passed: number, failures: string[] }>}
 */
export async function runWebhooks({ verifySignature }, webhooks) {
  const failures = [];
  for (const { name, body, header, secret, now, tolerance, outcome } of webhooks) {
    const options = { header, secret, now: Date.parse(now), tolerance };
    for (const form of [body, new TextEncoder().encode(body)]) {
      const found = await verifySignature({ ...options, body: form }).then(
        () => "verified",
        (error) => error.reason ?? String(error),
      );
      if (found !== outcome) failures.push(`${name}\n  expected ${outcome}\n  found    ${found}`);
    }
  }
  return { passed: 2 * webhooks.length - failures.length, failures };
}

/**
 * Parses every answer of Fintoc as text, as bytes and as a value.
 *
 * @returns {{ passed: number, failures: string[] }}
 */
export function runSessions(api, cases) {
  const failures = [];
  let passed = 0;
  for (const { what, bodies, options, outcome } of cases) {
    const asBytes = bodies.map((body) => new TextEncoder().encode(body));
    for (const values of [bodies, asBytes, valuesOf(bodies)].filter(Boolean)) {
      const found = attempt(() => sessionOutcome(api, what, values, bodies, options));
      if (found === outcome) passed++;
      else failures.push(`${what} ${bodies.at(-1)}\n  expected ${outcome}\n  found    ${found}`);
    }
  }
  return { passed, failures };
}

/** Returns the parsed texts; `undefined` unless each is JSON of an object that serializes to the same text. */
function valuesOf(bodies) {
  try {
    const values = bodies.map((body) => JSON.parse(body));
    // A string would be taken for JSON text.
    return values.every((value, index) => typeof value === "object" && JSON.stringify(value) === bodies[index]) && values;
  } catch {
    return undefined;
  }
}

/** Returns the comparison or the report, after checking that the answer differs from the body only as reported. */
function sessionOutcome(api, what, values, bodies, options) {
  try {
    if (what === "comparison") return JSON.stringify(api.compareSession(...values, options));
    const parse = what === "session" ? api.parseCheckoutSession : api.parseEvent;
    const { report, raw, [what]: answer } = parse(...values, options);
    const sent = JSON.parse(bodies[0]);
    if (canonical(raw) !== canonical(sent)) return `not what was sent: ${JSON.stringify(raw)}`;
    const isRepeated = report.warnings.some(({ rule }) => rule === "duplicate-key");
    const known = canonical(withoutMalformed(sent, report.warnings));
    if (!isRepeated && canonical(answer) !== known) return `not as documented: ${JSON.stringify(answer)}`;
    return JSON.stringify(report);
  } catch (error) {
    if (!(error instanceof api.PreflightError)) throw error;
    return JSON.stringify(error.report);
  }
}

/** Removes the values that the warnings call malformed; from the end, because removing an element moves those after it. */
function withoutMalformed(value, warnings) {
  for (const { path } of warnings.filter(({ rule }) => rule === "type").reverse()) {
    const holder = path.slice(0, -1).reduce((object, name) => object[name], value);
    if (Array.isArray(holder)) holder.splice(path.at(-1), 1);
    else delete holder[path.at(-1)];
  }
  return value;
}

/** Serializes a value with sorted names. */
const canonical = (value) =>
  JSON.stringify(value, (_, object) =>
    typeof object === "object" && object !== null && !Array.isArray(object)
      ? Object.fromEntries(Object.entries(object).sort(([one], [other]) => (one < other ? -1 : 1)))
      : object,
  );

/** Returns a line with the counts, and the first failures. */
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

/**
 * Returns the report as that of a text: of a value, half of a surrogate pair is reported at its string, and the sentence
 * is another.
 */
function ofText(report) {
  if (!report.includes('"fault":"lone_surrogate"')) return report;
  const { errors, ...rest } = JSON.parse(report);
  return JSON.stringify({ ...rest, errors: surrogatesOfText(errors) });
}

const surrogatesOfText = (errors) =>
  errors.map((error) =>
    error.facts?.fault === "lone_surrogate" ? { ...error, path: [], param: "", message: "" } : error,
  );

/** Returns a request as it would be sent, or its errors. */
function outcome(report, body) {
  const { valid, errors } = JSON.parse(report);
  return valid ? body : JSON.stringify(errors);
}

function parseOutcome(api, value, options) {
  try {
    return JSON.stringify(api.parse(value, options));
  } catch (error) {
    if (!(error instanceof api.PreflightError)) throw error;
    return JSON.stringify(surrogatesOfText(error.report.errors));
  }
}

function schemaOutcome({ checkoutSession, checkoutSessionV1 }, value, { version, ...libraryOptions }) {
  const { validate } = (version === "v1" ? checkoutSessionV1 : checkoutSession)["~standard"];
  const result = validate(value, { libraryOptions });
  return JSON.stringify(result.issues ? surrogatesOfText(result.issues) : result.value);
}
