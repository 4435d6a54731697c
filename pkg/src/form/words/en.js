/** The sentences of a form in English. */

/** Begins a sentence at a field, if it has a label: `In “E-mail”, write ...`. */
const at = (label, sentence) => (label ? `In “${label}”, ${sentence}` : sentence[0].toUpperCase() + sentence.slice(1));
const field = (label) => (label ? `“${label}”` : "this field");
const theAmount = (label) => (label ? `“${label}”` : "The amount");
const such = (example) => (example ? `, for example ${example}` : "");

const PURCHASES = { payment: "payment", subscription: "subscription", setup: "payment method" };
const purchase = (flow) => PURCHASES[flow] ?? PURCHASES.payment;

const fill = ({ label }) => `Fill in ${field(label)}.`;
const check = ({ label }) => `Check ${field(label)}.`;
const choose = ({ label }) => `Choose one of the options${label ? ` of “${label}”` : ""}.`;
const leaveOut = ({ label }) => `Leave ${field(label)} empty: it does not go with what you have chosen.`;
const url = ({ label }) => at(label, "write a whole address that begins with https://.");
const item = () => "Add at least one item.";
const unsendable = ({ flow } = {}) => `We could not prepare the ${purchase(flow)}. Reload the page or try again later.`;
const failed = ({ flow } = {}) => `We could not create the ${purchase(flow)}. Try again.`;
const amount = ({ label, example }) =>
  !label || /^amount\b/i.test(label)
    ? `Write the amount${such(example)}.`
    : `In “${label}”, write an amount${such(example)}.`;
const customer = ({ asks, taxId = "tax number" }) => {
  if (asks?.taxId && !asks.email) return `Write your ${taxId}.`;
  return `Tell us who pays: write ${asks?.email && !asks.taxId ? "your e-mail address" : "an e-mail address or a tax number"}.`;
};
const lower = (letter) => letter.toLowerCase();
const atLeastOne = ({ label }) => at(label, "write 1 or more.");
const soon = ({ label }) => at(label, "choose a time that is further ahead: at least 15 minutes from now.");

/** What a server has answered, by the code of Fintoc's API. */
function answered({ label, code = "", message = "", flow }) {
  if (/taken|already|exist|uniq|duplicat/.test(code) || /\balready\b/i.test(message))
    return label ? `“${label}” is registered already.` : failed({ flow });
  if (code === "missing_parameter" || code === "empty_string") return label ? fill({ label }) : failed({ flow });
  if (["currency_mismatch", "invalid_currency", "not_supported_currency"].includes(code))
    return `This currency is not available for this ${purchase(flow)}.`;
  if (["invalid_enum", "invalid_account_type", "invalid_institution_id"].includes(code) && label)
    return choose({ label });
  if (["invalid_expires_at", "invalid_date"].includes(code) && label) return at(label, "choose another date and time.");
  if (code === "invalid_string_size" && label) return `Check the length of “${label}”.`;
  return label ? `Check “${label}”: it was not accepted.` : failed({ flow });
}

/** The codes of Fintoc's API whose messages are for programmers. */
const CODE = /^(?:invalid|missing|not_supported)_[a-z_]+$|^currency_mismatch$|^empty_string$/;

