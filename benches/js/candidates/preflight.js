/** This package, as published. */

import { validate, validateJson } from "fintoc-preflight";

export const check = (request) => validate(request);

/** Validates text or bytes. */
export const checkJson = (json) => validateJson(json);

export const pathsOf = ({ errors }) => errors.map(({ path }) => path);
