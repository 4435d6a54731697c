/** The checkout form, kept in step with the request in both directions. */

import { validateJson } from "fintoc-preflight";
import { bindForm, formatAmount, parseAmount } from "fintoc-preflight/form";

import { byId } from "./dom.js";
import { parseObject, pretty } from "./format.js";
import { applyChanges } from "./merge.js";
import { MAX_EDITABLE, optionsOf } from "./store.js";
import { translate, wordsOf } from "./words.js";

/** @typedef {HTMLInputElement | HTMLSelectElement} Control */

const form = /** @type {HTMLFormElement} */ (byId("form"));
const template = /** @type {HTMLTemplateElement} */ (byId("item"));
const items = byId("items");
const payer = /** @type {HTMLSelectElement} */ (byId("payer"));

/** The report for the form while it is inert, because the request is too long for it. The page shows the whole one. */
const UNSEEN = { valid: false, errors: [], warnings: [] };

/** Returns the steps of a name; three for `line_items[0][quantity]`. */
const stepsOf = (name) => name.replace(/\[(\w*|#)\]/g, ".$1").split(".");

const isAmount = (path) => ["amount", "unit_amount"].includes(path.at(-1));

/**
 * Binds the form of the page, and returns its `pane` and `show`.
 *
 * @param {ReturnType<typeof import("./store.js").createStore>} store
 * @param {(judgement: import("fintoc-preflight/form").Judgement) => void} onJudged
 */
export function createForm(store, onJudged) {
  const pane = {};
  const controls = () => /** @type {Control[]} */ (Array.from(form.elements)).filter(({ name }) => name);
  const { version, locale } = store.state;
  // The names in the markup are those of version 2.
  for (const control of [...controls(), ...template.content.querySelectorAll("[name]")]) control.dataset.name = control.name;

  const nameOf = (name) => (store.state.version === "v1" ? name.replace(/^customer_data/, "customer") : name);

  /** True if the form has changes that are not in the request yet. */
  let isEdited = false;
  /** The request of the form when both were last in step. */
  let before = {};
  /** The lists and objects whose controls were shown then. */
  let shown = new Set();
  let currency = "";

  /** Validates the request of the form, after merging its changes into the request of the state. */
  function validateForm(filled, options) {
    if (isEdited) {
      const request = applyChanges(requestOf(store.state.text) ?? {}, before, filled);
      const now = shownGroups();
      for (const name of shown) if (!now.has(name)) delete request[name];
      store.update({ text: pretty(request) }, pane);
    }
    isEdited = false;
    before = filled;
    shown = shownGroups();
    return store.state.text.length > MAX_EDITABLE ? UNSEEN : validateJson(store.state.text, options);
  }

  /**
   * Returns the lists and objects that have controls now. What is hidden as a whole leaves the request as a whole: the
   * form could not show a violation in the rest of it.
   */
  const shownGroups = () =>
    new Set([...form.querySelectorAll("[data-whole]")].filter((group) => !group.closest("[hidden]")).map((group) => nameOf(group.dataset.whole)));

  /** Shows the controls of the version, the flow and the payer. Hidden ones are disabled, so not in the request. */
  function arrange() {
    const flow = /** @type {HTMLInputElement | null} */ (form.querySelector('[name="flow"]:checked'))?.value ?? "payment";
    const shown = store.state.version === "v1" ? ["v1"] : ["v2", flow];
    for (const element of form.querySelectorAll("[data-in]")) {
      element.hidden = !element.dataset.in.split(" ").some((name) => shown.includes(name));
    }
    for (const element of form.querySelectorAll("[data-payer]")) element.hidden = element.dataset.payer !== payer.value;
    for (const control of controls()) {
      control.disabled = control.closest("[hidden]") !== null;
      control.name = nameOf(control.dataset.name);
    }
    const { value } = /** @type {HTMLSelectElement} */ (form.elements.namedItem("currency"));
    // Items follow the currency of the session, unless the person has chosen another for an item.
    for (const item of form.querySelectorAll('select[name$="[currency]"]')) if (item.value === currency) item.value = value;
    currency = value;
    showTotal();
  }

  function showTotal() {
    const prices = Array.from(items.children, (row) => {
      const names = ["quantity", "unit_amount", "currency"];
      const [quantity, price, own] = names.map((name) => row.querySelector(`[name$="[${name}]"]`).value);
      const amount = currency && own === currency && parseAmount(price, { currency, locale: store.state.locale });
      return amount && amount.ok && /^\d+$/.test(quantity) ? Number(quantity) * amount.amount : NaN;
    });
    const total = prices.reduce((sum, price) => sum + price, 0);
    byId("total").textContent = Number.isSafeInteger(total) && currency && prices.length > 0 ? format(total) : "–";
  }

  const format = (amount) => formatAmount(amount, { currency: /** @type {"CLP" | "MXN"} */ (currency), locale: store.state.locale });

  function addRow() {
    const row = /** @type {DocumentFragment} */ (template.content.cloneNode(true));
    translate(row, store.state.locale);
    items.append(row);
    number();
    return items.lastElementChild;
  }

  /** Numbers the rows. */
  function number() {
    for (const [index, row] of [...items.children].entries()) {
      for (const control of row.querySelectorAll("[data-name]")) {
        control.dataset.name = control.dataset.name.replace(/(?<=^line_items\[)[#\d]+/, String(index));
        control.name = control.dataset.name;
      }
      const label = wordsOf(store.state.locale)["item.remove"];
      row.querySelector(".remove").setAttribute("aria-label", `${label} ${index + 1}`);
    }
  }

  /** Writes a request into the controls. */
  function fill(request) {
    const rows = Array.isArray(request.line_items) ? request.line_items.length : 0;
    while (items.children.length > Math.min(rows, 100)) items.lastElementChild.remove();
    while (items.children.length < Math.min(rows, 100)) addRow();
    number();
    currency = ["CLP", "MXN"].includes(request.currency) ? request.currency : "";
    const data = store.state.version === "v1" ? request.customer : request.customer_data;
    payer.value = data !== undefined ? "new" : request.customer !== undefined ? "known" : "";
    for (const control of controls()) {
      const path = stepsOf(nameOf(control.dataset.name));
      const value = path.reduce((object, step) => (step === "" ? object : object?.[step]), request);
      setValue(control, value, path);
    }
    const flow = form.querySelector(`[name="flow"][value="${CSS.escape(String(request.flow ?? "payment"))}"]`);
    if (flow) /** @type {HTMLInputElement} */ (flow).checked = true;
  }

  function setValue(control, value, path) {
    if (control.type === "checkbox") control.checked = Array.isArray(value) && value.includes(control.value);
    else if (control.type === "radio") control.checked = control.value === value;
    else if (control.type === "datetime-local") control.value = localTime(value);
    else if (isAmount(path) && Number.isSafeInteger(value) && currency) control.value = format(value);
    else control.value = ["string", "number"].includes(typeof value) ? String(value) : "";
    if (control instanceof HTMLSelectElement && control.selectedIndex < 0) control.value = "";
  }

  // In the capture phase, and before `bindForm` adds its listeners: after a person's act it may validate between two
  // listeners of an event.
  form.addEventListener(
    "change",
    () => {
      isEdited = true;
      byId("sent").textContent = "";
      arrange();
    },
    true,
  );
  form.addEventListener(
    "input",
    () => {
      isEdited = true;
      byId("sent").textContent = "";
      showTotal();
    },
    true,
  );
  byId("add").addEventListener("click", () => {
    const row = addRow();
    row.querySelector('select[name$="[currency]"]').value = currency;
    arrange();
    row.querySelector("input").focus();
    isEdited = true;
    bound.judge();
  });
  items.addEventListener("click", ({ target }) => {
    const button = /** @type {Element} */ (target).closest(".remove");
    if (!button) return;
    const row = button.closest("li");
    const index = [...items.children].indexOf(row);
    const request = requestOf(store.state.text);
    if (Array.isArray(request?.line_items)) {
      request.line_items.splice(index, 1);
      store.update({ text: pretty(request) }, pane);
    }
    (row.nextElementSibling ?? row.previousElementSibling)?.querySelector("input")?.focus();
    row.remove();
    number();
    arrange();
    bound.judge();
  });

  const bound = bindForm(form, {
    ...formOptions(store.state),
    locale,
    version,
    validate: validateForm,
    // The report on the page shows them.
    onUnfixable: () => {},
    onSubmit: () => (byId("sent").textContent = wordsOf(store.state.locale).sent),
    onJudged,
  });

  return {
    pane,
    /** Fills the form with the request of the state. For a text that is no object the form is empty and inert. */
    show(/** @type {import("./store.js").State} */ state) {
      const request = requestOf(state.text);
      form.inert = request === undefined;
      // Whoever scrolls by keyboard needs something to focus in the pane.
      if (form.inert) form.parentElement.tabIndex = 0;
      else form.parentElement.removeAttribute("tabindex");
      const words = wordsOf(state.locale);
      byId("unreadable").textContent = request ? "" : words[state.text.length > MAX_EDITABLE ? "form.long" : "unreadable"];
      fill(request ?? {});
      arrange();
      isEdited = false;
      byId("sent").textContent = "";
      bound.update(formOptions(state));
    },
  };
}

/**
 * Returns the options of the form for a state. By default a form denies a wrong check digit, which the report only
 * warns of: here both show the same.
 */
function formOptions(state) {
  const { levels, ...options } = optionsOf(state);
  return { ...options, levels: { "rut-check-digit": "warn", ...levels } };
}

/** Returns the object of a JSON text; `undefined` if it is not one, or too long for the form. */
const requestOf = (text) => (text.length > MAX_EDITABLE ? undefined : parseObject(text));

/** Converts a date-time to the value of a `datetime-local` control, in the browser's zone; empty if it is not one. */
export function localTime(value) {
  const time = typeof value === "string" ? Date.parse(value) : NaN;
  if (Number.isNaN(time)) return "";
  const offset = new Date(time).getTimezoneOffset() * 60_000;
  return new Date(time - offset).toISOString().slice(0, 19);
}
