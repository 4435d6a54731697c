/** The requests of the vectors, with their reports by the core. */

import { existsSync, readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

const FOLDERS = ["../../conformance/", "../../../../shared/conformance-2nd/"]
  .map((path) => fileURLToPath(new URL(path, import.meta.url)))
  .filter(existsSync);

/** The length from which on the compiler takes minutes for the literals of a request, in characters. */
const LONG = 10_000;

/** Those that are values, validated at the default levels, and short enough to be compiled. */
export const vectors = FOLDERS.flatMap((folder) =>
  readdirSync(folder).flatMap((file) => JSON.parse(readFileSync(folder + file, "utf8")).cases),
).filter((vector) => "request" in vector && !vector.levels && !vector.strict && JSON.stringify(vector.request).length < LONG);
