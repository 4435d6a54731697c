"""The report: violations, their places, levels and messages."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any, Literal, NoReturn, TypedDict

from . import _core
from ._generated import ErrorCode, RuleId

Level = Literal["error", "warning"]
"""The level of a violation."""


@dataclass(frozen=True)
class Violation:
    """One violation of one rule at one place. It has no value of the request, only the names in its path."""

    rule: RuleId
    """The violated rule; see `explain`."""
    level: Level
    code: ErrorCode
    """An error code of Fintoc's."""
    path: tuple[str | int, ...]
    """The names and indexes from the body to the value; empty for the body."""
    param: str
    """The path in the form of Fintoc's `param`: `line_items[0].quantity`."""
    message: str
    """One sentence on what is wrong and what is expected."""
    suggestion: str | int | None = None
    """The value to put in place, if it is certain."""
    facts: dict[str, Any] = field(default_factory=dict[str, Any])
    """What the message says, in numbers and names."""

    def __str__(self) -> str:
        """Returns `level[rule] param: message` on one line, with the names of the path in visible characters."""
        place = ""
        for step in self.path:
            if isinstance(step, int):
                place += f"[{step}]"
            else:
                place += ("." if place else "") + _core.visible(step)
        return f"{self.level}[{self.rule}]{' ' if place else ''}{place}: {self.message}"

    def __hash__(self) -> int:
        return hash((self.rule, self.path, self.message))


@dataclass(frozen=True)
class Omitted:
    """The numbers of violations that a report does not list."""

    errors: int
    warnings: int


class _ErrorBody(TypedDict):
    type: Literal["invalid_request_error"]
    code: ErrorCode
    message: str
    param: str | None
    doc_url: str


class FintocError(TypedDict):
    """An error in the form of Fintoc's API."""

    error: _ErrorBody


def _violation(members: dict[str, Any]) -> Violation:
    path: list[str | int] = members.pop("path")
    return Violation(path=tuple(path), **members)


class Report:
    """Every violation in a body: errors, for which it is refused, and warnings, for a person to look at."""

    __slots__ = ("_lists", "_text", "_valid")

    def __init__(self, text: str | None, valid: bool) -> None:
        self._text = text
        self._valid = valid
        self._lists: tuple[tuple[Violation, ...], tuple[Violation, ...], Omitted | None] | None = None

    @property
    def valid(self) -> bool:
        """True if there are no errors."""
        return self._valid

    @property
    def errors(self) -> tuple[Violation, ...]:
        """The errors, in the order of the request's fields."""
        return self._read()[0]

    @property
    def warnings(self) -> tuple[Violation, ...]:
        """The warnings, in the order of the request's fields."""
        return self._read()[1]

    @property
    def omitted(self) -> Omitted | None:
        """The numbers of violations beyond 1,000 of each level; `None` if all are listed."""
        return self._read()[2]

    def _read(self) -> tuple[tuple[Violation, ...], tuple[Violation, ...], Omitted | None]:
        """Reads the text at the first use: most reports are only asked whether the request is valid."""
        if self._lists is None:
            value: Any = json.loads(self.to_json())
            errors, warnings = (tuple(map(_violation, value[name])) for name in ("errors", "warnings"))
            self._lists = (errors, warnings, Omitted(**value["omitted"]) if "omitted" in value else None)
        return self._lists

    def to_json(self) -> str:
        """Returns the report as JSON text on one line: the same bytes as in Rust and in JavaScript."""
        return self._text or '{"valid":true,"errors":[],"warnings":[]}'

    def to_fintoc_error(self) -> FintocError | None:
        """Returns the first error in the form of Fintoc's API; `None` if there is none."""
        if not self.errors:
            return None
        first = self.errors[0]
        return {
            "error": {
                "type": "invalid_request_error",
                "code": first.code,
                "message": first.message,
                "param": first.param or None,
                "doc_url": "https://fintoc.com/docs#invalid-request-error",
            }
        }

    def __str__(self) -> str:
        """Returns one line for each violation."""
        return "\n".join(str(violation) for violation in (*self.errors, *self.warnings))

    def __repr__(self) -> str:
        return f"Report(valid={self.valid}, errors={len(self.errors)}, warnings={len(self.warnings)})"

    def __eq__(self, other: object) -> bool:
        return self.to_json() == other.to_json() if isinstance(other, Report) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.to_json())

    def __bool__(self) -> NoReturn:
        """Raises: `if validate(request)` could mean that it is valid, or that there is something to report."""
        raise TypeError("use report.valid")


class PreflightError(ValueError):
    """Raised for a body with errors. Its text lists the first ten, without a value of the request."""

    def __init__(self, report: Report) -> None:
        super().__init__(report)
        self.report = report
        """The report, with at least one error."""

    def __str__(self) -> str:
        lines = [str(error) for error in self.report.errors]
        more = [f"and {len(lines) - 10} more"] if len(lines) > 10 else []
        return "\n".join(lines[:10] + more)
