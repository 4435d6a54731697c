/** How many times as long twice the items take. */

import { OWN } from "./candidates.js";
import { find } from "./tables.js";
import { summarize } from "./stats.js";

/** The counts of items of which half was measured, too. */
export const DOUBLED = [10, 100, 1000, 10_000];

/** This package's times for each of the counts, as multiples of those for half of it in the same round. */
export function growthOf(items, way) {
  const times = (count) => find(items, OWN, String(count), way).times;
  return DOUBLED.map((count) => {
    const halves = times(count / 2);
    return summarize(times(count).map((time, round) => time / halves[round]));
  });
}

/** The same natively. */
export const nativeGrowthOf = (growth, name) =>
  DOUBLED.map((count) => growth.find(({ candidate, items }) => candidate === name && items === count));
