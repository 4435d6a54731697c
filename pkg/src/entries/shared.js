/**
 * What the entries for requests share: a file of its own, so that the package holds it once and not for each core.
 */

export { createApi } from "../api.js";
export { PreflightError, toFintocError } from "../error.js";
export { locateAllIn, locateIn } from "../locate.js";
export { createStandardSchema } from "../standard-schema.js";
export { applySuggestions } from "../suggestions.js";
export { createValidator } from "../validator.js";
