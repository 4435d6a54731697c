/** Chooses, of the documents from which a rule is taken, what is about one field. */

import { explain, rules } from "fintoc-preflight";

/** The document of the other version. */
const OTHER = { v1: "create-v2", v2: "create-v1" };

/** The names of all fields of requests. */
const FIELDS = new Set(rules().flatMap(({ fields, depends_on }) => [...fields, ...depends_on].flatMap((field) => field.match(/\w+/g) ?? [])));

/**
 * Returns the citations for a violation: of the version of its request, and of those that name fields, the ones that
 * name its field. If none is left, all are returned; none for `internal-error`, which is not in the catalogue.
 *
 * @param {import("fintoc-preflight").Violation} violation
 * @param {{ version: "v1" | "v2", locale: string }} options
 */
export function sourcesOf({ rule, path }, { version, locale }) {
  if (rule === "internal-error") return [];
  const sources = explain(rule, { locale }).sources.filter(({ document }) => document !== OTHER[version]);
  const steps = path.filter((step) => typeof step === "string");
  const cited = sources.flatMap((source) => {
    const names = source.part.split(/,\s*/);
    if (!names.every((name) => FIELDS.has(name))) return [source];
    const part = names.filter((name) => steps.includes(name)).join(", ");
    return part ? [{ ...source, part }] : [];
  });
  return (cited.length > 0 ? cited : sources).map(({ title, part }) => (part ? `${title} (${part})` : title));
}
