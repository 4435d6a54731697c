# pyright: strict
"""Every function, as a typed program calls it."""

from datetime import datetime, timedelta, timezone
from typing import Literal

from fintoc_preflight import (
    CheckoutSessionRequest,
    Levels,
    PreflightError,
    Report,
    RuleInfo,
    SignatureError,
    Violation,
    compare_session,
    explain,
    guard,
    json_schema,
    parse,
    parse_event,
    rules,
    to_json,
    validate,
    verify_signature,
)

now = datetime(2026, 1, 13, 12, tzinfo=timezone.utc)
levels: Levels = {"url-https": "deny"}
draft: CheckoutSessionRequest = {"amount": 45000, "currency": "CLP", "line_items": [{"quantity": 1, "price": "price_1"}]}
report: Report = validate(draft, version="v2", now=now, locale="es", strict=True, levels=levels)
violations: tuple[Violation, ...] = report.errors
paths: list[tuple[str | int, ...]] = [violation.path for violation in violations]
level: list[Literal["error", "warning"]] = [violation.level for violation in violations]
text: str = to_json(draft)
try:
    amount: int | None = parse(draft).get("amount")
    currency: str | None = parse({}, version="v1").get("currency")
except PreflightError as error:
    report = error.report
info: RuleInfo = explain("amount-positive")
when: list[str] = [rule["when"] for rule in rules(locale="es")]
title: object = json_schema("v1", target="draft-07")["title"]
event: dict[str, object] = parse_event("{}").value
params: list[str] = [difference.param for difference in compare_session({}, {})]
try:
    verify_signature(b"", "t=1,v1=a", "whsec", now=now, tolerance=timedelta(minutes=1))
except SignatureError as error:
    fault: Literal["empty-secret", "malformed-header", "outside-tolerance", "mismatch"] = error.fault


class Client:
    """Any client keeps its type."""


client: Client = guard(Client(), on_warnings=lambda report: print(report.warnings))
