/** Computes growth: the time for twice as many items, as a multiple. Linear growth is 2. */

import { OWN } from "./candidates.js";
import { find } from "./tables.js";
import { summarize } from "./stats.js";

/** Counts of items, for each of which half the count was measured too. */
export const DOUBLED = [10, 100, 1000, 10_000];

/** Returns the growth of this package at each count, from the times of the same round. */
export function growthOf(items, way) {
  const times = (count) => find(items, OWN, String(count), way).times;
  return DOUBLED.map((count) => {
    const halves = times(count / 2);
    return summarize(times(count).map((time, round) => time / halves[round]));
  });
}

/** Returns the growth of a native candidate at each count. */
export const nativeGrowthOf = (growth, name) =>
  DOUBLED.map((count) => growth.find(({ candidate, items }) => candidate === name && items === count));
