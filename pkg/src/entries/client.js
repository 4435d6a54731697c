/**
 * The entry for Fintoc's official client. The build makes one for each core: they import files of the package as
 * `./index.js` and `./session.js`.
 */

import { createGuard } from "../guard/guard.js";
import { createValidator } from "./index.js";
import { compareSession } from "./session.js";

/**
 * Validates the requests of the official client before it sends them; see `types/client.d.ts`.
 *
 * @example
 * import { Fintoc } from "fintoc";
 * import { guard } from "fintoc-preflight/client";
 *
 * const fintoc = guard(new Fintoc(process.env.FINTOC_SECRET_KEY));
 */
export const guard = /* @__PURE__ */ createGuard({ createValidator, compareSession });
export { PreflightError } from "../error.js";
