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

/** Targets for each Node.js: the aim, its figures, and the predicate that they must fulfil. */
const IN_NODE = [
  {
    aim: "text in: at most 1.0 times `JSON.parse`",
    figures: ({ speed }) => costs(speed, OWN, "text"),
    isReached: atMost(1),
  },
  {
    aim: "bytes in: at most 1.0 times `JSON.parse`",
    figures: ({ speed }) => costs(speed, OWN, "bytes"),
    isReached: atMost(1),
  },
  {
    aim: "text in: `JSON.parse` and ajv take at least 2.4 times as long",
    figures: ({ speed }) => slowness(speed, "ajv", "text"),
    isReached: atLeast(2.4),
  },
  {
    aim: "text in: `JSON.parse` and zod take at least 5 times as long",
    figures: ({ speed }) => slowness(speed, "zod", "text"),
    isReached: atLeast(5),
  },
  {
    aim: "object in: at most 1.0 times ajv for S, 1.1 times for L and X",
    figures: ({ speed }) => slowness(speed, "ajv", "object").map((multiple) => 1 / multiple),
    isReached: atMost(1, 1.1, 1.1),
  },
  {
    aim: "object in: zod takes at least 3 times as long",
    figures: ({ speed }) => slowness(speed, "zod", "object"),
    isReached: atLeast(3),
  },
  {
    aim: "object in: valibot takes at least 2 times as long",
    figures: ({ speed }) => slowness(speed, "valibot", "object"),
    isReached: atLeast(2),
  },
  {
    aim: "start-up: at most 0.35 times zod's",
    figures: ({ startup }) => [startupByZod(startup)],
    isReached: atMost(0.35),
  },
  ...["text", "bytes", "object"].map((way) => ({
    aim: `${way} in: twice the items take at most 2.2 times as long (to 10 / 100 / 1000 / 10,000)`,
    figures: ({ items }) => medians(growthOf(items, way)),
    isReached: atMost(2.2),
  })),
];

/** Targets that do not depend on Node.js. */
const ELSEWHERE = [
  {
    aim: "natively: at most 1.25 times a plain typed parse",
    figures: ({ native }) => nativeCosts(native, OWN_NATIVELY),
    isReached: atMost(1.25),
  },
  ...["validator", "garde"].map((peer) => ({
    aim: `natively: ${peer} takes at least 2 times as long`,
    figures: ({ native }) => quotients(nativeCosts(native, `${peer} + serde_json`), nativeCosts(native, OWN_NATIVELY)),
    isReached: atLeast(2),
  })),
  {
    aim: "natively: twice the items take at most 2.2 times as long (to 10 / 100 / 1000 / 10,000)",
    figures: ({ nativeGrowth }) => medians(nativeGrowthOf(nativeGrowth, OWN_NATIVELY)),
    isReached: atMost(2.2),
  },
  {
    aim: "`--ndjson`: at least 0.8 times what all cores reach in memory",
    figures: ({ ndjson }) => [ndjson.ratio.median],
    isReached: atLeast(0.8),
  },
  {
    aim: "`--ndjson`: ten times the lines take at most 1.1 times the memory",
    figures: ({ ndjson }) => [ndjson.resident[1] / ndjson.resident[0]],
    isReached: atMost(1.1),
  },
  { aim: "core.wasm: at most 35 kB (gzip)", figures: ({ sizes }) => [kilobytes(sizes, "core")], isReached: atMost(35) },
  {
    aim: "a program that checks a request: at most 45 kB (gzip)",
    figures: ({ sizes }) => [kilobytes(sizes, OWN)],
    isReached: atMost(45),
  },
  {
    aim: "a program that uses all of the default entry: at most 45 kB (gzip)",
    figures: ({ sizes }) => [kilobytes(sizes, "everything")],
    isReached: atMost(45),
  },
  {
    aim: "start-up in Chromium: at most 0.35 times zod's",
    figures: ({ chromium }) => [startupByZod(chromium.samples)],
    isReached: atMost(0.35),
  },
];

/** Returns the table of targets, with a column for each Node.js. */
export const targetsInNode = (nodes) => report(IN_NODE, nodes, nodes.map(({ version }) => `Node.js ${version}`));

export const targets = (figures) => report(ELSEWHERE, [figures], ["figures"]);

/** Returns a table in which figures that miss the target are bold. */
function report(targets, places, names) {
  const rows = targets.map(({ aim, figures, isReached }) => {
    const measured = places.map(figures);
    const cell = (figure, index) => (isReached(figure, index) ? fixed(figure) : `**${fixed(figure)}**`);
    const reached = measured.flatMap((figures) => figures.map(isReached)).every(Boolean) ? "yes" : "no";
    return [aim, ...measured.map((figures) => figures.map(cell).join(" / ")), reached];
  });
  return table(["", ...names, "reached"], rows);
}

const medians = (summaries) => summaries.map(({ median }) => median);

const quotients = (figures, divisors) => figures.map((figure, index) => figure / divisors[index]);

/** Returns a candidate's multiples of `JSON.parse` for the valid requests. */
const costs = (speed, id, way) => medians(INPUTS.map((input) => find(speed, id, input, way)));

/** Returns a peer's times as multiples of this package's. */
const slowness = (speed, peer, way) => quotients(costs(speed, peer, way), costs(speed, OWN, way));

const nativeCosts = (native, name) =>
  medians(INPUTS.map((input) => native.find((figure) => figure.candidate === name && figure.input === input)));

function startupByZod(samples) {
  const time = (id) => samples.find(({ candidate }) => candidate === id).time.median;
  return time(OWN) / time("zod");
}

const kilobytes = (sizes, id) => sizes.find((size) => size.id === id).gzip / 1000;
