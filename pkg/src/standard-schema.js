import { member } from "./options.js";

/**
 * The request as a Standard Schema 1.1 (https://standardschema.dev), for form libraries and routers. Options go into
 * `libraryOptions`.
 *
 * @param {ReturnType<typeof import("./api.js").createApi>} api
 * @param {typeof import("./schema.js").jsonSchema} jsonSchema
 * @param {"v1" | "v2"} version
 */
export function createStandardSchema({ judgeToSend }, jsonSchema, version) {
  // What comes out is what went in, as it would be sent. Unlike there, a target must be named.
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
          // A wrong option, or no WebAssembly here: this function must not throw.
          return { issues: [{ message: error.message, path: [] }] };
        }
      },
      jsonSchema: Object.freeze({ input: schema, output: schema }),
    }),
  });
}
