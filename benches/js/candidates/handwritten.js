/** A validator written by hand for V8: allocates nothing until it finds a problem. */

import { DATE_TIME, EMAIL, URL_FORM } from "./forms.js";
import {
  CURRENCIES,
  FLOWS,
  HTTPS,
  REDIRECT,
  SAVE_PAYMENT_METHOD,
  TEXT,
  UI_MODES,
  checkSession,
} from "./session.js";

const isAbsent = (value) => value === undefined || value === null;
const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const isText = (value) => typeof value === "string" && TEXT.test(value);
const isEmail = (value) => typeof value === "string" && EMAIL.test(value);
const isUrl = (value) => typeof value === "string" && URL_FORM.test(value);
const isRedirect = (value) => isUrl(value) && REDIRECT.test(value);
const isHttps = (value) => isUrl(value) && HTTPS.test(value);
const isDateTime = (value) => typeof value === "string" && DATE_TIME.test(value);
const isPositive = (value) => Number.isSafeInteger(value) && value >= 1;
const isNotNegative = (value) => Number.isSafeInteger(value) && value >= 0;
const isCurrency = (value) => CURRENCIES.includes(value);

/** Returns the value if it is an object; reports any other value, unless it is absent. */
function part(value, path, issues) {
  if (isAbsent(value) || isObject(value)) return value ?? undefined;
  issues.push({ path, message: "must be an object" });
  return undefined;
}

const BUSINESS = ["business_profile"];
const CUSTOMER = ["customer_data"];
const CUSTOMER_METADATA = ["customer_data", "metadata"];
const TAX_ID = ["customer_data", "tax_id"];
const METADATA = ["metadata"];
const OPTIONS = ["payment_method_options"];
const TRANSFER = ["payment_method_options", "bank_transfer"];
const CARD = ["payment_method_options", "card"];
const PAC = ["payment_method_options", "pac"];

const malformed = (path, name, issues) => issues.push({ path: [...path, name], message: "is malformed" });

function business(value, issues) {
  const profile = part(value, BUSINESS, issues);
  if (profile === undefined) return;
  const { category, name, tax_id: id } = profile;
  if (!isAbsent(category) && !isText(category)) malformed(BUSINESS, "category", issues);
  if (!isAbsent(name) && !isText(name)) malformed(BUSINESS, "name", issues);
  if (!isAbsent(id) && !isText(id)) malformed(BUSINESS, "tax_id", issues);
}

function customer(value, issues) {
  const data = part(value, CUSTOMER, issues);
  if (data === undefined) return;
  const { tax_id, name, email, metadata } = data;
  const id = part(tax_id, TAX_ID, issues);
  if (id !== undefined) {
    if (!isText(id.type)) malformed(TAX_ID, "type", issues);
    if (!isText(id.value)) malformed(TAX_ID, "value", issues);
  }
  if (!isAbsent(name) && !isText(name)) malformed(CUSTOMER, "name", issues);
  if (!isAbsent(email) && !isEmail(email)) malformed(CUSTOMER, "email", issues);
  part(metadata, CUSTOMER_METADATA, issues);
}

function items(values, issues) {
  if (isAbsent(values)) return;
  if (!Array.isArray(values)) return void malformed([], "line_items", issues);
  for (let index = 0; index < values.length; index++) item(values[index], index, issues);
}

function item(value, index, issues) {
  if (!isObject(value)) return void malformed(["line_items"], index, issues);
  const { quantity, price, price_data: data } = value;
  if (!isPositive(quantity)) malformed(["line_items", index], "quantity", issues);
  if (!isAbsent(price) && !isText(price)) malformed(["line_items", index], "price", issues);
  if (isObject(data)) priceData(data, index, issues);
  else if (!isAbsent(data)) malformed(["line_items", index], "price_data", issues);
}

function priceData({ currency, unit_amount: unit, product, product_data: data, recurring }, index, issues) {
  if (!isCurrency(currency)) malformed(["line_items", index, "price_data"], "currency", issues);
  if (!isNotNegative(unit)) malformed(["line_items", index, "price_data"], "unit_amount", issues);
  if (!isAbsent(product) && !isText(product)) malformed(["line_items", index, "price_data"], "product", issues);
  if (isObject(data)) {
    const { name, image_url: image } = data;
    const path = ["line_items", index, "price_data", "product_data"];
    if (!isText(name)) malformed(path, "name", issues);
    if (!isAbsent(image) && !isHttps(image)) malformed(path, "image_url", issues);
  } else if (!isAbsent(data)) {
    malformed(["line_items", index, "price_data"], "product_data", issues);
  }
  if (!isAbsent(recurring)) checkRecurring(recurring, ["line_items", index, "price_data", "recurring"], issues);
}

