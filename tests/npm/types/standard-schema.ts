// The schemas conform to the specification, and have its input and output types.

import type { StandardJSONSchemaV1, StandardSchemaV1 } from "@standard-schema/spec";
import { checkoutSession, checkoutSessionV1 } from "fintoc-preflight";
import type { CheckoutSessionRequest, CheckoutSessionRequestV1, Draft, RequestByFlow, Violation } from "fintoc-preflight";

declare function same<T>(): <U extends T>(value: [T] extends [U] ? U : never) => void;
declare function outputOf<S extends StandardSchemaV1>(schema: S): StandardSchemaV1.InferOutput<S>;
declare function inputOf<S extends StandardSchemaV1>(schema: S): StandardSchemaV1.InferInput<S>;

const schema: StandardSchemaV1<Draft.CheckoutSessionRequest, CheckoutSessionRequest> = checkoutSession;
const schemaV1: StandardSchemaV1<Draft.CheckoutSessionRequestV1, CheckoutSessionRequestV1> = checkoutSessionV1;

// They are Standard JSON Schemas as well.
const described: StandardJSONSchemaV1<Draft.CheckoutSessionRequest, CheckoutSessionRequest> = checkoutSession;

same<RequestByFlow>()(outputOf(checkoutSession));
same<CheckoutSessionRequestV1>()(outputOf(checkoutSessionV1));
same<Draft.CheckoutSessionRequest>()(inputOf(checkoutSession));

// It is synchronous, and its issues are violations.
const result = checkoutSession["~standard"].validate({}, { libraryOptions: { locale: "es" } });
if (result.issues) {
  for (const issue of result.issues) same<Violation["rule"] | undefined>()(issue.rule);
} else {
  same<RequestByFlow>()(result.value);
  same<readonly Violation[]>()(result.warnings);
}
export { described, schema, schemaV1 };
