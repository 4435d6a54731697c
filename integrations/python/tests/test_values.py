"""Values of Python are judged as the official client would send them; what it cannot send is named."""

from __future__ import annotations

import dataclasses
import enum
import json
import uuid
from collections import OrderedDict, UserDict
from datetime import date, datetime, time, timedelta, timezone
from decimal import Decimal
from typing import Any

import httpx
import pytest
from conftest import NOW, PAYMENT

from fintoc_preflight import PreflightError, parse, to_json, validate


class Plain(enum.Enum):
    CLP = "CLP"


class Text(str, enum.Enum):
    CLP = "CLP"


class Number(enum.IntEnum):
    ONE = 1


class Dict(dict[str, Any]):
    """A subclass, which json.dumps writes as a dict."""


class Empty(Dict):
    """Has no members of its own, so that json.dumps never asks for them."""

    def items(self) -> Any:
        raise RuntimeError


def sent_by_the_client(value: object) -> str:
    """Returns the body that httpx, and so the official client, sends."""
    return httpx.Request("POST", "https://api.fintoc.com", json=value).content.decode()


@pytest.mark.parametrize(
    "value",
    [
        PAYMENT,
        {**PAYMENT, "currency": Text.CLP, "amount": Number.ONE},
        Dict(PAYMENT),
        OrderedDict(PAYMENT),
        {"metadata": {1: "a", 2.5: "b", True: "c", None: "d"}},
        {"metadata": {"text": 'ñ " \\ \n \x1f \x7f \u2028 𝒳', "float": [0.1, -0.0, 1e300, 1e16, 5e-324, 1.0]}},
        {"amount": 2**63 - 1, "metadata": {"big": 10**40, "negative": -(2**70)}},
        {"payment_method_types": ("card", "bank_transfer")},
        {"metadata": {"nothing": None, "yes": True, "no": False, "empty": [{}, [], ""]}},
        [1, [2]],
        3,
        Empty(),
    ],
)
def test_the_text_is_that_of_the_client(value: object) -> None:
    assert to_json(value) == sent_by_the_client(value)
    if not isinstance(value, str):
        assert validate(value, now=NOW) == validate(sent_by_the_client(value), now=NOW)


@pytest.mark.parametrize(
    ("field", "value", "written", "cause"),
    [
        ("expires_at", datetime(2026, 1, 14, 12, tzinfo=timezone.utc), "2026-01-14T12:00:00+00:00", "datetime"),
        ("amount", Decimal("45000"), 45000, "decimal"),
        ("amount", Decimal("4.5E4"), 45000, "decimal"),
        ("amount", Decimal("45000.00"), 45000, "decimal"),
        ("currency", Plain.CLP, "CLP", "enum"),
    ],
)
def test_three_kinds_of_values_are_converted_with_a_warning(
    field: str, value: object, written: object, cause: str
) -> None:
    request = {**PAYMENT, field: value}
    with pytest.raises(TypeError):
        sent_by_the_client(request)
    report = validate(request, now=NOW)
    assert report.valid
    [warning] = report.warnings
    assert (warning.rule, warning.param, warning.facts["cause"]) == ("lost-in-json", field, cause)
    assert "json.dumps refuses" in warning.message
    assert "json.dumps rechaza" in validate(request, now=NOW, locale="es").warnings[0].message
    assert json.loads(to_json(request))[field] == written
    assert parse(request, now=NOW)[field] == written  # type: ignore[literal-required]
    assert not validate(request, now=NOW, strict=True).valid
    assert validate(request, now=NOW, levels={"lost-in-json": "allow"}).warnings == ()


def test_a_converted_value_is_judged() -> None:
    request = {**PAYMENT, "amount": Decimal(0), "expires_at": datetime(2026, 1, 14, 12)}
    report = validate(request, now=NOW, levels={"lost-in-json": "allow"})
    assert report == validate({**PAYMENT, "amount": 0, "expires_at": "2026-01-14T12:00:00"}, now=NOW)
    assert [violation.param for violation in report.errors + report.warnings] == ["amount", "expires_at"]


