// The functions, as programs call them.

import {
  PreflightError,
  checkoutSession,
  explain,
  init,
  jsonSchema,
  parse,
  rules,
  toFintocError,
  validate,
  validateJson,
  type CheckoutSessionRequest,
  type CheckoutSessionRequestV1,
  type ErrorCode,
  type FintocError,
  type Level,
  type Options,
  type Report,
  type RuleId,
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
  same<ErrorCode | "internal_server_error">()(code);
  same<(string | number)[]>()(path);
  same<string>()(param);
  same<string>()(message);
  same<string | number | string[] | undefined>()(suggestion);
  if (rule !== "internal-error") same<RuleInfo>()(explain(rule));
//
  if (rule === "amount-positiv") break;
}
same<{ errors: number; warnings: number } | undefined>()(report.omitted);
validateJson('{"amount": 350000}', { maxViolations: 10 });
validateJson(new Uint8Array());
//
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
//
validate(unknown, { version: "v3" });
//
validate(unknown, { locale: "fr" });
//
validate(unknown, { now: 0n });
//
validate(unknown, { levels: { "url-http": "deny" } });
//
validate(unknown, { levels: { "url-https": "error" } });
//
validate(unknown, { maxViolations: "10" });
//
validate(unknown, { lang: "es" });

// Requests.
same<CheckoutSessionRequest>()(parse(unknown));
same<CheckoutSessionRequest>()(parse(unknown, { now: 0 }));
same<CheckoutSessionRequest>()(parse(unknown, { version: "v2" }));
same<CheckoutSessionRequestV1>()(parse(unknown, { version: "v1", strict: true }));
same<CheckoutSessionRequest | CheckoutSessionRequestV1>()(parse(unknown, options));
declare const version: Version;
same<CheckoutSessionRequest | CheckoutSessionRequestV1>()(parse(unknown, { version }));

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
//
const certain: FintocError = toFintocError(report);

// The catalogue, which is frozen.
const [first] = rules();
if (first) {
  if ("body" in first.invalid) same<Version>()(first.invalid.version);
  else same<string>()(first.invalid.words);
//
  first.level = "warning";
}
same<readonly ErrorCode[]>()(explain("amount-positive").codes);
same<string | undefined>()(explain("amount-positive", { locale: "es-CL" }).note);
//
rules({ locale: "fr" });
//
explain("amount-positiv");

// The schemas.
same<Record<string, unknown>>()(jsonSchema());
jsonSchema("v1", { target: "openapi-3.0" });
//
jsonSchema("v2", { target: "draft-04" });
//
jsonSchema("v3");
same<Record<string, unknown>>()(checkoutSession["~standard"].jsonSchema.input({ target: "draft-07" }));

// The entries.
same<Promise<void>>()(init());
same<Promise<void>>()(js.init());
same<Promise<void>>()(slim.init(new ArrayBuffer(8)));
slim.init(Promise.resolve({ arrayBuffer: () => Promise.resolve(new ArrayBuffer(8)) }));
//
slim.init();
same<typeof validate>()(slim.validate);
same<typeof checkoutSession>()(js.checkoutSession);
export { certain };
