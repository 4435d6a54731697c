/** A list of figures, summed up. */

/** The figure at a share of the way from the least to the greatest. */
function quantile(figures, share) {
  const sorted = [...figures].sort((one, other) => one - other);
  const at = (sorted.length - 1) * share;
  const [low, high] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  return low + (high - low) * (at - Math.floor(at));
}

/** The median, and where the middle half of the figures lies. */
export const summarize = (figures) => ({
  median: quantile(figures, 0.5),
  low: quantile(figures, 0.25),
  high: quantile(figures, 0.75),
});
