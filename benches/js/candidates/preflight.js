/** The package itself, as it is packed. */

import { validate, validateJson } from "fintoc-preflight";

export const check = (request) => validate(request);

/** Text or bytes. */
export const checkJson = (json) => validateJson(json);

export const pathsOf = ({ errors }) => errors.map(({ path }) => path);
