/**
 * Converts JSON Schemas of draft 2020-12 to other dialects, exactly as the core does; a test compares the two. This
 * takes less space in the package than one schema for each dialect.
 */

/**
 * The conversion for each dialect.
 *
 * @type {Record<string, (schema: object) => object>}
 */
export const TARGETS = {
  "draft-2020-12": (schema) => schema,
  "draft-07": (schema) => ({ ...everywhere(schema, draft07), $schema: "http://json-schema.org/draft-07/schema#" }),
  "openapi-3.0": ({ $schema, $defs, ...schema }) => inlined(schema, $defs),
};

/** Applies `change` to every subschema, innermost first, and to the schema itself last. */
function everywhere(schema, change) {
  const within = (inner) => everywhere(inner, change);
  const keyword = ([name, value]) => [name, changeWithin(name, value, within)];
  return change(Object.fromEntries(Object.entries(schema).map(keyword)));
}

function changeWithin(keyword, value, change) {
  switch (keyword) {
    case "properties":
    case "$defs":
      return Object.fromEntries(Object.entries(value).map(([name, schema]) => [name, change(schema)]));
    case "allOf":
    case "anyOf":
      return value.map(change);
    case "items":
    case "contains":
    case "not":
    case "if":
    case "then":
    case "additionalProperties":
      return change(value);
    default:
      return value;
  }
}

function draft07({ $defs, $ref, ...schema }) {
  if ($defs) schema.definitions = $defs;
  if ($ref) schema.$ref = $ref.replace("#/$defs/", "#/definitions/");
  return schema;
}

/** Replaces every `$ref` by its definition, and keywords that OpenAPI 3.0 lacks by equivalent ones. */
function inlined(schema, definitions) {
  return everywhere(schema, (newer) => {
    const schema = {};
    for (const [keyword, value] of Object.entries(newer).flatMap(([name, value]) => older(name, value, definitions))) {
      // Keywords of the field precede those of its type's definition, and win.
      schema[keyword] ??= value;
    }
    const { if: condition, then, ...rest } = schema;
    return condition ? { ...rest, anyOf: [{ not: condition }, then] } : rest;
  });
}

function older(keyword, value, definitions) {
  switch (keyword) {
    case "$comment":
      return [["x-comment", value]];
    case "$ref":
      return Object.entries(inlined(definitions[value.slice("#/$defs/".length)], definitions));
    case "type":
      return Array.isArray(value) ? Object.entries({ type: value[0], nullable: true }) : [[keyword, value]];
    case "const":
      return [["enum", [value]]];
    case "examples":
      return [["example", value[0]]];
    case "contains":
      return [["not", { type: "array", items: { not: value } }]];
    default:
      return [[keyword, value]];
  }
}
