/** Statistics of lists of figures. */

/** Returns a quantile, interpolated linearly; `share` is from 0 (the minimum) to 1 (the maximum). */
function quantile(figures, share) {
  const sorted = [...figures].sort((one, other) => one - other);
  const at = (sorted.length - 1) * share;
  const [low, high] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  return low + (high - low) * (at - Math.floor(at));
}

/** Returns the median and the quartiles. */
export const summarize = (figures) => ({
  median: quantile(figures, 0.5),
  low: quantile(figures, 0.25),
  high: quantile(figures, 0.75),
});
