import { join } from "node:path";

/** The parent folder is the root, as the programs import a file of `js/`. */
const root = join(import.meta.dirname, "..");

export default { turbopack: { root }, outputFileTracingRoot: root };