function checkRecurring(value, path, issues) {
  const recurring = part(value, path, issues);
  if (recurring === undefined) return;
  const { interval, interval_count: count } = recurring;
  if (!isAbsent(interval) && !isText(interval)) malformed(path, "interval", issues);
  if (!isAbsent(count) && !isPositive(count)) malformed(path, "interval_count", issues);
}

function options(value, issues) {
  const byType = part(value, OPTIONS, issues);
  if (byType === undefined) return;
  const transfer = part(byType.bank_transfer, TRANSFER, issues);
  if (transfer !== undefined) {
    account(transfer.recipient_account, isText, [...TRANSFER, "recipient_account"], issues);
    account(transfer.sender_account, isParty, [...TRANSFER, "sender_account"], issues);
  }
  const card = part(byType.card, CARD, issues);
  if (card !== undefined) texts(card.types, [...CARD, "types"], issues);
  const pac = part(byType.pac, PAC, issues);
  if (pac !== undefined) account(pac.sender_account, isParty, [...PAC, "sender_account"], issues);
}

function account(value, isHolder, path, issues) {
  const found = part(value, path, issues);
  if (found === undefined) return;
  const { holder_id: holder, institution_id: institution, number, type } = found;
  if (!isAbsent(holder) && !isHolder(holder)) malformed(path, "holder_id", issues);
  if (!isAbsent(institution) && !isHolder(institution)) malformed(path, "institution_id", issues);
  if (!isAbsent(number) && !isText(number)) malformed(path, "number", issues);
  if (!isAbsent(type) && !isText(type)) malformed(path, "type", issues);
}

/** True for a text, and for the object that a form sends in its place. */
function isParty(party) {
  if (!isObject(party)) return isText(party);
  const { value, editable } = party;
  return (isAbsent(value) || isText(value)) && (isAbsent(editable) || typeof editable === "boolean");
}

const METHOD_TYPES = ["payment_method_types"];

function texts(values, path, issues) {
  if (isAbsent(values)) return;
  if (!Array.isArray(values)) return void issues.push({ path, message: "must be an array" });
  for (let index = 0; index < values.length; index++) {
    if (!isText(values[index])) malformed(path, index, issues);
  }
}

export function check(request) {
  const issues = [];
  if (!isObject(request)) return [{ path: [], message: "must be an object" }];
  const { amount, currency, flow, customer: customerId, customer_email: email, expires_at: expiry } = request;
  const { cancel_url: cancel, subscription, success_url: success, ui_mode: mode } = request;
  const { payment_method: method, payment_method_types: types, save_payment_method: save } = request;
  if (!isAbsent(amount) && !isPositive(amount)) malformed([], "amount", issues);
  business(request.business_profile, issues);
  if (!isAbsent(cancel) && !isRedirect(cancel)) malformed([], "cancel_url", issues);
  if (!isCurrency(currency)) malformed([], "currency", issues);
  if (!isAbsent(customerId) && !isText(customerId)) malformed([], "customer", issues);
  customer(request.customer_data, issues);
  if (!isAbsent(email) && !isEmail(email)) malformed([], "customer_email", issues);
  if (!isAbsent(expiry) && !isDateTime(expiry)) malformed([], "expires_at", issues);
  if (!isAbsent(flow) && !FLOWS.includes(flow)) malformed([], "flow", issues);
  items(request.line_items, issues);
  part(request.metadata, METADATA, issues);
  if (!isAbsent(method) && !isText(method)) malformed([], "payment_method", issues);
  options(request.payment_method_options, issues);
  texts(types, METHOD_TYPES, issues);
  if (types?.length === 0) issues.push({ path: METHOD_TYPES, message: "must not be empty" });
  if (!isAbsent(save) && !SAVE_PAYMENT_METHOD.includes(save)) malformed([], "save_payment_method", issues);
  if (!isAbsent(subscription) && !isText(subscription)) malformed([], "subscription", issues);
  if (!isAbsent(success) && !isRedirect(success)) malformed([], "success_url", issues);
  if (!isAbsent(mode) && !UI_MODES.includes(mode)) malformed([], "ui_mode", issues);
  checkSession(request, (path, message) => issues.push({ path, message }));
  return issues;
}

export const pathsOf = (issues) => issues.map(({ path }) => path);
