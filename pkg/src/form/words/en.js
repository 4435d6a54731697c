/** The sentences of a form in English. */

const fill = ({ label }) => `Fill in “${label}”.`;
const check = ({ label }) => `Check “${label}”.`;
const choose = ({ label }) => `Choose one of the options of “${label}”.`;
const leaveOut = ({ label }) => `Leave “${label}” empty: it does not go with what you have chosen.`;
const url = ({ label }) => `In “${label}”, write a whole address that begins with https://.`;
const item = () => "Add at least one item.";
const unsendable = () => "This form cannot be sent as it is. Reload the page and try again.";
const amount = ({ label, example }) => `In “${label}”, write an amount, for example ${example}.`;
const customer = () => "Tell us who pays: write an e-mail address or a tax number.";
const atLeastOne = ({ label }) => `In “${label}”, write 1 or more.`;
const soon = ({ label }) => `In “${label}”, choose a time that is further ahead: at least 15 minutes from now.`;

export const en = {
  "json-syntax": unsendable,
  "body-size": () => "There is too much in this form. Shorten what you wrote and try again.",
  "not-serializable": unsendable,
  "lost-in-json": () => "Part of this form cannot be sent. Reload the page and try again.",
  "duplicate-key": unsendable,
  type: ({ label, code }) =>
    code === "invalid_integer" ? `In “${label}”, write a whole number.` : `Check “${label}”.`,
  required: fill,
  "empty-string": fill,
  enum: choose,
  "unknown-field": check,

  "email-format": ({ label }) => `In “${label}”, write an e-mail address, for example name@example.com.`,
  "email-domain": ({ label }) => `Check “${label}”: what follows the @ is not complete.`,
  "url-format": url,
  "redirect-url-http": url,
  "url-https": url,
  "image-url-https": url,
  "url-placeholder": ({ label }) => `Check “${label}”: part of the address was not filled in.`,
  "expires-at-format": ({ label }) => `In “${label}”, choose a date and a time.`,
  "expires-at-rfc3339": check,
  "expires-at-utc": check,
  "tax-id-type": choose,
  "tax-id-format": ({ taxId }) =>
    taxId === "RFC" ? "Write a valid RFC, for example GODE561231GR8." : "Write a valid RUT, for example 11.111.111-1.",
  "rut-check-digit": ({ label }) => `Check “${label}”: the last digit of the RUT does not fit the others.`,
  "holder-id-format": ({ label, taxId }) =>
    `In “${label}”, write ${taxId === "RFC" ? "a valid RFC or CURP" : "a valid RUT, for example 11.111.111-1"}.`,
  "account-number-format": ({ label, taxId }) =>
    taxId === "RFC"
      ? `In “${label}”, write the 18 digits of the CLABE.`
      : `In “${label}”, write only the digits of the account, without zeros at the beginning.`,
  "clabe-check-digit": ({ label }) => `Check “${label}”: the last digit of the CLABE does not fit the others.`,
  "account-type-unlisted": choose,
  "business-category": ({ label }) => `In “${label}”, write a code of 6 digits.`,
  "business-tax-id": () => "Write a valid RUT of the business, for example 11.111.111-1.",
  "id-prefix": check,
  "id-form": check,
  "product-name-size": ({ label }) => `Shorten “${label}” to 100 characters.`,
  "metadata-count": () => "There is too much in this form: there may be 50 details.",
  "metadata-key-size": check,
  "metadata-value-size": ({ label }) => `Shorten “${label}” to 500 characters.`,
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
  "unit-amount-negative": ({ label }) => `In “${label}”, write an amount that is not negative.`,
  "unit-amount-zero": ({ label }) => `“${label}” is zero. Check it.`,
  "currency-matches-session": () => "All items must be in the currency of the payment.",
  "currency-case": choose,

  "customer-xor-customer-data": () => "Choose a customer or write the data of a new one, but not both.",
  "customer-identified": customer,
  "tax-id-complete": () => "Choose a kind of tax number and write the number.",
  "customer-required": customer,
  "subscription-only-in-setup": () => "A subscription that exists goes only with saving a way to pay.",

  "payment-method-types-for-flow": ({ label }) =>
    `Choose another option of “${label}”: this one does not go with this payment.`,
  "direct-debit-unlisted": ({ label }) => `An option of “${label}” may not be available.`,
  "payment-method-types-empty": () => "Choose at least one way to pay.",
  "payment-method-types-unique": () => "A way to pay is chosen twice.",
  "type-currency": ({ label }) => `An option of “${label}” is not available in this currency.`,
  "options-match-types": () => "There are details of a way to pay that is not chosen.",
  "options-incomplete": () => "Some details of the way to pay are missing.",
  "recipient-account-complete": fill,
  "sender-account-form": check,
  "institution-currency": ({ label }) => `In “${label}”, choose a bank of the country of the currency.`,
  "card-type-unlisted": choose,
  "payment-method-needs-customer": () => "A saved way to pay needs its customer.",
  "payment-method-needs-bank-transfer": () => "A saved way to pay needs a bank transfer, and nothing else.",
  "payment-method-in-subscription": () => "A saved way to pay does not go with a subscription.",
  "payment-method-in-setup": leaveOut,
  "save-payment-method-only-in-payment": leaveOut,
  "save-payment-method-needs-customer": () =>
    "To save the way to pay, tell us who pays: write an e-mail address or a tax number.",

  "ui-mode-only-in-payment": leaveOut,
  "redirect-urls-required": url,
  "redirect-urls-expected": url,
  "redirect-urls-together": url,
  "expires-at-lead": soon,
  "expires-at-tight": soon,

  "internal-error": () => "This form could not be checked. Reload the page and try again.",
  unlabelled: ({ code }) => (code === "missing_parameter" ? "Fill in this field." : "Check this field."),
  unseen: ({ level }) => (level === "warning" ? "Something in this form may be wrong." : unsendable()),
  browser: ({ label, code }) => (code === "missing_parameter" ? fill({ label }) : check({ label })),
  server: ({ label, message }) => message || `Check “${label}”: it was not accepted.`,
  "amount-not-a-number": amount,
  "amount-currency": ({ label, currency, example }) =>
    currency
      ? `In “${label}”, write an amount in ${currency}, for example ${example}.`
      : `Choose a currency before you write “${label}”.`,
  "amount-decimals": ({ label, currency, example }) =>
    currency === "MXN"
      ? `In “${label}”, write at most two decimals, for example ${example}.`
      : `In “${label}”, write an amount without decimals, for example ${example}.`,
  "amount-ambiguous": ({ label, example }) => `“${label}” can be read in two ways. Write it like ${example}.`,
  "amount-too-large": ({ label }) => `“${label}” is too large.`,

  summary: ({ count }) => `${count} ${count === 1 ? "problem" : "problems"} to fix`,
  row: ({ row }) => `Item ${row}`,
};
