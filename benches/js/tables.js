/** Helpers for figures and Markdown tables. */

export function table(head, rows) {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  return [line(head), `|---|${"---:|".repeat(head.length - 1)}`, ...rows.map(line)].join("\n");
}

export const fixed = (figure) => figure.toFixed(2);

/** Formats a median and the quartiles: `1.00 (0.95–1.05)`. */
export const spread = ({ median, low, high }) => `${fixed(median)} (${fixed(low)}–${fixed(high)})`;

export const find = (figures, candidate, input, way) =>
  figures.find((figure) => figure.candidate === candidate && figure.input === input && figure.way === way);
