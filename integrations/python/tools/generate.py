"""Writes `_generated.py`, the ids of rules and the types of requests, from the native module.

Usage: `python tools/generate.py PATH`, with the wheel installed.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from fintoc_preflight import _core

HEADER = '''"""The ids of rules, and the types of requests. Written by tools/generate.py: do not edit."""

from __future__ import annotations

from typing import Any, Literal, TypedDict
'''

TYPES = {"integer": "int", "string": "str", "boolean": "bool", "number": "float", "null": "None"}


def literal(name: str, values: list[str], documentation: str) -> str:
    members = "".join(f'    "{value}",\n' for value in values)
    return f'\n{name} = Literal[\n{members}]\n"""{documentation}"""\n'


def type_of(schema: dict[str, Any], types: dict[str, str]) -> str:
    """Returns the type of a field in Python."""
    if "$ref" in schema:
        return types[schema["$ref"].removeprefix("#/$defs/")]
    for key in ("anyOf", "oneOf"):
        if key in schema:
            return " | ".join(dict.fromkeys(type_of(part, types) for part in schema[key]))
    if "enum" in schema and all(isinstance(value, str) for value in schema["enum"]):
        return "Literal[" + ", ".join(json.dumps(value) for value in schema["enum"]) + "]"
    kinds = schema.get("type", [])
    found: list[str] = []
    for kind in [kinds] if isinstance(kinds, str) else kinds:
        if kind == "array":
            found.append(f"list[{type_of(schema.get('items', {}), types)}]")
        elif kind == "object":
            found.append("dict[str, Any]")
        else:
            found.append(TYPES[kind])
    return " | ".join(dict.fromkeys(found)) or "Any"


def typed_dict(name: str, schema: dict[str, Any], types: dict[str, str]) -> str:
    summary = schema.get("description", name).split("\n")[0]
    fields = "".join(
        f"    {field}: {type_of(value, types)}\n" for field, value in schema.get("properties", {}).items()
    )
    return f'\n\nclass {name}(TypedDict, total=False):\n    """{summary}"""\n\n{fields}'


def main(path: Path) -> None:
    rules = json.loads(_core.catalogue("en"))
    out = HEADER
    out += literal("RuleId", [rule["rule"] for rule in rules], "The id of a rule.")
    codes = sorted({code for rule in rules for code in rule["codes"]})
    out += literal("ErrorCode", codes, "An error code of Fintoc's.")
    written: dict[str, str] = {}
    for version, suffix in (("v2", ""), ("v1", "V1")):
        schema = json.loads(_core.json_schema(version, "draft-2020-12"))
        types = {name: type_of(definition, {}) for name, definition in schema["$defs"].items()}
        objects = {name: definition for name, definition in schema["$defs"].items() if "properties" in definition}
        names = {name: name.removesuffix(suffix) + suffix for name in objects}
        types |= {name: names[name] + (" | None" if "null" in objects[name]["type"] else "") for name in objects}
        written |= {names[name]: typed_dict(names[name], definition, types) for name, definition in objects.items()}
        body = "CheckoutSessionRequest" + suffix
        written[body] = typed_dict(body, schema, types)
    out += "".join(written.values())
    path.write_text(out, encoding="utf-8")


main(Path(sys.argv[1]))
