"""Options, reports, the catalogue, answers and webhooks."""

from __future__ import annotations

import copy
import json
import pickle
import sys
import threading
import time
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from conftest import NOW, PAYMENT

import fintoc_preflight
from fintoc_preflight import (
    PreflightError,
    SignatureError,
    compare_session,
    explain,
    json_schema,
    parse,
    parse_checkout_session,
    parse_event,
    rules,
    validate,
    verify_signature,
)

REPOSITORY = Path(__file__).parents[3]


@pytest.mark.parametrize(
    ("options", "error", "name"),
    [
        ({"version": "v3"}, ValueError, "version"),
        ({"locale": "fr"}, ValueError, "locale"),
        ({"now": "2026-01-13"}, ValueError, "now"),
        ({"now": datetime(2026, 1, 13)}, ValueError, "now"),
        ({"now": 1768305600}, TypeError, "now"),
        ({"levels": {"url-http": "warn"}}, ValueError, "did you mean url-https?"),
        ({"levels": {"url-https": "off"}}, ValueError, "levels"),
        ({"levels": {"json-syntax": "allow"}}, ValueError, "json-syntax"),
    ],
)
def test_a_wrong_option_is_named(options: dict[str, Any], error: type[Exception], name: str) -> None:
    with pytest.raises(error, match=name.replace("?", r"\?")):
        validate(PAYMENT, **options)


def test_the_time_is_the_current_one_unless_it_is_given() -> None:
    soon = (datetime.now(timezone.utc) + timedelta(hours=1)).isoformat()
    request = {**PAYMENT, "expires_at": soon}
    assert validate(request).valid
    later = datetime.now(timezone(timedelta(hours=-3))) + timedelta(days=3)
    assert not validate(request, now=later).valid
    assert validate(request, now=later) == validate(request, now=later.isoformat())


def test_a_report_is_a_value() -> None:
    report = validate({**PAYMENT, "amount": 0}, now=NOW)
    assert copy.deepcopy(report) == report == pickle.loads(pickle.dumps(report))
    assert len({report, validate({**PAYMENT, "amount": 0}, now=NOW)}) == 1
    assert hash(report.errors[0]) == hash(copy.copy(report.errors[0]))
    with pytest.raises(AttributeError):
        report.valid = True  # type: ignore[misc] # pyright: ignore[reportAttributeAccessIssue]
    with pytest.raises(TypeError, match="report.valid"):
        bool(report)
    assert repr(report) == "Report(valid=False, errors=1, warnings=0)"
    assert str(report) == "error[amount-positive] amount: amount must be at least 1, but is 0."
    error = report.to_fintoc_error()
    assert error is not None
    assert (error["error"]["code"], error["error"]["param"]) == ("invalid_positive_integer", "amount")
    assert validate(PAYMENT, now=NOW).to_fintoc_error() is None
    many = validate({**PAYMENT, "payment_method_types": [1] * 1001}, now=NOW)
    assert many.omitted is not None and (len(many.errors), many.omitted.errors) == (1000, 1)


def test_a_name_cannot_forge_a_line_of_a_log() -> None:
    report = validate({**PAYMENT, "x\n2026 payment approved\x1b[2J": 1}, now=NOW)
    assert str(report).startswith("warning[unknown-field] x␊2026 payment approved␛[2J: ")


def test_parse_returns_plain_values_or_raises() -> None:
    request = parse({**PAYMENT, "payment_method_types": ("card",)}, now=NOW)
    assert request["payment_method_types"] == ["card"]
    assert parse(json.dumps(PAYMENT).encode(), now=NOW) == PAYMENT
    with pytest.raises(PreflightError, match="and 2 more"):
        parse({**PAYMENT, "payment_method_types": [1] * 12}, now=NOW)
    assert parse({"amount": 1000, "currency": "clp"}, version="v1", now=NOW)["amount"] == 1000


