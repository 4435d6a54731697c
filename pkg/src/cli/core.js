/** The core of the command. It has its own, as it needs more of it than the package exports. */

import { instantiate } from "entry:core";

import { createApi } from "../api.js";
import { editsIn } from "../edits.js";
import { locateAllIn } from "../locate.js";

const api = createApi(instantiate);

export const validateJson = (text, options) => api.validateJson(text, options);
export const locateAll = (text, violations) => locateAllIn(api.call, text, violations);
export const editsOf = (body, report) => editsIn(api.call, body, report);
