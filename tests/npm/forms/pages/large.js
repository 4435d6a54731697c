/** A form of 200 inputs, and what one key costs there: counted, as a time would depend on the machine. */

import { validate } from "fintoc-preflight";
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

let validations = 0;
const counted = (...args) => {
  validations++;
  return validate(...args);
};
const bound = bindForm(form, { defaults: { ui_mode: "embedded" }, validate: counted });

/** Counts every call of the DOM from here on: methods, and properties that are read or set. */
let calls = 0;
for (const type of [Node, Element, HTMLElement, HTMLInputElement, HTMLLabelElement, HTMLFormElement, Document, HTMLCollection]) {
  for (const [name, descriptor] of Object.entries(Object.getOwnPropertyDescriptors(type.prototype))) {
    if (name === "constructor" || !descriptor.configurable) continue;
    const wrap = (original) =>
      original &&
      function (...args) {
        calls++;
        return original.apply(this, args);
      };
    const { value, get, set } = descriptor;
    const isMethod = typeof value === "function";
    const counting = isMethod ? { value: wrap(value) } : get ? { get: wrap(get), set: wrap(set) } : {};
    Object.defineProperty(type.prototype, name, { ...descriptor, ...counting });
  }
}

/**
 * Types into an input, 20 keys for each text, after a first key that is not counted.
 *
 * @returns {Promise<{ validations: number, calls: number, changes: number }>}
 *   for one key, of the key that took most: the calls of `validate`, those of the DOM, and the changes of the page
 */
globalThis.measure = async (texts) => {
  const input = form.elements[3];
  const observer = new MutationObserver(() => {});
  observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  const press = async () => {
    [validations, calls] = [0, 0];
    observer.takeRecords();
    input.dispatchEvent(new InputEvent("input", { bubbles: true }));
    await null;
    return { validations, calls, changes: observer.takeRecords().length };
  };
  const most = { validations: 0, calls: 0, changes: 0 };
  input.value = texts[0];
  await press();
  for (const text of texts) {
    input.value = text;
    for (let key = 0; key < 20; key++) {
      for (const [what, count] of Object.entries(await press())) most[what] = Math.max(most[what], count);
    }
  }
  observer.disconnect();
  return most;
};
/** Leaves the input, so that its mistake is shown. */
globalThis.leave = () => form.elements[3].dispatchEvent(new FocusEvent("focusout", { bubbles: true }));
globalThis.inputs = form.elements.length;
globalThis.bound = bound;
globalThis.ready = true;