def test_the_catalogue_is_that_of_the_core() -> None:
    assert [rule["rule"] for rule in rules()] == fintoc_preflight._core.rule_ids()
    info = explain("amount-positive", locale="es-CL")
    assert info["when"] == "`amount`, o el total de los ítems cuando falta, es menor que 1"
    assert set(info) <= set(fintoc_preflight.RuleInfo.__required_keys__ | fintoc_preflight.RuleInfo.__optional_keys__)
    with pytest.raises(ValueError, match="no such rule"):
        explain("no-rule")  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]
    assert json_schema()["title"] == "CheckoutSessionRequest"
    assert json_schema("v1", target="draft-07")["$schema"] == "http://json-schema.org/draft-07/schema#"


def test_the_generated_types_are_those_of_the_core(tmp_path: Path) -> None:
    import subprocess

    written = tmp_path / "generated.py"
    subprocess.run([sys.executable, REPOSITORY / "integrations/python/tools/generate.py", written], check=True)
    committed = REPOSITORY / "integrations/python/python/fintoc_preflight/_generated.py"
    assert written.read_text() == committed.read_text(), "run tools/generate.py"


def test_answers_are_read() -> None:
    session = json.loads((REPOSITORY / "tests/session/session.json").read_text())
    parsed = parse_checkout_session({**session, "amount": "s3cr3t"})
    assert "amount" not in parsed.value and parsed.raw["amount"] == "s3cr3t"
    assert [(one.rule, one.param) for one in parsed.report.warnings] == [("type", "amount")]
    assert "s3cr3t" not in f"{parsed!r} {parsed.report}"
    event = {"id": "evt_1", "object": "event", "type": "checkout_session.finished", "data": session}
    for body in (event, json.dumps(event), json.dumps(event).encode(), memoryview(json.dumps(event).encode())):
        assert parse_event(body).value["data"]["id"] == session["id"]
    with pytest.raises(PreflightError, match="id"):
        parse_event({"object": "event"})
    assert compare_session({"amount": session["amount"]}, session) == ()
    [difference] = compare_session({"amount": 1}, session)
    assert (difference.param, difference.path, difference.kind) == ("amount", ("amount",), "other")


def test_every_webhook_vector_has_its_outcome() -> None:
    webhooks = json.loads((REPOSITORY / "tests/webhook/vectors.json").read_text())
    outcomes: set[str] = set()
    for webhook in webhooks:
        options: dict[str, Any] = {"now": webhook["now"]}
        if "tolerance" in webhook:
            options["tolerance"] = timedelta(seconds=webhook["tolerance"])
        try:
            verify_signature(webhook["body"].encode(), webhook["header"], webhook["secret"], **options)
            outcome = "verified"
        except SignatureError as error:
            outcome = error.fault
            assert webhook["secret"] not in str(error) or not webhook["secret"]
        assert outcome == webhook["outcome"], webhook["name"]
        outcomes.add(outcome)
    assert outcomes >= {"verified", "mismatch", "outside-tolerance", "malformed-header"}
    with pytest.raises(TypeError, match="as received"):
        verify_signature({"a": 1}, "", "whsec", now=NOW)  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]


def test_the_gil_is_released_while_a_body_is_validated() -> None:
    """While one thread validates, with a switch interval of minutes, another can only run if the GIL is released."""
    body = json.dumps({"metadata": {f"k{i}": "x" for i in range(40_000)}}).encode()
    interval = sys.getswitchinterval()
    sys.setswitchinterval(600)
    try:
        ticks: list[int] = []
        started, stop = threading.Event(), threading.Event()

        def count() -> None:
            started.set()
            while not stop.is_set():
                ticks.append(1)
                # Gives the GIL back, so that only a release by the other thread lets this one go on.
                time.sleep(0)

        thread = threading.Thread(target=count)
        thread.start()
        started.wait()
        grew = False
        for _ in range(200):
            before = len(ticks)
            validate(body)
            grew = grew or len(ticks) > before
            if grew:
                break
        stop.set()
        thread.join()
        assert grew
    finally:
        sys.setswitchinterval(interval)
