/** A form of 200 inputs, and how long the work of one key takes. */

import { bindForm } from "fintoc-preflight/form";

const form = document.querySelector("form");
const add = (name, value) => {
  const label = document.createElement("label");
  const input = document.createElement("input");
  Object.assign(input, { name, value });
  label.append(name, input);
  form.append(label);
};
add("currency", "CLP");
add("customer_email", "ana@example.com");
for (let row = 0; row < 66; row++) {
  add(`line_items[${row}][quantity]`, "2");
  add(`line_items[${row}][price_data][unit_amount]`, "175.000");
  add(`line_items[${row}][price_data][product_data][name]`, "Silla");
}
const bound = bindForm(form, { defaults: { ui_mode: "embedded" } });

/** The medians of rounds of keys, in milliseconds: with a valid form, and while something is wrong. */
globalThis.measure = async (rounds) => {
  const input = form.elements[3];
  const timesOf = async (values) => {
    const times = [];
    for (let round = 0; round < rounds; round++) {
      input.value = values[round % values.length];
      const start = performance.now();
      for (let key = 0; key < 20; key++) {
        input.dispatchEvent(new InputEvent("input", { bubbles: true }));
        await null;
      }
      times.push((performance.now() - start) / 20);
    }
    return times.sort((one, other) => one - other)[Math.floor(rounds / 2)];
  };
  await timesOf(["1"]);
  return {
    inputs: form.elements.length,
    valid: await timesOf(["175.000", "176.000"]),
    invalid: await timesOf(["17,000", "-5"]),
  };
};
globalThis.bound = bound;
globalThis.ready = true;
