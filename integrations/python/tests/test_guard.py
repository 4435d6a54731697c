"""The official client of PyPI, over HTTP, with and without the guard."""

from __future__ import annotations

import enum
import json
from datetime import datetime, timezone
from decimal import Decimal
from typing import Any

import pytest
from conftest import NOW, PAYMENT, Api
from fintoc import Fintoc  # type: ignore[import-untyped]

from fintoc_preflight import PreflightError, Report, guard


class Currency(enum.Enum):
    CLP = "CLP"


def client_of(api: Api) -> Any:
    client = Fintoc("sk_test_key")
    client._client.base_url = api.url
    return client


def test_a_valid_request_is_sent_as_the_client_sends_it(api: Api) -> None:
    client = client_of(api)
    guarded = guard(client, now=NOW)
    for create in (client.v2.checkout_sessions.create, guarded.v2.checkout_sessions.create):
        assert create(idempotency_key="once", **PAYMENT, metadata={"ñ": [1.5, None]}).id == "cs_1"
    plain, checked = api.requests
    assert plain == checked
    assert plain[0] == "/v2/checkout_sessions"


def test_a_request_with_errors_is_not_sent(api: Api) -> None:
    guarded = guard(client_of(api), now=NOW, locale="es")
    for checkout_sessions in (guarded.checkout_sessions, guarded.v2.checkout_sessions):
        with pytest.raises(PreflightError) as raised:
            checkout_sessions.create(amount="s3cr3t", currency="CLP")
        assert raised.value.report.errors[0].param == "amount"
        assert "s3cr3t" not in f"{raised.value} {raised.value!r}"
    assert api.requests == []


def test_each_version_has_its_rules(api: Api) -> None:
    guarded = guard(client_of(api), now=NOW)
    guarded.checkout_sessions.create(amount=1000, currency="clp", customer_email="ana@tienda.cl")
    with pytest.raises(PreflightError):
        guarded.v2.checkout_sessions.create(amount=1000, currency="clp", ui_mode="embedded")
    assert [path for path, _, _ in api.requests] == ["/v1/checkout_sessions"]


def test_what_the_client_cannot_send_is_sent(api: Api) -> None:
    request = {
        **PAYMENT,
        "amount": Decimal("45000.00"),
        "currency": Currency.CLP,
        "expires_at": datetime(2026, 1, 14, 12, tzinfo=timezone.utc),
    }
    client = client_of(api)
    with pytest.raises(TypeError):
        client.v2.checkout_sessions.create(**request)
    warned: list[Report] = []
    guard(client, now=NOW, strict=True, on_warnings=warned.append).v2.checkout_sessions.create(**request)
    [(_, body, _)] = api.requests
    assert json.loads(body) == {**PAYMENT, "expires_at": "2026-01-14T12:00:00+00:00"}
    assert warned == []


def test_warnings_are_told(api: Api) -> None:
    warned: list[Report] = []
    guarded = guard(client_of(api), now=NOW, on_warnings=warned.append)
    guarded.v2.checkout_sessions.create(**{**PAYMENT, "success_url": "tienda://gracias"})
    assert [violation.rule for violation in warned[0].warnings] == ["url-https"]
    assert len(api.requests) == 1


def test_the_client_that_is_given_does_not_change(api: Api) -> None:
    client = client_of(api)
    guarded = guard(client, now=NOW)
    assert isinstance(guarded, Fintoc) and guarded is not client
    client.v2.checkout_sessions.create(amount=-1)
    guarded.v2.checkout_sessions.expire("cs_1")
    assert [path for path, _, _ in api.requests] == ["/v2/checkout_sessions", "/v2/checkout_sessions/cs_1/expire"]
    assert guarded.v2.transfers is client.v2.transfers


def test_a_wrong_option_or_client_is_named_at_once() -> None:
    with pytest.raises(ValueError, match="locale"):
        guard(Fintoc("sk_test_key"), locale="fr")
    with pytest.raises(TypeError, match="fintoc.Fintoc"):
        guard(object())
