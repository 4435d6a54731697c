// The same from a CommonJS module.

import preflight = require("fintoc-preflight");
import js = require("fintoc-preflight/js");
import slim = require("fintoc-preflight/slim");

const report: preflight.Report = preflight.validate({});
const request: preflight.CheckoutSessionRequest = preflight.parse({});
const answer: preflight.FintocError | undefined = slim.toFintocError(js.validate({}));
slim.init(new ArrayBuffer(8));
// @ts-expect-error Expected 1 arguments, but got 0
slim.init();
export = { report, request, answer };
