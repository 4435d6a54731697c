import { createStandardSchema } from "./standard-schema.js";

/**
 * Returns a validator: the functions and schemas of an entry with options that are checked now, once. Its functions
 * ignore further arguments, so that they can be passed to `map` and the like.
 *
 * @param {ReturnType<typeof import("./api.js").createApi>} api
 * @param {typeof import("./schema.js").jsonSchema} jsonSchema
 * @param {import("fintoc-preflight").Options} [options]
 */
export function createValidator(api, jsonSchema, options = {}) {
  const settings = api.readOptions(options);
  return Object.freeze({
    validate: (value) => api.validate(value, undefined, settings),
    validateJson: (text) => api.validateJson(text, undefined, settings),
    parse: (value) => api.parse(value, undefined, settings),
    checkoutSession: createStandardSchema(api, jsonSchema, "v2", settings),
    checkoutSessionV1: createStandardSchema(api, jsonSchema, "v1", settings),
  });
}
