import { show, shown, submit, type } from "./page.js";

import assert from "node:assert/strict";
import { test } from "node:test";

import { useForm } from "@conform-to/react/future";
import { checkoutSession } from "fintoc-preflight";
import { createElement as h } from "react";

import { messages } from "./requests.js";

/** @import { CheckoutSessionRequest, Draft } from "fintoc-preflight" */

/** A setup has only string fields, as form inputs do. @type {Draft.CheckoutSessionRequest} */
const setup = {
  flow: "setup",
  currency: "CLP",
  customer_email: "ana@example.com",
  customer_data: { email: "ana@example.com" },
  success_url: "https://merchant.com/success",
  cancel_url: "https://merchant.com/cancel",
};

/** @param {(request: CheckoutSessionRequest) => void} [onSubmit] */
function form(onSubmit = () => {}) {
  return function Form() {
    const { form, fields } = useForm(checkoutSession, {
      defaultValue: setup,
      onSubmit(event, { value }) {
        event.preventDefault();
        onSubmit(value);
      },
    });
    const customer = fields.customer_data.getFieldset();
    const shown = [fields.flow, fields.currency, fields.customer_email, customer.email, fields.success_url, fields.cancel_url];
    const inputs = shown.flatMap((field) => [
      h("input", { key: field.id, name: field.name, defaultValue: field.defaultValue }),
      h("p", { key: field.errorId, "data-error": field.name }, field.errors),
    ]);
    return h("form", form.props, inputs);
  };
}

test("Conform submits a request without errors", async () => {
  /** @type {CheckoutSessionRequest[]} */
  const requests = [];
  await show(form((request) => requests.push(request)));
  await submit();
  assert.deepEqual(requests, [setup]);
});

test("Conform shows every error at its field, and does not submit", async () => {
  await show(form(() => assert.fail("it has errors")));
  await type("customer_email", "ana.example.com");
  await type("customer_data.email", "ana.example.com");
  await type("flow", "payment");
  await submit();
  assert.equal(shown("customer_email"), messages.customer_email);
  assert.match(shown("customer_data.email"), /e-mail address/);
  assert.equal(shown("success_url"), "");
});