export const en = {
  "json-syntax": unsendable,
  "body-size": () => "There is too much in this form. Shorten what you wrote and try again.",
  "not-serializable": unsendable,
  "lost-in-json": () => "Part of this form cannot be sent. Reload the page and try again.",
  "duplicate-key": unsendable,
  type: ({ label, code }) => (code === "invalid_integer" ? at(label, "write a whole number.") : check({ label })),
  required: fill,
  "empty-string": fill,
  enum: choose,
  "unknown-field": check,

  "email-format": ({ label }) => at(label, "write a valid e-mail address, for example name@example.com."),
  "email-domain": ({ label }) => `Check ${field(label)}: what follows the @ is not complete.`,
  "url-format": url,
  "redirect-url-http": url,
  "url-https": url,
  "image-url-https": url,
  "url-placeholder": ({ label }) => `Check ${field(label)}: part of the address was not filled in.`,
  "expires-at-format": ({ label }) => at(label, "choose a date and a time."),
  "expires-at-rfc3339": check,
  "expires-at-utc": check,
  "tax-id-type": choose,
  "tax-id-format": ({ taxId }) =>
    taxId === "RFC" ? "Write a valid RFC, for example GODE561231GR8." : "Write a valid RUT, for example 11.111.111-1.",
  "rut-check-digit": () => "This RUT is not valid: check its last digit.",
  "tax-id-no-check-digit": () => "The last digit of the RUT is missing. Write it like 11.111.111-1.",
  "holder-id-format": ({ label, taxId }) =>
    at(label, `write ${taxId === "RFC" ? "a valid RFC or CURP" : "a valid RUT, for example 11.111.111-1"}.`),
  "account-number-format": ({ label, taxId }) =>
    taxId === "RFC"
      ? at(label, "write the 18 digits of the CLABE.")
      : at(label, "write only the digits of the account, without zeros at the beginning."),
  "clabe-check-digit": () => "This CLABE is not valid: check its 18 digits.",
  "account-type-unlisted": choose,
  "business-category": ({ label }) => at(label, "write a code of 6 digits."),
  "business-tax-id": () => "Write a valid RUT of the business, for example 11.111.111-1.",
  "id-prefix": check,
  "id-form": check,
  "product-name-size": ({ label }) => `Shorten ${field(label)} to 100 characters.`,
  "metadata-count": () => "There is too much in this form: there may be 50 details.",
  "metadata-key-size": check,
  "metadata-value-size": ({ label }) => `Shorten ${field(label)} to 500 characters.`,
  "metadata-flat": check,

  "amount-positive": () => "The amount must be greater than zero.",
  "amount-limit": () => "The total is too high: it must be less than 7,000,000.",
  "amount-int32": () => "The total is very high. Check it.",
  "amount-or-line-items": amount,
  "amount-with-line-items": leaveOut,
  "amount-required-in-subscription": amount,
  "line-items-required-in-subscription": item,
  "amount-forbidden-in-setup": leaveOut,
  "line-items-in-setup": () => "Remove the items: nothing is charged now.",
  "line-items-empty": item,
  "amount-equals-total": ({ total }) =>
    `The amount and the items do not agree${total ? `: the items add up to ${total}` : ""}.`,
  "total-range": () => "The total of the items is too high.",
  "quantity-positive": atLeastOne,
  "interval-count-positive": atLeastOne,
  "recurring-only-in-subscription": () => "Items are charged at intervals only in a subscription.",
  "recurring-expected": () => "Choose how often the item is charged.",
  "price-xor-price-data": () => "Choose a saved price or write a new one, but not both.",
  "product-xor-product-data": () => "Choose a saved product or describe a new one, but not both.",
  "unit-amount-negative": ({ label }) => at(label, "write an amount that is not negative."),
  "unit-amount-zero": ({ label }) => `${theAmount(label)} is zero. Check it.`,
  "currency-matches-session": () => "All items must be in the currency of the payment.",
  "currency-case": choose,

  "customer-xor-customer-data": () => "Choose a customer or write the data of a new one, but not both.",
  "customer-identified": customer,
  "tax-id-complete": ({ label, part, taxId = "tax number" }) =>
    part === "type" ? choose({ label }) : `Write your ${taxId}.`,
  "customer-required": customer,
  "subscription-only-in-setup": () => "A subscription that exists goes only with saving a way to pay.",

  "payment-method-types-for-flow": ({ label, option, flow }) =>
    option
      ? `“${option}” does not go with this ${purchase(flow)}: choose another option.`
      : `Choose another option${label ? ` of “${label}”` : ""}: this one does not go with this ${purchase(flow)}.`,
  "direct-debit-unlisted": ({ option }) => `${option ? `“${option}”` : "An option"} may not be available.`,
  "payment-method-types-empty": () => "Choose at least one way to pay.",
  "payment-method-types-unique": ({ option }) => `You chose ${option ? `“${option}”` : "a way to pay"} twice.`,
  "type-currency": ({ option }) =>
    `${option ? `“${option}”` : "An option"} is not available in this currency: choose another.`,
  "options-match-types": ({ option }) =>
    `There are details of ${option ? `“${option}”` : "a way to pay"}, which is not chosen.`,
  "options-incomplete": ({ option }) => `Some details of ${option ? `“${option}”` : "the way to pay"} are missing.`,
  "recipient-account-complete": fill,
  "sender-account-form": check,
  "institution-currency": ({ label }) => at(label, "choose a bank of the country of the currency."),
  "card-type-unlisted": choose,
  "payment-method-needs-customer": () => "To pay with a saved way to pay, tell us whose it is.",
  "payment-method-needs-bank-transfer": () => "A saved way to pay works only by bank transfer.",
  "payment-method-in-subscription": () => "A saved way to pay does not go with a subscription.",
  "payment-method-in-setup": leaveOut,
  "save-payment-method-only-in-payment": leaveOut,
  "save-payment-method-needs-customer": (facts) => `To save the way to pay, ${customer(facts).replace(/^./, lower)}`,

  "ui-mode-only-in-payment": leaveOut,
  "redirect-urls-required": url,
  "redirect-urls-expected": url,
  "redirect-urls-together": url,
  "expires-at-lead": soon,
  "expires-at-tight": soon,

  "internal-error": () => "This form could not be checked. Reload the page and try again.",
  unseen: ({ level, flow }) => (level === "warning" ? "Something in this form may be wrong." : unsendable({ flow })),
  browser: ({ label, code }) => (code === "missing_parameter" ? fill({ label }) : check({ label })),
  server: ({ message, ...facts }) => (message && !CODE.test(facts.code) ? message : answered({ message, ...facts })),
  pending: () => "Sending…",
  "amount-not-a-number": amount,
  "amount-currency": ({ label, currency, example }) =>
    currency
      ? at(label, `write an amount in ${currency}${such(example)}.`)
      : `Choose a currency before you write ${label ? `“${label}”` : "the amount"}.`,
  "amount-decimals": ({ label, currency, example, readings: [reading] = [] }) => {
    if (reading) return `${theAmount(label)} has no decimals. Did you mean ${reading}?`;
    return at(
      label,
      `write ${currency === "MXN" ? "at most two decimals" : "an amount without decimals"}${such(example)}.`,
    );
  },
  "amount-ambiguous": ({ label, example, readings: [one, other] = [] }) => {
    if (other) return `${theAmount(label)} can be read in two ways. Did you mean ${one} or ${other}?`;
    if (one) return `${theAmount(label)} is not clear. Did you mean ${one}?`;
    return `${theAmount(label)} is not clear.${example ? ` Write it like ${example}.` : ""}`;
  },
  "amount-repeated": ({ label }) => `${theAmount(label)} is there twice, with different values.`,
  "amount-too-large": ({ label }) => `${theAmount(label)} is too large.`,
  "time-no-zone": unsendable,

  summary: ({ count }) => `${count} ${count === 1 ? "problem" : "problems"} to fix`,
  row: ({ row }) => `Item ${row}`,
};