@dataclasses.dataclass
class Data:
    secret: str = "s3cr3t"


class Model:
    def model_dump(self) -> dict[str, str]:
        return {}


class Raises(Dict):
    def items(self) -> Any:
        raise RuntimeError("s3cr3t")


@pytest.mark.parametrize(
    ("value", "cause"),
    [
        (float("nan"), "not_finite"),
        (float("inf"), "not_finite"),
        (Decimal("NaN"), "not_finite"),
        (Decimal("1.5"), "decimal_fraction"),
        (Decimal("1e999999"), "decimal_fraction"),
        (b"s3cr3t", "bytes"),
        (bytearray(b"s3cr3t"), "bytes"),
        ({"s3cr3t"}, "set"),
        (date(2026, 1, 1), "date"),
        (time(1, 2), "time"),
        (timedelta(1), "timedelta"),
        (uuid.uuid4(), "uuid"),
        (UserDict({"a": "s3cr3t"}), "mapping"),
        (iter(["s3cr3t"]), "iterator"),
        (Data(), "dataclass"),
        (Model(), "model"),
        (len, "function"),
        (object(), "other"),
        ({("s3cr3t",): 1}, "name"),
        (Raises(a=1), "raises"),
        pytest.param(10**5000, "raises", id="more digits than str() writes"),
    ],
)
def test_everything_else_is_named_at_its_place(value: object, cause: str) -> None:
    for locale in ("en", "es"):
        request = {**PAYMENT, "metadata": {"order": [value]}}
        try:
            sent_by_the_client(request)
        except Exception:  # json.dumps refuses it too
            pass
        else:
            pytest.fail("the client sends it")
        report = validate(request, now=NOW, locale=locale)
        [error] = report.errors
        assert (error.rule, error.path[0], error.facts["cause"]) == ("not-serializable", "metadata", cause)
        assert "throws" not in error.message and "lanza un error" not in error.message
        with pytest.raises(PreflightError) as raised:
            to_json(request, locale=locale)
        assert raised.value.report.errors[0].facts["cause"] == cause
        shown = f"{report} {report!r} {error!r} {raised.value} {raised.value!r}"
        assert "s3cr3t" not in shown


def test_cycles_depth_and_size_end_in_a_report() -> None:
    cycle: list[object] = []
    cycle.append(cycle)
    assert validate({"line_items": cycle}).errors[0].facts["cause"] == "cycle"
    deep: list[object] = []
    for _ in range(200):
        deep = [deep]
    assert validate({"metadata": deep}).errors[0].facts["cause"] == "depth"
    shared: list[object] = []
    for _ in range(60):
        shared = [shared, shared]
    assert validate({"metadata": shared}).errors[0].rule == "body-size"
    assert validate({"metadata": {"a": "x" * 2_000_000}}).errors[0].rule == "body-size"


def test_half_of_a_character_is_reported_at_its_field() -> None:
    report = validate({**PAYMENT, "customer_data": {"name": "Ana \ud83d"}}, now=NOW)
    assert [(error.rule, error.param) for error in report.errors] == [("json-syntax", "customer_data.name")]
    assert validate({"\ud83d": 1}).errors[0].rule == "json-syntax"
    assert validate("\ud83d").errors[0].rule == "json-syntax"


def test_an_interrupt_is_not_swallowed() -> None:
    class Interrupts(Dict):
        def items(self) -> Any:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        validate(Interrupts(a=1))
    with pytest.raises(KeyboardInterrupt):
        validate({"a": [Interrupts(a=1)]})


def test_a_value_that_changes_while_it_is_read_does_no_harm() -> None:
    request: dict[str, Any] = {"metadata": {}}

    class Clears(Dict):
        def items(self) -> Any:
            request.clear()
            request["metadata"] = None
            return [("a", 1)]

    request["metadata"] = Clears(b=1)
    request["amount"] = 1
    assert not validate(request).valid
