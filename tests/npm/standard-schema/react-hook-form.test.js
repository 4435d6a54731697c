import { show, shown, submit, type } from "./page.js";

import assert from "node:assert/strict";
import { test } from "node:test";

import { standardSchemaResolver } from "@hookform/resolvers/standard-schema";
import { checkoutSession, rules } from "fintoc-preflight";
import { createElement as h } from "react";
import { useForm } from "react-hook-form";

import { messages, right } from "./requests.js";

/** @import { CheckoutSessionRequest } from "fintoc-preflight" */

const FIELDS = /** @type {const} */ (["amount", "customer_email", "line_items.0.quantity"]);

const resolver = standardSchemaResolver(checkoutSession);

/** The fields whose validation depends on another field. */
function dependents(/** @type {string} */ name) {
  const field = name.replace(".0", "[]");
  const reading = rules().filter(({ depends_on }) => depends_on.includes(field));
  return FIELDS.filter((other) => reading.some(({ fields }) => fields.includes(other.replace(".0", "[]"))));
}

/** @param {(request: CheckoutSessionRequest) => void} [onSubmit] */
function form(onSubmit = () => {}) {
  return function Form() {
    const { register, handleSubmit, getFieldState, formState } = useForm({
      resolver,
      defaultValues: right,
      mode: "onChange",
    });
    const fields = FIELDS.flatMap((name) => {
      const isNumber = name !== "customer_email";
      return [
        h("input", { key: name, ...register(name, { deps: dependents(name), ...(isNumber && { valueAsNumber: true }) }) }),
        h("p", { key: `${name}: error`, "data-error": name }, getFieldState(name, formState).error?.message),
      ];
    });
    return h("form", { onSubmit: handleSubmit(onSubmit) }, fields);
  };
}

test("React Hook Form shows the error of the edited field", async () => {
  await show(form());
  await type("customer_email", "ana.example.com");
  assert.equal(shown("customer_email"), messages.customer_email);
  await type("customer_email", "ana@example.com");
  assert.equal(shown("customer_email"), "");
});

test("React Hook Form validates the fields again whose rules depend on the edited one", async () => {
  assert.deepEqual(dependents("line_items.0.quantity"), ["amount"]);
  await show(form());
  await type("line_items.0.quantity", "3");
  assert.match(shown("amount"), /2970/);
  await type("amount", "2970");
  assert.equal(shown("amount"), "");
});

test("React Hook Form submits only a request without errors", async () => {
  /** @type {CheckoutSessionRequest[]} */
  const requests = [];
  await show(form((request) => requests.push(request)));
  await submit();
  assert.deepEqual(requests, [right]);
  await type("amount", "1000");
  await type("customer_email", "ana.example.com");
  await submit();
  assert.equal(requests.length, 1);
  assert.deepEqual([shown("amount"), shown("customer_email")], [messages.amount, messages.customer_email]);
});
