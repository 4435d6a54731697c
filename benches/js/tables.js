/** How figures are found, and written into tables. */

export function table(head, rows) {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  return [line(head), `|---|${"---:|".repeat(head.length - 1)}`, ...rows.map(line)].join("\n");
}

export const fixed = (figure) => figure.toFixed(2);

/** The median, and where the middle half of the rounds lies. */
export const spread = ({ median, low, high }) => `${fixed(median)} (${fixed(low)}–${fixed(high)})`;

export const find = (figures, candidate, input, way) =>
  figures.find((figure) => figure.candidate === candidate && figure.input === input && figure.way === way);
