import { jsonSchema } from "fintoc-preflight";

const schema = jsonSchema("v2", { target: "draft-07" }); // or "draft-2020-12", which is usual, or "openapi-3.0"

console.log(schema["$schema"]); // http://json-schema.org/draft-07/schema#
