/** The candidates of the benches. */

/** The id of this project's candidate. All others are called peers. */
export const OWN = "preflight";

/** For each candidate: its file in `candidates/`, its name on the page, and the package whose version is reported. */
export const CANDIDATES = [
  { id: OWN, name: "fintoc-preflight", package: "fintoc-preflight" },
  { id: "handwritten", name: "hand-written JavaScript" },
  { id: "ajv", name: "ajv, compiled", package: "ajv" },
  { id: "typebox", name: "typebox, compiled", package: "typebox" },
  { id: "valibot", name: "valibot", package: "valibot" },
  { id: "arktype", name: "arktype", package: "arktype" },
  { id: "zod", name: "zod", package: "zod" },
  { id: "zod-mini", name: "zod mini", package: "zod" },
  { id: "joi", name: "joi", package: "joi" },
  { id: "yup", name: "yup", package: "yup" },
];

export const load = (id) => import(`./candidates/${id}.js`);
