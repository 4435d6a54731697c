// The functions, as programs call them.

import core from "fintoc-preflight/core.wasm";
import {
  PreflightError,
  checkoutSession,
  createValidator,
  explain,
  init,
  jsonSchema,
  locate,
  locateAll,
  parse,
  rules,
  toFintocError,
  validate,
  validateJson,
  type CheckoutSessionRequest,
  type CheckoutSessionRequestV1,
  type ErrorCode,
  type FactsOf,
  type FintocError,
  type Level,
  type Occurrence,
  type Options,
  type Place,
  type Report,
  type RuleId,
  type RequestByFlow,
  type RuleInfo,
  type Version,
  type Violation,
} from "fintoc-preflight";
import * as js from "fintoc-preflight/js";
import * as slim from "fintoc-preflight/slim";

declare function same<T>(): <U extends T>(value: [T] extends [U] ? U : never) => void;
declare const unknown: unknown;

// Reports.
const report: Report = validate(unknown);
same<Violation[]>()(report.errors);
for (const { rule, level, code, path, param, message, suggestion } of [...report.errors, ...report.warnings]) {
  same<RuleId | "internal-error">()(rule);
  same<Level>()(level);
  same<ErrorCode>()(code);
  same<(string | number)[]>()(path);
  same<string>()(param);
  same<string>()(message);
  same<string | number | string[] | undefined>()(suggestion);
  if (rule !== "internal-error") same<RuleInfo>()(explain(rule));
  same<RuleInfo | undefined>()(explain(rule));
  // @ts-expect-error Object is possibly 'undefined'
  explain(rule).when;
  // @ts-expect-error This comparison appears to be unintentional because the types
  if (rule === "amount-positiv") break;
}
for (const violation of report.errors) {
  // The rule decides the facts.
  if (violation.rule === "amount-equals-total") same<number>()(violation.facts.total);
  if (violation.rule === "json-syntax") same<number>()(violation.facts.line);
  if (violation.rule === "enum") same<string[]>()(violation.facts.allowed);
  if (violation.rule === "customer-required") same<"payment" | "subscription" | "setup">()(violation.facts.flow);
  if (violation.rule === "unknown-field") same<string[] | undefined>()(violation.facts?.objects);
  if (violation.rule === "required") same<undefined>()(violation.facts);
  if (violation.rule === "internal-error") same<"internal_server_error">()(violation.code);
  // @ts-expect-error Property 'total' does not exist on type
  if (violation.rule === "amount-positive") same<number>()(violation.facts.total);
  // @ts-expect-error Property 'amount' does not exist on type
  if (violation.facts) same<number>()(violation.facts.amount);
}
same<number>()(({} as FactsOf)["metadata-key-size"].limit);
same<{ errors: number; warnings: number } | undefined>()(report.omitted);
validateJson('{"amount": 350000}', { maxViolations: 10 });
validateJson(new Uint8Array());
validateJson(new ArrayBuffer(2));
// @ts-expect-error Argument of type '{}' is not assignable to parameter of type 'string | ArrayBuffer | Uint8Array
validateJson({});

// Options.
const options: Options = {
  version: "v1",
  now: new Date(0),
  locale: "es-CL",
  strict: true,
  levels: { "url-https": "deny", "customer-required": "allow", "metadata-flat": "warn" },
  maxViolations: 10,
};
validate(unknown, options);
validate(unknown, { now: 0, locale: "en", version: undefined, maxViolations: undefined });
validate(unknown, { now: "2026-01-13T12:00:00Z", levels: {} });
// @ts-expect-error Type '"v3"' is not assignable to type
validate(unknown, { version: "v3" });
// @ts-expect-error Type '"fr"' is not assignable to type
validate(unknown, { locale: "fr" });
// @ts-expect-error Type 'bigint' is not assignable to type
validate(unknown, { now: 0n });
// @ts-expect-error '"url-http"' does not exist in type 'Levels'
validate(unknown, { levels: { "url-http": "deny" } });
// @ts-expect-error Type '"error"' is not assignable to type
validate(unknown, { levels: { "url-https": "error" } });
// @ts-expect-error Type 'string' is not assignable to type 'number'
validate(unknown, { maxViolations: "10" });
// @ts-expect-error 'lang' does not exist in type
validate(unknown, { lang: "es" });

