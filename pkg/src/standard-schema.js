import { member } from "./options.js";

/**
 * Returns the request as a Standard Schema 1.1 (https://standardschema.dev), for form libraries and routers. It takes
 * the options of `validate`, except `version`, as `libraryOptions`.
 *
 * @param {ReturnType<typeof import("./api.js").createApi>} api
 * @param {typeof import("./schema.js").jsonSchema} jsonSchema
 * @param {"v1" | "v2"} version of the API
 */
export function createStandardSchema({ judgeToSend }, jsonSchema, version) {
  // Input and output are the same: validation changes nothing. Unlike in `jsonSchema`, the target is required.
  const schema = ({ target = "" } = {}) => jsonSchema(version, { target });
  return Object.freeze({
    "~standard": Object.freeze({
      version: 1,
      vendor: "fintoc-preflight",
      validate(value, options) {
        try {
          const { text, report } = judgeToSend(value, member(options, "libraryOptions", '"libraryOptions"'), version);
          const { valid, errors, ...rest } = JSON.parse(report);
          return valid ? { value: JSON.parse(text), ...rest } : { issues: errors, ...rest };
        } catch (error) {
          // The specification forbids throwing. This is a wrong option, or WebAssembly is not available.
          return { issues: [{ message: error.message, path: [] }] };
        }
      },
      jsonSchema: Object.freeze({ input: schema, output: schema }),
    }),
  });
}
