/** The requests of the vectors, with their reports by the core. */

import { existsSync, readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

const FOLDERS = ["../../conformance/", "../../../../shared/conformance-2nd/"]
  .map((path) => fileURLToPath(new URL(path, import.meta.url)))
  .filter(existsSync);

/** The maximum length of a request, in characters. The compiler takes seconds for the literals of a longer one. */
const MAX_LENGTH = 10_000;

/** The vectors that are values, use the default levels, and are short enough. */
export const vectors = FOLDERS.flatMap((folder) =>
  readdirSync(folder).flatMap((file) => JSON.parse(readFileSync(folder + file, "utf8")).cases),
).filter((vector) => "request" in vector && !vector.levels && !vector.strict && JSON.stringify(vector.request).length < MAX_LENGTH);
