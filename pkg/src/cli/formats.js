/** The formats of reports: each has what precedes and follows all reports, and the report on one request. */

import { rules } from "../catalogue.js";
import { MOST_SHOWN, findings, formatReport, formatViolations, moreThanShown, verdictOn } from "./text.js";

/** @typedef {import("./text.js").Request} Request */

const TEXT = { start: () => "", report: formatReport, end: () => "" };

const JSON_LINES = { start: () => "", report: ({ report }) => `${JSON.stringify(report)}\n`, end: () => "" };

/** An annotation for each of the first violations, as a workflow command of GitHub Actions. */
const GITHUB = {
  start: () => "",
  report(request) {
    const file = property(request.name);
    const lines = findings(request, MOST_SHOWN).map(({ level, rule, line, column, param, message }) => {
      const title = property(param === "" ? rule : `${rule} (${param})`);
      return `::${level} file=${file},line=${line},col=${column},title=${title}::${data(message)}\n`;
    });
    const more = moreThanShown(request);
    const level = request.report.valid ? "warning" : "error";
    if (more !== undefined) lines.push(`::${level} file=${file},line=${request.line ?? 1}::${data(more)}\n`);
    return lines.join("");
  },
  end: () => "",
};

/** Escapes the message of a workflow command, as `@actions/core` does. */
const data = (text) => text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");

/** Escapes a property of a workflow command. */
const property = (text) => data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");

/** One log of SARIF 2.1.0 for all requests, as code scanning reads it. */
const SARIF = {
  start(locale) {
    const descriptors = rules({ locale }).map(({ rule, when, level }) => ({
      id: rule,
      shortDescription: { text: when },
      defaultConfiguration: { level },
    }));
    const driver = JSON.stringify({ name: "fintoc-preflight", version: VERSION, rules: descriptors });
    const schema = "https://json.schemastore.org/sarif-2.1.0.json";
    return (
      `{"$schema":"${schema}","version":"2.1.0","runs":[{"tool":{"driver":${driver}},` +
      `"columnKind":"unicodeCodePoints","results":[`
    );
  },
  /** The results, each after a comma; the first of the log goes without. */
  report: (request) => findings(request).map((finding) => `,\n${JSON.stringify(resultOf(finding, request))}`).join(""),
  end: () => "]}]}\n",
};

function resultOf({ level, rule, line, column, param, message }, { uri }) {
  const region = { startLine: line, startColumn: column };
  const physicalLocation = { artifactLocation: { uri }, region };
  return {
    ruleId: rule,
    ruleIndex: rules().findIndex((entry) => entry.rule === rule),
    level,
    message: { text: message },
    locations: [{ physicalLocation, ...(param !== "" && { logicalLocations: [{ fullyQualifiedName: param }] }) }],
  };
}

/** A test suite for each file, with a test case for each request. */
const JUNIT = {
  start: () => '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="fintoc-preflight">\n',
  /** The test case fails if the request is invalid; warnings are its output. */
  report(request) {
    const { name, line, report } = request;
    const test = escape(line === undefined ? name : `${name}:${line}`);
    const testcase = `<testcase classname="${escape(name)}" name="${test}"`;
    if (report.errors.length === 0 && report.warnings.length === 0) return `${testcase}/>\n`;
    const text = escape(formatViolations(request));
    if (report.valid) return `${testcase}><system-out>${text}</system-out></testcase>\n`;
    const failure = `<failure type="${report.errors[0].rule}" message="${escape(verdictOn(request))}">`;
    return `${testcase}>${failure}${text}</failure></testcase>\n`;
  },
  /** The suite of a file, given its test cases. */
  file(name, { requests, invalid }, cases) {
    const counts = `tests="${requests}" failures="${invalid}" errors="0" skipped="0"`;
    return `<testsuite name="${escape(name)}" ${counts}>\n${cases}</testsuite>\n`;
  },
  end: () => "</testsuites>\n",
};

const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\ufffe": "\ufffd", "\uffff": "\ufffd" };

/** Escapes a text for XML, which has no form for non-characters. Control characters are visible ones already. */
const escape = (text) => text.replace(/[&<>"\ufffe\uffff]/g, (character) => ENTITIES[character]);

/** The formats by their names. */
export const FORMATS = { text: TEXT, json: JSON_LINES, github: GITHUB, sarif: SARIF, junit: JUNIT };
