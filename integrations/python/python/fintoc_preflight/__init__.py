"""Checks a request to create a Fintoc checkout session before it is sent. An unofficial project."""

from ._api import (
    Difference,
    JsonSchemaTarget,
    ParsedAnswer,
    SignatureError,
    SignatureFault,
    compare_session,
    explain,
    json_schema,
    parse,
    parse_checkout_session,
    parse_event,
    rules,
    to_json,
    validate,
    verify_signature,
)
from ._catalogue import Citation, Example, FactInfo, RuleInfo
from ._generated import CheckoutSessionRequest, CheckoutSessionRequestV1, ErrorCode, RuleId
from ._guard import guard
from ._options import LevelOverride, Levels, Version
from ._report import FintocError, Level, Omitted, PreflightError, Report, Violation

__all__ = [
    "CheckoutSessionRequest",
    "CheckoutSessionRequestV1",
    "Citation",
    "Difference",
    "ErrorCode",
    "Example",
    "FactInfo",
    "FintocError",
    "JsonSchemaTarget",
    "Level",
    "LevelOverride",
    "Levels",
    "Omitted",
    "ParsedAnswer",
    "PreflightError",
    "Report",
    "RuleId",
    "RuleInfo",
    "SignatureError",
    "SignatureFault",
    "Version",
    "Violation",
    "compare_session",
    "explain",
    "guard",
    "json_schema",
    "parse",
    "parse_checkout_session",
    "parse_event",
    "rules",
    "to_json",
    "validate",
    "verify_signature",
]
