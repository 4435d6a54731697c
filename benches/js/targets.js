/** The performance targets of the project, and the report on whether the figures reach them. */

import { OWN } from "./candidates.js";
import { growthOf, nativeGrowthOf } from "./growth.js";
import { find, fixed, table } from "./tables.js";

/** The valid requests, which the targets are about. */
const INPUTS = ["S", "L", "X"];

/** The name of this package's native candidate. */
const OWN_NATIVELY = "validate_json";

/** Returns a predicate for figures. With several limits, the one at the figure's index applies. */
const atMost = (...limits) => (figure, index) => figure <= (limits[index] ?? limits[0]);
const atLeast = (limit) => (figure) => figure >= limit;

/**
 * Targets for each Node.js: the aim, its figures, the predicate that they must fulfil, and the figures before, of the last
 * build with the first edition of the rules, in Node.js 26.
 */
const IN_NODE = [
  {
    aim: "text in: at most 1.25 / 0.95 / 0.70 times `JSON.parse`",
    figures: ({ speed }) => costs(speed, OWN, "text"),
    isReached: atMost(1.25, 0.95, 0.7),
    before: "1.42 / 0.94 / 0.67",
  },
  {
    aim: "text in, three violations in S: at most 3.0 times `JSON.parse`",
    figures: ({ speed }) => [find(speed, OWN, "S, 3 violations", "text").median],
    isReached: atMost(3),
    before: "4.30",
  },
  {
    aim: "bytes in: at most 1.15 / 0.90 / 0.60 times `JSON.parse`",
    figures: ({ speed }) => costs(speed, OWN, "bytes"),
    isReached: atMost(1.15, 0.9, 0.6),
    before: "1.33 / 0.94 / 0.64",
  },
  {
    aim: "object in: at most 2.0 / 1.4 / 1.0 times `JSON.parse`",
    figures: ({ speed }) => costs(speed, OWN, "object"),
    isReached: atMost(2, 1.4, 1),
    before: "2.24 / 1.35 / 0.97",
  },
  {
    aim: "start-up: at most 0.35 times zod's",
    figures: ({ startup }) => [startupByZod(startup)],
    isReached: atMost(0.35),
    before: "0.21",
  },
  ...["text", "bytes", "object"].map((way) => ({
    aim: `${way} in: twice the items take at most 2.2 times as long (to 10 / 100 / 1000 / 10,000)`,
    figures: ({ items }) => medians(growthOf(items, way)),
    isReached: atMost(2.2),
    before: { text: "1.30 / 1.74 / 2.02 / 2.03", bytes: "1.07 / 1.99 / 1.89 / 2.12", object: "1.11 / 2.35 / 5.15 / 2.16" }[way],
  })),
];

/** Targets that do not depend on Node.js. */
const ELSEWHERE = [
  {
    aim: "natively: at most 1.25 times a plain typed parse",
    figures: ({ native }) => nativeCosts(native, OWN_NATIVELY),
    isReached: atMost(1.25),
    before: "1.04 / 0.97 / 0.67",
  },
  ...["validator", "garde"].map((peer) => ({
    aim: `natively: ${peer} takes at least 2 times as long`,
    figures: ({ native }) => quotients(nativeCosts(native, `${peer} + serde_json`), nativeCosts(native, OWN_NATIVELY)),
    isReached: atLeast(2),
    before: { validator: "2.11 / 2.29 / 2.75", garde: "1.96 / 2.06 / 2.48" }[peer],
  })),
  {
    aim: "natively: twice the items take at most 2.2 times as long (to 10 / 100 / 1000 / 10,000)",
    figures: ({ nativeGrowth }) => medians(nativeGrowthOf(nativeGrowth, OWN_NATIVELY)),
    isReached: atMost(2.2),
    before: "1.75 / 1.90 / 2.00 / 1.98",
  },
  {
    aim: "`--ndjson`: at least 0.8 times what all cores reach in memory",
    figures: ({ ndjson }) => [ndjson.ratio.median],
    isReached: atLeast(0.8),
    before: "0.86",
  },
  {
    aim: "`--ndjson`: ten times the lines take at most 1.1 times the memory",
    figures: ({ ndjson }) => [ndjson.resident[1] / ndjson.resident[0]],
    isReached: atMost(1.1),
    before: "1.00",
  },
  ...[
    { aim: "a page that calls `validate`: at most 41 kB (gzip)", id: OWN, limit: 41, before: "47.2" },
    { aim: "a page with `bindForm`: at most 53 kB (gzip)", id: "form", limit: 53, before: "58.7" },
    { aim: "a page that calls `explain` alone: at most 8 kB (gzip)", id: "explain", limit: 8, before: "54.8" },
    { aim: "the default entry and `./session`: at most 70 kB (gzip)", id: "both", limit: 70, before: "98.7" },
  ].map(({ aim, id, limit, before }) => ({
    aim,
    figures: ({ sizes }) => [sizes.find((size) => size.id === id).gzip / 1000],
    isReached: atMost(limit),
    before,
  })),
  {
    aim: "a page that calls `validate`: at most 35 kB (brotli)",
    figures: ({ sizes }) => [sizes.find(({ id }) => id === OWN).brotli / 1000],
    isReached: atMost(35),
    before: "not measured",
  },
  {
    aim: "start-up in Chromium: at most 0.5 times zod's",
    figures: ({ chromium }) => [startupByZod(chromium.samples)],
    isReached: atMost(0.5),
    before: "0.61",
  },
];

/** Returns the table of targets, with a column for each Node.js. */
export const targetsInNode = (nodes) => report(IN_NODE, nodes, nodes.map(({ version }) => `Node.js ${version}`));

export const targets = (figures) => report(ELSEWHERE, [figures], ["figures"]);

/** Returns a table in which figures that miss the target are bold. */
function report(targets, places, names) {
  const rows = targets.map(({ aim, figures, isReached, before }) => {
    const measured = places.map(figures);
    const cell = (figure, index) => (isReached(figure, index) ? fixed(figure) : `**${fixed(figure)}**`);
    const reached = measured.flatMap((figures) => figures.map(isReached)).every(Boolean) ? "yes" : "no";
    return [aim, before, ...measured.map((figures) => figures.map(cell).join(" / ")), reached];
  });
  return table(["", "before", ...names, "reached"], rows);
}

const medians = (summaries) => summaries.map(({ median }) => median);

const quotients = (figures, divisors) => figures.map((figure, index) => figure / divisors[index]);

/** Returns a candidate's multiples of `JSON.parse` for the valid requests. */
const costs = (speed, id, way) => medians(INPUTS.map((input) => find(speed, id, input, way)));

const nativeCosts = (native, name) =>
  medians(INPUTS.map((input) => native.find((figure) => figure.candidate === name && figure.input === input)));

function startupByZod(samples) {
  const time = (id) => samples.find(({ candidate }) => candidate === id).time.median;
  return time(OWN) / time("zod");
}
