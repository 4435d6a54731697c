// The same from a CommonJS module.

import preflight = require("fintoc-preflight");
import form = require("fintoc-preflight/form");
import js = require("fintoc-preflight/js");
import session = require("fintoc-preflight/session");
import slim = require("fintoc-preflight/slim");
import webhook = require("fintoc-preflight/webhook");

const report: preflight.Report = preflight.validate({});
const request: preflight.CheckoutSessionRequest = preflight.parse({});
const answer: preflight.FintocError | undefined = slim.toFintocError(js.validate({}));
const amount: form.ParsedAmount = form.parseAmount("350.000", { currency: "CLP", locale: "es-CL" });
slim.init(new ArrayBuffer(8));
//
slim.init();
const fault: webhook.SignatureFault = new webhook.WebhookSignatureError("mismatch").reason;
const event: session.Event = session.parseEvent("{}").event;
export = { report, request, answer, amount, event, fault };
