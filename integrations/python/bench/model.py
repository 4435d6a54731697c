"""The request of version 2 in pydantic 2, with the rules that its declarations and one validator can say.

The rules, and no more: types; the closed enum of `currency`; required fields; positive amounts; the total of the items;
`customer` or `customer_data`; redirect URLs in a hosted payment; absolute HTTPS URLs; a RUT's check digit; `expires_at`
as a date-time with an offset, in the next day. fintoc-preflight checks 86 rules; this, about 20 of them.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta, timezone
from typing import Annotated, Any, Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, StringConstraints, field_validator, model_validator

NOW = datetime(2026, 1, 13, 12, tzinfo=timezone.utc)

Text = Annotated[str, StringConstraints(min_length=1)]
HttpsUrl = Annotated[str, StringConstraints(pattern=r"^https://[^\s/?#]+\.[^\s]+$", max_length=2048)]
Email = Annotated[str, StringConstraints(pattern=r"^[^\s@]+@[^\s@]+\.[^\s@]+$")]
Positive = Annotated[int, Field(strict=True, ge=1, le=2**53 - 1)]


class Base(BaseModel):
    model_config = ConfigDict(extra="forbid")


class TaxId(Base):
    type: Text
    value: Text

    @model_validator(mode="after")
    def check_digit(self) -> TaxId:
        if self.type == "cl_rut":
            match = re.fullmatch(r"([0-9.]{1,12})-([0-9kK])", self.value)
            if match is None:
                raise ValueError("not a RUT")
            digits = [int(digit) for digit in reversed(match[1].replace(".", ""))]
            total = sum(digit * (2 + index % 6) for index, digit in enumerate(digits))
            if "0K987654321"[total % 11] != match[2].upper():
                raise ValueError("wrong check digit")
        return self


class CustomerData(Base):
    name: Text | None = None
    email: Email | None = None
    tax_id: TaxId | None = None
    metadata: dict[str, Any] | None = None

    @model_validator(mode="after")
    def identified(self) -> CustomerData:
        if self.email is None and self.tax_id is None:
            raise ValueError("neither email nor tax_id")
        return self


class ProductData(Base):
    name: Text
    image_url: HttpsUrl | None = None


class PriceData(Base):
    currency: Literal["CLP", "MXN"]
    unit_amount: Annotated[int, Field(strict=True, ge=0)]
    product_data: ProductData | None = None
    product: Text | None = None


class LineItem(Base):
    quantity: Positive
    price_data: PriceData | None = None
    price: Text | None = None


class Request(Base):
    amount: Positive | None = None
    currency: Literal["CLP", "MXN"]
    cancel_url: HttpsUrl | None = None
    success_url: HttpsUrl | None = None
    customer: Text | None = None
    customer_data: CustomerData | None = None
    customer_email: Email | None = None
    expires_at: AwareDatetime | None = None
    flow: Literal["payment", "subscription", "setup"] = "payment"
    line_items: list[LineItem] | None = None
    metadata: dict[str, Any] | None = None
    payment_method_types: list[Literal["card", "bank_transfer", "installments"]] | None = None
    ui_mode: Literal["hosted", "embedded"] = "hosted"

    @field_validator("metadata")
    @classmethod
    def bounded(cls, value: dict[str, Any] | None) -> dict[str, Any] | None:
        if value is not None and len(value) > 50:
            raise ValueError("more than 50 names")
        return value

    @model_validator(mode="after")
    def cross_field(self) -> Request:
        if self.customer is not None and self.customer_data is not None:
            raise ValueError("customer and customer_data")
        if self.amount is None and not self.line_items:
            raise ValueError("neither amount nor line_items")
        if self.ui_mode == "hosted" and (self.success_url is None or self.cancel_url is None):
            raise ValueError("redirect URLs are missing")
        prices = [(item.quantity, item.price_data) for item in self.line_items or []]
        if self.amount is not None and prices and all(price is not None for _, price in prices):
            total = sum(quantity * price.unit_amount for quantity, price in prices if price is not None)
            if total != self.amount:
                raise ValueError("the total differs")
        if any(price is not None and price.currency != self.currency for _, price in prices):
            raise ValueError("another currency")
        if self.expires_at is not None and not NOW < self.expires_at <= NOW + timedelta(days=1):
            raise ValueError("expires_at")
        return self
