/** Fills the templates of the pages in docs/ with tables of the figures. */

import { CANDIDATES, OWN } from "./candidates.js";
import { DOUBLED, growthOf, nativeGrowthOf } from "./growth.js";
import { find, fixed, spread, table } from "./tables.js";
import { targets, targetsInNode } from "./targets.js";

const REQUESTS = ["S", "S, 3 violations", "L", "L, 3 violations", "X", "X, 3 violations"];
const COUNTS = ["1", "10", "100", "1000", "10000"];
const WAYS = { text: "text in", bytes: "bytes in", object: "object in" };

/** Returns the tables of docs/performance.md by name. */
export const performanceTables = (figures) => ({
  machine: figures.machine,
  rustc: figures.rustc,
  versions: figures.versions.join(", "),
  rounds: figures.rounds,
  turn: figures.turn,
  startups: figures.startups,
  nodes: figures.nodes.map(({ version }) => version).join(" and "),
  chromium: figures.chromium.version,
  targetsInNode: targetsInNode(figures.nodes),
  targets: targets(figures),
  native: native(figures.native),
  text: byNode(figures.nodes, ({ speed }) => ways(speed, ["text", "bytes"])),
  object: byNode(figures.nodes, ({ speed }) => ways(speed, ["object"])),
  peers: byNode(figures.nodes, ({ speed }) => comparisons(speed)),
  sizes: sizes(figures.sizes),
  startup: startup(figures),
  memory: memory(figures.nodes),
  items: byNode(figures.nodes, ({ items }) => costs(items)),
  growth: growth(figures),
  ndjsonRequests: figures.ndjson.requests.toLocaleString("en"),
  ndjsonMegabytes: Math.round(figures.ndjson.bytes / 1e6),
  ndjson: ndjson(figures.ndjson),
});

/** Returns the tables of docs/comparison.md by name. */
export const comparisonTables = (figures) => ({
  versions: figures.versions.join(", "),
  agreed: figures.coverage.filter(isNamedByAll).map(({ wrong }) => wrong).join("; "),
  coverage: coverage(figures.coverage.filter((request) => !isNamedByAll(request))),
  sizes: sizes(figures.sizes),
});

/**
 * Returns the template with every `{{name}}` replaced by that table. Throws for an unknown name.
 *
 * @param {string} template
 * @param {Record<string, string | number>} tables
 */
export function fill(template, tables) {
  return template.replace(/\{\{(\w+)\}\}/g, (_, name) => {
    if (!(name in tables)) throw new Error(`the page has no ${name}`);
    return String(tables[name]);
  });
}

const byNode = (nodes, part) => nodes.map((node) => `Node.js ${node.version}:\n\n${part(node)}`).join("\n\n");

function native(figures) {
  const names = [...new Set(figures.map(({ candidate }) => candidate))];
  const cell = (name, input) => spread(figures.find((figure) => figure.candidate === name && figure.input === input));
  return table(
    ["", ...REQUESTS],
    names.map((name) => [name, ...REQUESTS.map((input) => cell(name, input))]),
  );
}

/** Returns the table of multiples of `JSON.parse`, for some forms of input. */
function ways(speed, ways) {
  const rows = CANDIDATES.flatMap(({ id, name }) =>
    ways
      .filter((way) => find(speed, id, REQUESTS[0], way))
      .map((way) => [`${name}, ${WAYS[way]}`, ...REQUESTS.map((input) => spread(find(speed, id, input, way)))]),
  );
  return table(["", ...REQUESTS], rows);
}

/** Returns the table of the peers' times, as multiples of this package's. */
function comparisons(speed) {
  const ratio = (id, input, way) => fixed(find(speed, id, input, way).median / find(speed, OWN, input, way).median);
  const rows = CANDIDATES.filter(({ id }) => id !== OWN).flatMap(({ id, name }) =>
    ["text", "object"].map((way) => [`${name}, ${WAYS[way]}`, ...REQUESTS.map((input) => ratio(id, input, way))]),
  );
  return table(["", ...REQUESTS], rows);
}

/** True if every candidate reports every wrong place. */
const isNamedByAll = ({ places, named }) => Object.values(named).every((count) => count === places);

function coverage(requests) {
  const cell = (named, places) => (named === places ? "all" : `${named} of ${places}`);
  return table(
    ["wrong in the request", ...CANDIDATES.map(({ name }) => name)],
    requests.map(({ wrong, places, named }) => [wrong, ...CANDIDATES.map(({ id }) => cell(named[id], places))]),
  );
}

function sizes(sizes) {
  const kilobytes = (bytes) => (bytes / 1000).toFixed(1);
  return table(
    ["", "minified", "gzip", "brotli"],
    sizes.map(({ name, minified, gzip, brotli }) => [name, ...[minified, gzip, brotli].map(kilobytes)]),
  );
}

function startup({ nodes, chromium }) {
  const places = [
    ...nodes.map(({ version, startup }) => ({ name: `Node.js ${version}`, samples: startup })),
    { name: "Chromium", samples: chromium.samples },
  ];
  const cell = (samples, id) => spread(samples.find(({ candidate }) => candidate === id).time);
  return table(
    ["", ...places.map(({ name }) => name)],
    CANDIDATES.map(({ id, name }) => [name, ...places.map(({ samples }) => cell(samples, id))]),
  );
}

function memory(nodes) {
  const head = nodes.flatMap(({ version }) => [`heap, Node.js ${version}`, `resident, Node.js ${version}`]);
  const cells = ({ startup }, id) => {
    const { heap, resident } = startup.find(({ candidate }) => candidate === id);
    return [spread(heap), spread(resident)];
  };
  return table(
    ["", ...head],
    CANDIDATES.map(({ id, name }) => [name, ...nodes.flatMap((node) => cells(node, id))]),
  );
}

/** Returns the table of multiples of `JSON.parse` by the number of items. */
function costs(items) {
  const rows = CANDIDATES.flatMap(({ id, name }) =>
    ["text", "object"].map((way) => [
      `${name}, ${WAYS[way]}`,
      ...COUNTS.map((input) => spread(find(items, id, input, way))),
    ]),
  );
  return table(["", ...COUNTS], rows);
}

/** Returns the table of growth: the time for twice as many items, as a multiple. */
function growth({ nodes, nativeGrowth }) {
  const inNode = nodes.flatMap(({ version, items }) =>
    Object.entries(WAYS).map(([way, name]) => [`Node.js ${version}, ${name}`, ...growthOf(items, way).map(spread)]),
  );
  const natively = [...new Set(nativeGrowth.map(({ candidate }) => candidate))].map((name) => [
    `natively, ${name}`,
    ...nativeGrowthOf(nativeGrowth, name).map(spread),
  ]);
  return table(["", ...DOUBLED.map((count) => `${count / 2} to ${count}`)], [...inNode, ...natively]);
}

/** Returns the table of the command's throughput and memory. */
function ndjson({ predicted, reached, ratio, resident }) {
  const rate = ({ median, low, high }) => `${thousands(median)} (${thousands(low)}–${thousands(high)})`;
  const memory = (bytes) => (bytes === null ? "not measured" : `${(bytes / 1e6).toFixed(1)} MB`);
  return table(
    ["", ""],
    [
      ["in memory, thousands of requests a second", rate(predicted)],
      ["the command, thousands of requests a second", rate(reached)],
      ["the command by what is reached in memory", spread(ratio)],
      ["most memory of the command, for a tenth of the file", memory(resident[0])],
      ["most memory of the command, for all of it", memory(resident[1])],
    ],
  );
}

const thousands = (figure) => Math.round(figure / 1000);
