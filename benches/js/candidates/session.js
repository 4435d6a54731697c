/**
 * Shared by all libraries, none of which has it: the API's enums, tax ids, and the rules between fields. Only rules of
 * version 2 that make a request invalid.
 */

export const FLOWS = ["payment", "subscription", "setup"];
export const CURRENCIES = ["CLP", "MXN"];
export const UI_MODES = ["hosted", "embedded"];
export const SAVE_PAYMENT_METHOD = ["enabled", "disabled"];

/** A text that is not blank. */
export const TEXT = /\S/;

export const HTTPS = /^https:/i;

/** A URL to which a customer can be redirected. Without the flag `i`, because JSON Schema patterns have no flags. */
export const REDIRECT =
  /^(?!(?:http|javascript|data|vbscript|blob|file|about|view-source|mailto|tel|sms):)[A-Za-z][A-Za-z\d+.-]*:\/\//;

const TYPES = {
  payment: ["card", "bank_transfer", "installments"],
  subscription: ["card", "pac", "direct_debit"],
  setup: ["card", "bank_transfer", "pac", "direct_debit"],
};

const TAX_IDS = {
  cl_rut: (value) => /^(?=\d{1,12}[\dkK]$)0*\d{1,8}[\dkK]$/.test(value.replace(/-(?=.*[\dkK])|[. ]/g, "")),
  mx_rfc: (value) =>
    /^[A-ZÑ&]{3,4}\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])[A-Z0-9]{3}$/.test(value.replace(/[- ]/g, "").toUpperCase()),
};

const LEAD = 10 * 60 * 1000;

const isAbsent = (value) => value === undefined || value === null;
const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const listOf = (value) => (Array.isArray(value) ? value : []);

/**
 * Reports violations of the rules between fields. The fields may have any values, because some libraries call this
 * while a field is malformed.
 *
 * @param {object} request
 * @param {(path: (string | number)[], message: string) => void} report
 */
export function checkSession(request, report) {
  if (!isObject(request)) return;
  const flow = isAbsent(request.flow) ? "payment" : request.flow;
  checkCustomer(request, report);
  checkItems(request, report);
  checkExpiry(request, report);
  checkMethod(request, flow, report);
  if (!FLOWS.includes(flow)) return;
  checkAmount(request, flow, report);
  checkTypes(request, flow, report);
  checkRedirects(request, flow, report);
}

function checkAmount({ amount, currency, line_items: items }, flow, report) {
  const hasItems = Array.isArray(items) ? items.length > 0 : !isAbsent(items);
  if (flow === "setup") {
    if (!isAbsent(amount)) report(["amount"], "a setup has no amount");
    return;
  }
  if (isAbsent(amount) && (flow === "subscription" || !hasItems)) report(["amount"], "the amount is missing");
  if (flow === "subscription" && !hasItems) report(["line_items"], "a subscription needs line items");
  const total = totalOf(listOf(items), currency);
  if (isAbsent(amount) && total === 0) report(["line_items"], "nothing is to be paid");
  if (total !== undefined && Number.isInteger(amount) && amount >= 1 && amount !== total) {
    report(["amount"], `the amount is not the total of the line items, ${total}`);
  }
}

/** Returns the total of the items; `undefined` if it cannot be computed. */
function totalOf(items, currency) {
  let total = items.length > 0 ? 0 : undefined;
  for (const item of items) {
    const quantity = item?.quantity;
    const unit = item?.price_data?.unit_amount;
    if (!Number.isInteger(quantity) || quantity < 1 || !Number.isInteger(unit) || unit < 0) return undefined;
    if (isMismatch(item.price_data.currency, currency)) return undefined;
    total += quantity * unit;
  }
  return total;
}

const isMismatch = (one, other) => one !== other && CURRENCIES.includes(one) && CURRENCIES.includes(other);

function checkItems({ currency, line_items: items }, report) {
  listOf(items).forEach((item, index) => {
    if (!isObject(item)) return;
    const { price_data: data, price } = item;
    if (isAbsent(data) && isAbsent(price)) report(["line_items", index, "price_data"], "it is missing");
    if (!isObject(data)) return;
    const at = (name) => ["line_items", index, "price_data", name];
    if (isAbsent(data.product_data) && isAbsent(data.product)) report(at("product_data"), "it is missing");
    if (isMismatch(data.currency, currency)) report(at("currency"), "the currency is not that of the session");
  });
}

function checkCustomer({ customer, customer_data: data }, report) {
  if (typeof customer === "string" && TEXT.test(customer) && !isAbsent(data)) report(["customer_data"], "give customer or customer_data, not both");
  if (!isObject(data)) return;
  const { tax_id: id, email } = data;
  if (isAbsent(id) && isAbsent(email)) report(["customer_data"], "a customer needs an email or a tax_id");
  if (isObject(id) && typeof id.value === "string" && TAX_IDS[id.type]?.(id.value) === false) {
    report(["customer_data", "tax_id", "value"], "the tax id is malformed");
  }
}

function checkTypes({ payment_method_types: types, payment_method_options: options }, flow, report) {
  const allowed = TYPES[flow];
  listOf(types).forEach((type, index) => {
    if (typeof type === "string" && TEXT.test(type) && !allowed.includes(type)) {
      report(["payment_method_types", index], "the flow has no such payment method");
    }
  });
  if (!isObject(options)) return;
  const listed = listOf(types).length > 0 ? types : allowed;
  for (const type of Object.keys(options)) {
    if (!isAbsent(options[type]) && !listed.includes(type)) {
      report(["payment_method_options", type], "options for a payment method that is not listed");
    }
  }
}

function checkMethod(request, flow, report) {
  const { customer, customer_data: data, payment_method: method } = request;
  const { payment_method_types: types, save_payment_method: save } = request;
  if (!isAbsent(method) && flow === "subscription") report(["payment_method"], "a subscription takes no saved method");
  if (!isAbsent(method) && (flow === "payment" || flow === "setup")) {
    if (isAbsent(customer)) report(["customer"], "a payment method needs its customer");
    const isTransfer = listOf(types).length === 1 && types[0] === "bank_transfer";
    if (isAbsent(types) || (listOf(types).length > 0 && !isTransfer)) {
      report(["payment_method_types"], 'a payment method needs ["bank_transfer"]');
    }
  }
  if (flow !== "payment" && FLOWS.includes(flow) && !isAbsent(save)) {
    report(["save_payment_method"], "only a payment saves its method");
  }
  if (flow === "payment" && save === "enabled" && isAbsent(customer) && isAbsent(data)) {
    report(["customer"], "a method is saved for a customer");
  }
}

function checkRedirects({ ui_mode: mode, success_url, cancel_url }, flow, report) {
  if (flow !== "payment" || !(isAbsent(mode) || mode === "hosted")) return;
  if (isAbsent(success_url)) report(["success_url"], "a hosted payment needs it");
  if (isAbsent(cancel_url)) report(["cancel_url"], "a hosted payment needs it");
}

function checkExpiry({ expires_at: expiry }, report) {
  if (typeof expiry !== "string") return;
  if (Date.parse(expiry) < Date.now() + LEAD) report(["expires_at"], "less than ten minutes from now");
}
