import { join } from "node:path";

/** The programs share a file of `tests/js`. */
const root = join(import.meta.dirname, "..");

export default { turbopack: { root }, outputFileTracingRoot: root };
