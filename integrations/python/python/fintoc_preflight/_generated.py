"""The ids of rules, and the types of requests. Written by tools/generate.py: do not edit."""

from __future__ import annotations

from typing import Any, Literal, TypedDict

RuleId = Literal[
    "json-syntax",
    "body-size",
    "not-serializable",
    "lost-in-json",
    "duplicate-key",
    "type",
    "required",
    "empty-string",
    "enum",
    "unknown-field",
    "email-format",
    "email-domain",
    "url-format",
    "redirect-url-http",
    "url-https",
    "image-url-https",
    "url-placeholder",
    "expires-at-format",
    "expires-at-rfc3339",
    "expires-at-utc",
    "tax-id-type",
    "tax-id-format",
    "rut-check-digit",
    "holder-id-format",
    "account-number-format",
    "clabe-check-digit",
    "account-type-unlisted",
    "business-category",
    "business-tax-id",
    "id-prefix",
    "id-form",
    "product-name-size",
    "metadata-count",
    "metadata-key-size",
    "metadata-value-size",
    "metadata-flat",
    "amount-positive",
    "amount-limit",
    "amount-int32",
    "amount-or-line-items",
    "amount-with-line-items",
    "amount-required-in-subscription",
    "line-items-required-in-subscription",
    "amount-forbidden-in-setup",
    "line-items-in-setup",
    "line-items-empty",
    "amount-equals-total",
    "total-range",
    "quantity-positive",
    "interval-count-positive",
    "recurring-only-in-subscription",
    "recurring-expected",
    "price-xor-price-data",
    "product-xor-product-data",
    "unit-amount-negative",
    "unit-amount-zero",
    "currency-matches-session",
    "currency-case",
    "customer-xor-customer-data",
    "customer-identified",
    "tax-id-complete",
    "customer-required",
    "subscription-only-in-setup",
    "payment-method-types-for-flow",
    "direct-debit-unlisted",
    "payment-method-types-empty",
    "payment-method-types-unique",
    "type-currency",
    "options-match-types",
    "options-incomplete",
    "recipient-account-complete",
    "sender-account-form",
    "institution-currency",
    "card-type-unlisted",
    "payment-method-needs-customer",
    "payment-method-needs-bank-transfer",
    "payment-method-in-subscription",
    "payment-method-in-setup",
    "save-payment-method-only-in-payment",
    "save-payment-method-needs-customer",
    "ui-mode-only-in-payment",
    "redirect-urls-required",
    "redirect-urls-expected",
    "redirect-urls-together",
    "expires-at-lead",
    "expires-at-tight",
]
"""The id of a rule."""

ErrorCode = Literal[
    "currency_mismatch",
    "empty_string",
    "invalid_account_number",
    "invalid_account_type",
    "invalid_amount",
    "invalid_array",
    "invalid_boolean",
    "invalid_business_profile_tax_id",
    "invalid_currency",
    "invalid_date",
    "invalid_enum",
    "invalid_expires_at",
    "invalid_hash",
    "invalid_holder_id",
    "invalid_institution_id",
    "invalid_integer",
    "invalid_json",
    "invalid_params",
    "invalid_payment_recipient_account",
    "invalid_positive_integer",
    "invalid_string",
    "invalid_string_size",
    "missing_parameter",
    "not_supported_currency",
]
"""An error code of Fintoc's."""


class BusinessProfile(TypedDict, total=False):
    """The business on whose behalf a payment aggregator collects."""

    category: str | None
    name: str | None
    tax_id: str | None


class CustomerData(TypedDict, total=False):
    """A new customer: `customer_data` in version 2, `customer` in version 1."""

    tax_id: TaxId | None
    name: str | None
    email: str | None
    metadata: dict[str, Any] | None


class TaxId(TypedDict, total=False):
    """A tax identifier. Both fields are required."""

    type: str
    value: str


class LineItem(TypedDict, total=False):
    """One item that the customer pays for."""

    quantity: int
    price_data: PriceData | None
    price: str | None


class PriceData(TypedDict, total=False):
    """The price of one unit of an item, and its product."""

    currency: Literal["CLP", "MXN"]
    unit_amount: int
    product_data: ProductData | None
    product: str | None
    recurring: Recurring | None


class ProductData(TypedDict, total=False):
    """A product to sell."""

    name: str
    image_url: str | None


class Recurring(TypedDict, total=False):
    """A billing interval: the price is charged every `interval_count` units of `interval`."""

    interval: str | None
    interval_count: int | None


