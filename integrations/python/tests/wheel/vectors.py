"""Runs the cases through the installed wheel: each report must be that of the native core, byte for byte.

Needs nothing but the wheel and the standard library. Usage: `python vectors.py cases.jsonl`
"""

import json
import platform
import sys

import fintoc_preflight
from fintoc_preflight import validate

failures = []
count = 0
with open(sys.argv[1], encoding="utf-8") as lines:
    for line in lines:
        case = json.loads(line)
        text = case["body"]
        bodies = [json.loads(text)] if case["input"] == "value" else [text, text.encode(), bytearray(text.encode())]
        for body in bodies:
            count += 1
            report = validate(body, **case["options"])
            found = json.loads(report.to_json())
            is_same = report.to_json() == case["report"] and report.valid == found["valid"]
            # The objects say what the text says.
            lists = zip(report.errors + report.warnings, found["errors"] + found["warnings"])
            is_same = is_same and all((one.rule, list(one.path)) == (other["rule"], other["path"]) for one, other in lists)
            if not is_same:
                failures.append(f"{case['name']}\n  expected {case['report']}\n  found    {report.to_json()}")

if not count:
    sys.exit("no cases")
if failures:
    print("\n".join(failures[:10]))
where = f"Python {platform.python_version()}, {fintoc_preflight.__file__}"
print(f"{where}: {count - len(failures)} passed, {len(failures)} failed")
sys.exit(bool(failures))
