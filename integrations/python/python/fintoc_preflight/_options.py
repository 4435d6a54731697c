"""The options of a validation."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timezone
from typing import Literal

from ._generated import RuleId

Version = Literal["v1", "v2"]
"""A version of the API, by the endpoint of its checkout sessions."""

LevelOverride = Literal["allow", "warn", "deny"]
"""A level that a caller sets for a rule."""

Levels = Mapping[RuleId, LevelOverride]
"""Levels by rule. Other rules have their default level."""

Now = datetime | str | None
"""A datetime with a time zone, an RFC 3339 date-time, or `None` for the current time."""


def time(now: Now) -> str | None:
    """Returns the text of a time; `None` for the current time.

    Raises:
        TypeError: `now` is a number, for example.
        ValueError: `now` has no time zone, as that of `datetime.now()`.
    """
    if now is None or isinstance(now, str):
        return now
    if not isinstance(now, datetime):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise TypeError("now must be a datetime with a time zone, or an RFC 3339 date-time")
    if now.utcoffset() is None:
        raise ValueError("now has no time zone; datetime.now(timezone.utc) has one")
    return now.astimezone(timezone.utc).isoformat()


def pairs(levels: Levels | None) -> list[tuple[str, str]] | None:
    """Returns the levels as the core takes them."""
    return [(rule, level) for rule, level in levels.items()] if levels else None