class PaymentMethodOptions(TypedDict, total=False):
    """The options of the payment methods, by the type of the method."""

    bank_transfer: BankTransferOptions | None
    card: CardOptions | None
    pac: PacOptions | None
    installments: dict[str, Any] | None
    direct_debit: dict[str, Any] | None


class BankTransferOptions(TypedDict, total=False):
    """The options of bank transfers."""

    recipient_account: RecipientAccount | None
    sender_account: SenderAccount | None


class RecipientAccount(TypedDict, total=False):
    """The account that receives a bank transfer."""

    holder_id: str | None
    institution_id: str | None
    number: str | None
    type: str | None


class SenderAccount(TypedDict, total=False):
    """The account that the customer pays from. Fields that are given are pre-selected."""

    holder_id: str | None | Preset
    institution_id: str | None | Preset
    number: str | None
    type: str | None


class Preset(TypedDict, total=False):
    """A value that is pre-selected for the customer."""

    value: str | None
    editable: bool | None


class CardOptions(TypedDict, total=False):
    """The options of cards."""

    types: list[str] | None


class PacOptions(TypedDict, total=False):
    """The options of automatic debit in Chile (PAC)."""

    sender_account: SenderAccount | None


class CheckoutSessionRequest(TypedDict, total=False):
    """A request to create a checkout session with version 2 of the API."""

    amount: int | None
    business_profile: BusinessProfile | None
    cancel_url: str | None
    currency: Literal["CLP", "MXN"]
    customer: str | None
    customer_data: CustomerData | None
    customer_email: str | None
    expires_at: str | None
    flow: str | None
    line_items: list[LineItem] | None
    metadata: dict[str, Any] | None
    payment_method: str | None
    payment_method_options: PaymentMethodOptions | None
    payment_method_types: list[str] | None
    save_payment_method: str | None
    subscription: str | None
    success_url: str | None
    ui_mode: str | None


class BusinessProfileV1(TypedDict, total=False):
    """The business on whose behalf a payment aggregator collects."""

    category: str | None
    name: str | None
    tax_id: str | None


class CustomerDataV1(TypedDict, total=False):
    """A new customer: `customer_data` in version 2, `customer` in version 1."""

    tax_id: TaxIdV1 | None
    name: str | None
    email: str | None
    metadata: dict[str, Any] | None


class TaxIdV1(TypedDict, total=False):
    """A tax identifier. Both fields are required."""

    type: str
    value: str


class LineItemV1(TypedDict, total=False):
    """One item that the customer pays for."""

    quantity: int
    price_data: PriceDataV1 | None
    price: str | None


class PriceDataV1(TypedDict, total=False):
    """The price of one unit of an item, and its product."""

    currency: str
    unit_amount: int
    product_data: ProductDataV1 | None
    product: str | None
    recurring: RecurringV1 | None


class ProductDataV1(TypedDict, total=False):
    """A product to sell."""

    name: str
    image_url: str | None


class RecurringV1(TypedDict, total=False):
    """A billing interval: the price is charged every `interval_count` units of `interval`."""

    interval: str | None
    interval_count: int | None


class PaymentMethodOptionsV1(TypedDict, total=False):
    """The options of the payment methods of version 1."""

    bank_transfer: BankTransferOptionsV1 | None
    card: CardOptionsV1 | None


class BankTransferOptionsV1(TypedDict, total=False):
    """The options of bank transfers."""

    recipient_account: RecipientAccountV1 | None
    sender_account: SenderAccountV1 | None


class RecipientAccountV1(TypedDict, total=False):
    """The account that receives a bank transfer."""

    holder_id: str | None
    institution_id: str | None
    number: str | None
    type: str | None


class SenderAccountV1(TypedDict, total=False):
    """The account that the customer pays from. Fields that are given are pre-selected."""

    holder_id: str | None | PresetV1
    institution_id: str | None | PresetV1
    number: str | None
    type: str | None


class PresetV1(TypedDict, total=False):
    """A value that is pre-selected for the customer."""

    value: str | None
    editable: bool | None


class CardOptionsV1(TypedDict, total=False):
    """The options of cards."""

    types: list[str] | None


class CheckoutSessionRequestV1(TypedDict, total=False):
    """A request to create a checkout session with version 1 of the API."""

    amount: int | None
    business_profile: BusinessProfileV1 | None
    cancel_url: str | None
    currency: str
    customer: CustomerDataV1 | None
    customer_email: str | None
    expires_at: str | None
    flow: str | None
    line_items: list[LineItemV1] | None
    metadata: dict[str, Any] | None
    payment_method_options: PaymentMethodOptionsV1 | None
    payment_method_types: list[str] | None
    success_url: str | None
