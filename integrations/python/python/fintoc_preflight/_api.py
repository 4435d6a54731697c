"""The functions of the package."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache
from typing import Any, Literal, cast, overload

from . import _core
from ._catalogue import RuleInfo
from ._generated import CheckoutSessionRequest, CheckoutSessionRequestV1, RuleId
from ._options import Levels, Now, Version, pairs, time
from ._report import PreflightError, Report

JsonSchemaTarget = Literal["draft-2020-12", "draft-07", "openapi-3.0"]
"""A dialect of JSON Schema."""


def validate(
    request: object,
    *,
    version: Version = "v2",
    now: Now = None,
    locale: str = "en",
    strict: bool = False,
    levels: Levels | None = None,
) -> Report:
    """Validates a request to create a checkout session.

    A `str`, `bytes`, `bytearray` or `memoryview` is JSON text; any other value is judged as the official client would
    send it, by `json.dumps`. That refuses a `datetime`, a `Decimal` and an `Enum` that is neither a `str` nor an `int`:
    they are judged as `guard` and `to_json` write them, with a warning of the rule `lost-in-json`. Every other value
    that JSON does not have is one error of the rule `not-serializable`, which names it.

    Args:
        request: the request, as a value or as JSON text.
        version: the version of the API.
        now: the time at which the request would be sent: a datetime with a time zone, or an RFC 3339 date-time.
        locale: the language of the messages: a tag that begins with `en` or `es`.
        strict: whether every warning is an error.
        levels: levels of single rules.

    Raises:
        TypeError, ValueError: an option is wrong. No request raises anything.
    """
    _, valid, text = _core.check(request, False, False, version, time(now), locale, strict, pairs(levels))
    return Report(text, valid)


@overload
def parse(
    request: object,
    *,
    version: Literal["v2"] = "v2",
    now: Now = None,
    locale: str = "en",
    strict: bool = False,
    levels: Levels | None = None,
) -> CheckoutSessionRequest: ...
@overload
def parse(
    request: object,
    *,
    version: Literal["v1"],
    now: Now = None,
    locale: str = "en",
    strict: bool = False,
    levels: Levels | None = None,
) -> CheckoutSessionRequestV1: ...
def parse(
    request: object,
    *,
    version: Version = "v2",
    now: Now = None,
    locale: str = "en",
    strict: bool = False,
    levels: Levels | None = None,
) -> CheckoutSessionRequest | CheckoutSessionRequestV1:
    """Returns a valid request in the form in which it would be sent: a copy, of plain dicts and lists.

    Raises:
        PreflightError: the request has errors.
        TypeError, ValueError: an option is wrong.
    """
    text, valid, report = _core.check(request, True, True, version, time(now), locale, strict, pairs(levels))
    if not valid or text is None:
        raise PreflightError(Report(report, False))
    return cast(CheckoutSessionRequest, json.loads(text))


def to_json(request: object, *, locale: str = "en") -> str:
    """Returns the JSON text of a request, as `validate` judges it.

    Raises:
        PreflightError: the request has a value that JSON does not have.
    """
    text, report = _core.to_json(request, locale)
    if text is None:
        raise PreflightError(Report(report, False))
    return text


@lru_cache
def rules(*, locale: str = "en") -> tuple[RuleInfo, ...]:
    """Returns every rule, in the order in which a report lists them."""
    return tuple(json.loads(_core.catalogue(locale)))


def explain(rule: RuleId, *, locale: str = "en") -> RuleInfo:
    """Returns the catalogue's entry for a rule.

    Raises:
        ValueError: there is no such rule.
    """
    for info in rules(locale=locale):
        if info["rule"] == rule:
            return info
    raise ValueError("there is no such rule; rules() lists them")


def json_schema(version: Version = "v2", *, target: JsonSchemaTarget = "draft-2020-12") -> dict[str, Any]:
    """Returns the JSON Schema of a request, as a new dict."""
    return cast(dict[str, Any], json.loads(_core.json_schema(version, target)))


@dataclass(frozen=True, repr=False)
class ParsedAnswer:
    """An answer of Fintoc's. Its `repr` has no value of it."""

    value: dict[str, Any]
    """The answer without its malformed fields, which have another type than documented."""
    report: Report
    """The differences from the documentation, as warnings."""
    raw: dict[str, Any]
    """The answer as received."""

    def __repr__(self) -> str:
        return f"ParsedAnswer(report={self.report!r})"


def parse_event(event: object, *, locale: str = "en", strict: bool = False) -> ParsedAnswer:
    """Reads an event, the body of a webhook. Verify its signature first, over the bytes as received.

    Raises:
        PreflightError: the event cannot be used: it is not JSON, not an object, an error of the API, without an `id`,
            or another type of object.
    """
    return _parsed(event, *_core.read_event(event, locale, strict))


def parse_checkout_session(session: object, *, locale: str = "en", strict: bool = False) -> ParsedAnswer:
    """Reads a checkout session, as the API returns it.

    Raises:
        PreflightError: the session cannot be used, for the same reasons as an event.
    """
    return _parsed(session, *_core.read_session(session, locale, strict))


def _parsed(body: object, text: str | None, report: str | None) -> ParsedAnswer:
    if text is None:
        raise PreflightError(Report(report, False))
    answer = json.loads(text)
    if isinstance(body, memoryview):
        body = cast("memoryview[int]", body).tobytes()
    raw = json.loads(body if isinstance(body, (str, bytes, bytearray)) else to_json(body))
    found = json.dumps(answer["report"], ensure_ascii=False, separators=(",", ":"))
    return ParsedAnswer(answer["value"], Report(found, True), raw)


@dataclass(frozen=True)
class Difference:
    """A field whose value in the session differs from the request."""

    path: tuple[str | int, ...]
    param: str
    kind: Literal["missing", "other"]
    message: str


def compare_session(
    request: object, session: object, *, version: Version = "v2", locale: str = "en"
) -> tuple[Difference, ...]:
    """Returns the differences between a session and the request that created it; an empty tuple if they match.

    Raises:
        PreflightError: the request has a field of the wrong type, or the session cannot be used.
    """
    text, report = _core.compare_session(request, session, version, locale)
    if text is None:
        raise PreflightError(Report(report, False))
    differences: list[dict[str, Any]] = json.loads(text)["differences"]
    return tuple(Difference(path=tuple(difference.pop("path")), **difference) for difference in differences)


SignatureFault = Literal["empty-secret", "malformed-header", "outside-tolerance", "mismatch"]
"""The reason why a webhook must not be trusted."""


class SignatureError(ValueError):
    """Raised for a webhook that must not be trusted. Its text has neither the secret nor a signature."""

    def __init__(self, fault: SignatureFault, message: str) -> None:
        super().__init__(fault, message)
        self.fault: SignatureFault = fault

    def __str__(self) -> str:
        return str(self.args[1])


def verify_signature(
    body: bytes | str,
    header: str,
    secret: str,
    *,
    now: Now = None,
    tolerance: timedelta = timedelta(minutes=5),
) -> None:
    """Verifies that Fintoc signed a webhook, at a time within `tolerance` of `now`.

    Args:
        body: the body as received, before anything parses it.
        header: the header `Fintoc-Signature`.
        secret: the secret of the endpoint.
        now: the current time.
        tolerance: the largest difference, in either direction.

    Raises:
        SignatureError: the webhook must not be trusted.
    """
    fault = _core.verify_signature(body, header, secret, time(now), tolerance.total_seconds())
    if fault is not None:
        raise SignatureError(cast(SignatureFault, fault[0]), fault[1])
