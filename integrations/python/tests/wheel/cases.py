"""Writes every vector as cases, one line of JSON each, in both languages. `cargo xtask test` adds the native reports.

Usage: `python cases.py FOLDER... > cases.jsonl`
"""

import json
import sys
from pathlib import Path

for folder in map(Path, sys.argv[1:]):
    for file in sorted(folder.glob("*.json")):
        for vector in json.loads(file.read_text(encoding="utf-8"))["cases"]:
            for locale in ("en", "es"):
                options = {
                    "version": vector["version"],
                    "now": vector["now"],
                    "locale": locale,
                    "strict": vector.get("strict", False),
                    "levels": vector.get("levels", {}),
                }
                case = {"name": vector["name"], "input": "text", "options": options}
                if "request" in vector:
                    body = json.dumps(vector["request"], ensure_ascii=False, separators=(",", ":"))
                    print(json.dumps({**case, "body": body}))
                    print(json.dumps({**case, "body": body, "input": "value"}))
                else:
                    print(json.dumps({**case, "body": vector["body"]}))
