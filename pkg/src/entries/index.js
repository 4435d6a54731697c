/**
 * The exports of every entry for requests. The build makes each entry of this file and of one of `cores/`, which it
 * puts in the place of `entry:core`.
 *
 * Nothing runs on import: calls are marked as pure, so that bundlers leave out what a program does not use.
 */

import { init, instantiate } from "entry:core";

import { jsonSchema } from "../schema.js";
import { createApi, createStandardSchema, createValidator as createValidatorOf, locateAllIn, locateIn } from "./shared.js";

const api = /* @__PURE__ */ createApi(instantiate);

export const validate = (value, options) => api.validate(value, options);
export const validateJson = (text, options) => api.validateJson(text, options);
export const parse = (value, options) => api.parse(value, options);
export const createValidator = (options) => createValidatorOf(api, jsonSchema, options);
export const checkoutSession = /* @__PURE__ */ createStandardSchema(api, jsonSchema, "v2");
export const checkoutSessionV1 = /* @__PURE__ */ createStandardSchema(api, jsonSchema, "v1");
export const locate = (text, path) => locateIn(api.call, text, path);
export const locateAll = (text, violations) => locateAllIn(api.call, text, violations);
export { explain, rules } from "../catalogue.js";
export { PreflightError, applySuggestions, toFintocError } from "./shared.js";
export { init, jsonSchema };
