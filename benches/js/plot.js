/** Draws the plots as SVG with colours for light and dark pages. */

import { CANDIDATES, OWN } from "./candidates.js";

const WIDTH = 720;
const INK = "#6e7781";
const OWN_COLOUR = "#1f883d";
const PEER_COLOUR = "#8c959f";

const colourOf = (id) => (id === OWN ? OWN_COLOUR : PEER_COLOUR);

const text = (x, y, content, anchor = "start") => `<text x="${x}" y="${y}" text-anchor="${anchor}">${content}</text>`;

const svg = (height, title, parts) =>
  [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}"`,
    ` font-family="system-ui, sans-serif" font-size="13" fill="${INK}" role="img">`,
    `<title>${title}</title>`,
    ...parts,
    "</svg>\n",
  ].join("\n");

/** Returns a bar chart of the cost of validating the text of request L, in the newest Node.js. */
export function costPlot({ nodes }) {
  const left = 190;
  const row = 26;
  const { version, speed } = nodes.at(-1);
  const bars = CANDIDATES.map(({ id, name }) => {
    const { median } = speed.find(({ candidate, input, way }) => candidate === id && input === "L" && way === "text");
    return { id, name, median };
  }).sort((one, other) => one.median - other.median);
  const scale = (WIDTH - left - 60) / bars.at(-1).median;
  const title = `Text in, report out, as a multiple of JSON.parse of the same text: L, Node.js ${version}`;
  const parts = bars.flatMap(({ id, name, median }, index) => {
    const y = 40 + index * row;
    const width = Math.max(1, median * scale).toFixed(1);
    return [
      text(left - 8, y + 13, name, "end"),
      `<rect x="${left}" y="${y}" width="${width}" height="${row - 8}" fill="${colourOf(id)}"/>`,
      text(left + median * scale + 6, y + 13, median.toFixed(2)),
    ];
  });
  return svg(50 + bars.length * row, title, [text(8, 20, title), ...parts]);
}

/** Returns a line chart of the cost by the number of items, both axes logarithmic. */
export function itemsPlot({ nodes }) {
  const [left, right, top, bottom, height] = [50, 180, 40, 40, 380];
  const { version, items } = nodes.at(-1);
  const figures = items.filter(({ way }) => way === "text");
  const counts = figures.map(({ input }) => Number(input));
  const medians = figures.map(({ median }) => median);
  const [low, high] = [Math.min(0.5, ...medians), Math.max(...medians)];
  const x = (count) => left + (Math.log(count) / Math.log(Math.max(...counts))) * (WIDTH - left - right);
  const y = (median) => height - bottom - (Math.log(median / low) / Math.log(high / low)) * (height - top - bottom);
  const title = `Text in, report out, as a multiple of JSON.parse, by the number of items: Node.js ${version}`;

  const ticksX = [1, 10, 100, 1000, 10_000].map((count) => text(x(count), height - 15, count, "middle"));
  const ticksY = [0.5, 1, 2, 5, 10, 20, 50, 100]
    .filter((multiple) => multiple >= low && multiple <= high)
    .flatMap((multiple) => [
      text(left - 8, y(multiple) + 4, multiple, "end"),
      `<path d="M${left} ${y(multiple).toFixed(1)}H${WIDTH - right}" stroke="${INK}" stroke-opacity=".25"/>`,
    ]);
  const series = CANDIDATES.map(({ id, name }) => ({
    id,
    name,
    points: figures
      .filter(({ candidate }) => candidate === id)
      .map(({ input, median }) => [x(Number(input)), y(median)]),
  }));
  const lines = series.map(({ id, points }) => {
    const path = points.map((point) => point.map((figure) => figure.toFixed(1)).join(" ")).join("L");
    return `<path d="M${path}" fill="none" stroke="${colourOf(id)}" stroke-width="${id === OWN ? 3 : 1.5}"/>`;
  });
  return svg(height, title, [text(8, 20, title), ...ticksX, ...ticksY, ...lines, ...labels(series)]);
}

/** Returns the labels at the ends of the lines, moved apart where they would overlap. */
function labels(series) {
  let free = 0;
  return series
    .map(({ name, points }) => ({ name, x: points.at(-1)[0], y: points.at(-1)[1] }))
    .sort((one, other) => one.y - other.y)
    .map(({ name, x, y }) => {
      const at = Math.max(y + 4, free);
      free = at + 15;
      return text(x + 8, at.toFixed(1), name);
    });
}
