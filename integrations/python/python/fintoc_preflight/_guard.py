"""The official client of PyPI, `fintoc`, with checked requests."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from typing import Any, TypeVar

from . import _core
from ._options import Levels, Now, Version, pairs, time
from ._report import PreflightError, Report

Client = TypeVar("Client")


def guard(
    client: Client,
    *,
    now: Now = None,
    locale: str = "en",
    strict: bool = False,
    levels: Levels | None = None,
    on_warnings: Callable[[Report], None] | None = None,
) -> Client:
    """Returns a copy of an official client that checks each request to create a checkout session before it sends it.

    `checkout_sessions.create` and `v2.checkout_sessions.create` raise a `PreflightError` for a request with errors, and
    send nothing. A `datetime`, a whole `Decimal` and an `Enum`, which the client cannot send, are sent as text, as an
    integer and as their value. Everything else is as in the client that is given, which does not change.

    Args:
        client: a `fintoc.Fintoc`.
        now: the time of every request, for tests; the current time if it is `None`.
        locale: the language of the messages.
        strict: whether every warning is an error.
        levels: levels of single rules.
        on_warnings: called with the report of a valid request that has warnings.

    Raises:
        TypeError: the client has no `checkout_sessions.create`.
    """
    _core.check({}, False, True, "v2", time(now), locale, strict, pairs(levels))  # a wrong option is raised here

    def checked(manager: Any, version: Version) -> Any:
        guarded = copy.copy(manager)
        send = manager.create

        def create(idempotency_key: str | None = None, path_: str | None = None, **request: Any) -> Any:
            text, valid, report = _core.check(
                request, True, True, version, time(now), locale, strict, pairs(levels)
            )
            if not valid or text is None:
                raise PreflightError(Report(report, False))
            if report is not None and on_warnings is not None:
                on_warnings(Report(report, True))
            return send(idempotency_key=idempotency_key, path_=path_, **json.loads(text))

        guarded.create = create
        return guarded

    guarded: Any = copy.copy(client)
    try:
        guarded.checkout_sessions = checked(guarded.checkout_sessions, "v1")
        if hasattr(guarded, "v2"):
            guarded.v2 = copy.copy(guarded.v2)
            guarded.v2.checkout_sessions = checked(guarded.v2.checkout_sessions, "v2")
    except AttributeError as error:
        raise TypeError("client must be a fintoc.Fintoc") from error
    result: Client = guarded
    return result
