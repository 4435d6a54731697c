import { DEFAULTS, member } from "./options.js";

/**
 * Returns the request as a Standard Schema 1.1 (https://standardschema.dev), for form libraries and routers. It takes
 * the options of `validate`, except `version`, as `libraryOptions`.
 *
 * @param {ReturnType<typeof import("./api.js").createApi>} api
 * @param {typeof import("./schema.js").jsonSchema} jsonSchema
 * @param {"v1" | "v2"} version of the API
 * @param {import("./options.js").Settings} settings the settings without `libraryOptions`; their version is ignored
 */
export function createStandardSchema({ check }, jsonSchema, version, settings = DEFAULTS) {
  const base = { ...settings, version };
  // Input and output are the same: validation changes nothing. Unlike in `jsonSchema`, the target is required.
  const schema = ({ target = "" } = {}) => jsonSchema(version, { target });
  return Object.freeze({
    "~standard": Object.freeze({
      version: 1,
      vendor: "fintoc-preflight",
      validate(value, options) {
        try {
          const { report, copy } = check(value, libraryOptions(options), base);
          const { valid, errors, ...rest } = JSON.parse(report);
          return valid ? { value: copy, ...rest } : { issues: errors, ...rest };
        } catch (error) {
          // The specification forbids throwing. This is a wrong option, or WebAssembly is not available.
          return { issues: [{ message: error.message, path: [] }] };
        }
      },
      jsonSchema: Object.freeze({ input: schema, output: schema }),
    }),
  });
}

/** Returns an own member, as options are read. A polluted prototype has none of them. */
const libraryOptions = (options) =>
  typeof options === "object" && options !== null && Object.hasOwn(options, "libraryOptions")
    ? member(options, "libraryOptions", '"libraryOptions"')
    : undefined;
