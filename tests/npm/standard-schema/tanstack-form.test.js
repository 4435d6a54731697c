import assert from "node:assert/strict";
import { test } from "node:test";

import { FieldApi, FormApi } from "@tanstack/react-form";
import { checkoutSession } from "fintoc-preflight";

import { messages, right, wrong } from "./requests.js";

function mount(/** @type {typeof right} */ defaultValues) {
  const form = new FormApi({ defaultValues, validators: { onChange: checkoutSession } });
  form.mount();
  const field = (/** @type {"amount" | "customer_email" | "line_items[0].quantity"} */ name) => {
    const api = new FieldApi({ form, name });
    api.mount();
    return api;
  };
  return { form, amount: field("amount"), email: field("customer_email"), quantity: field("line_items[0].quantity") };
}

const errors = (/** @type {{ state: { meta: { errors: unknown[] } } }} */ field) =>
  field.state.meta.errors.map((error) => /** @type {{ message: string }} */ (error).message);

test("TanStack Form shows each error at its field, whichever field is edited", () => {
  const { amount, email, quantity } = mount(right);
  quantity.setValue(3);
  assert.equal(errors(amount).length, 1, "the amount is not the total any more");
  amount.setValue(2970);
  assert.deepEqual(errors(amount), []);
  email.setValue("ana.example.com");
  assert.deepEqual(errors(email), [messages.customer_email]);
  assert.deepEqual(errors(quantity), []);
});

test("TanStack Form submits only a request without errors", async () => {
  for (const [values, isRight] of /** @type {const} */ ([[right, true], [wrong, false]])) {
    const { form } = mount(values);
    await form.handleSubmit();
    assert.equal(form.state.isSubmitted, isRight);
  }
});
