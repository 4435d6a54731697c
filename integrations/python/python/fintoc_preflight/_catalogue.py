"""The types of the catalogue."""

from __future__ import annotations

from typing import Literal, TypedDict

from ._generated import ErrorCode, RuleId
from ._options import Version


class _FactInfo(TypedDict):
    name: str
    type: Literal["integer", "boolean", "string", "string[]"]


class FactInfo(_FactInfo, total=False):
    """The declaration of a fact."""

    values: list[str]
    optional: bool


class Citation(TypedDict):
    """The place in a document that states a rule."""

    document: str
    title: str
    part: str


class Example(TypedDict, total=False):
    """A request as JSON text, with its version; or a description in words."""

    version: Version
    body: str
    words: str


class _RuleInfo(TypedDict):
    rule: RuleId
    level: Literal["error", "warning"]
    fixed: bool
    codes: list[ErrorCode]
    scope: str
    versions: list[Version]
    flows: list[Literal["payment", "subscription", "setup"]]
    when: str
    at: str
    marks: Literal["name", "value"]
    fields: list[str]
    depends_on: list[str]
    facts: list[FactInfo]
    sources: list[Citation]
    invalid: Example
    valid: Example


class RuleInfo(_RuleInfo, total=False):
    """The catalogue's entry for a rule."""

    note: str
