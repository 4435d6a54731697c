/** The requests of the vectors, with what the core says of them. */

import { existsSync, readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

const FOLDERS = ["../conformance/", "../../../shared/conformance-2nd/"]
  .map((path) => fileURLToPath(new URL(path, import.meta.url)))
  .filter(existsSync);

/** Those that are values, and judged at the usual levels. */
export const vectors = FOLDERS.flatMap((folder) =>
  readdirSync(folder).flatMap((file) => JSON.parse(readFileSync(folder + file, "utf8")).cases),
).filter((vector) => "request" in vector && !vector.levels && !vector.strict);