// Any value may be validated, a correct request or not.
for (const value of [undefined, null, 1, "{}", [], { amount: "1" }, { currency: "clp", line_items: [{}] }, new Date(), unknown]) validate(value);
validate({ amount: "350000", currency: "clp", flow: "subscription", unknown: true });
validate({ currency: "clp" } as const, { version: "v1" });
parse({ amount: -1, customer_data: { tax_id: { type: 1 } } });
[{}, 1].map((value) => validate(value));

// Requests.
const request: CheckoutSessionRequest = parse(unknown);
same<RequestByFlow>()(parse(unknown));
same<RequestByFlow>()(parse(unknown, { now: 0 }));
same<RequestByFlow>()(parse(unknown, { version: "v2" }));
same<CheckoutSessionRequestV1>()(parse(unknown, { version: "v1", strict: true }));
same<RequestByFlow | CheckoutSessionRequestV1>()(parse(unknown, options));
declare const version: Version;
same<RequestByFlow | CheckoutSessionRequestV1>()(parse(unknown, { version }));

// Errors.
try {
  parse(unknown);
} catch (error) {
  if (error instanceof PreflightError) {
    const { error: answer } = toFintocError(error.report) as FintocError;
    same<"invalid_request_error" | "api_error">()(answer.type);
    same<string | null>()(answer.param);
    same<"PreflightError">()(error.name);
  }
}
same<FintocError | undefined>()(toFintocError(report));
// @ts-expect-error Type 'undefined' is not assignable to type 'FintocError'
const certain: FintocError = toFintocError(report);

// The catalogue, which is frozen.
const [first] = rules();
if (first) {
  if ("body" in first.invalid) same<Version>()(first.invalid.version);
  else same<string>()(first.invalid.words);
  // @ts-expect-error Cannot assign to 'level' because it is a read-only property
  first.level = "warning";
}
same<readonly ErrorCode[]>()(explain("amount-positive").codes);
same<string | undefined>()(explain("amount-positive", { locale: "es-CL" }).note);
// @ts-expect-error Type '"fr"' is not assignable to type 'Locale | undefined'
rules({ locale: "fr" });
// @ts-expect-error is not assignable to parameter of type
explain("amount-positiv");
same<undefined | RuleInfo>()(explain("internal-error"));

// The schemas.
same<Record<string, unknown>>()(jsonSchema());
jsonSchema("v1", { target: "openapi-3.0" });
// @ts-expect-error Type '"draft-04"' is not assignable to type
jsonSchema("v2", { target: "draft-04" });
// @ts-expect-error Argument of type '"v3"' is not assignable to parameter of type
jsonSchema("v3");
same<Record<string, unknown>>()(checkoutSession["~standard"].jsonSchema.input({ target: "draft-07" }));

// The entries.
same<Promise<void>>()(init());
same<Promise<void>>()(js.init());
same<Promise<void>>()(slim.init(new ArrayBuffer(8)));
slim.init(Promise.resolve({ arrayBuffer: () => Promise.resolve(new ArrayBuffer(8)) }));
// @ts-expect-error Expected 1 arguments, but got 0
slim.init();
same<typeof validate>()(slim.validate);
same<typeof checkoutSession>()(js.checkoutSession);
export { certain, request };

// Validators: the version decides the type of a request.
const newest = createValidator();
same<RequestByFlow>()(newest.parse(unknown));
const oldest = createValidator({ version: "v1", locale: "es_CL", now: 0, levels: { enum: "warn" } });
same<CheckoutSessionRequestV1>()(oldest.parse(unknown));
same<Report>()(oldest.validate(unknown));
same<Report>()(oldest.validateJson(new Uint8Array()));
same<typeof checkoutSession>()(oldest.checkoutSession);
// @ts-expect-error Cannot assign to 'validate' because it is a read-only property
newest.validate = () => report;
// @ts-expect-error Expected 1 arguments, but got 2
newest.validate(unknown, {});
// @ts-expect-error Type '"v3"' is not assignable to type
createValidator({ version: "v3" });
for (const entry of [js, slim]) same<RequestByFlow>()(entry.createValidator().parse(unknown));

// Places.
same<Occurrence[]>()(locate("{}", ["line_items", 0]));
same<Place[]>()(locateAll(new Uint8Array(), report.errors));
for (const { name, value } of locate("{}", [])) same<number>()(value.line + value.column + value.start + (name?.end ?? 0));
// @ts-expect-error Type 'boolean' is not assignable to type
locate("{}", [true]);

// Without the types of WebAssembly a module is an object, which is what `init` of the slim entry takes.
export const module: object = core;
