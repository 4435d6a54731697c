"""Does what npm.js does, with Fintoc's official client for Python."""

import json
import sys

import fintoc.core

# The client takes the address from a constant.
fintoc.core.API_BASE_URL = sys.argv[1]
client = fintoc.core.Fintoc("sk_test_none")

for line in sys.stdin:
    case = json.loads(line)
    manager = client.checkout_sessions if case["version"] == "v1" else client.v2.checkout_sessions
    try:
        session = manager.create(**case["request"]).serialize()
        outcome = {"session": {"id": session["id"], "request": session["request"]}}
    except Exception as error:
        outcome = {"error": type(error).__name__, "message": str(error)}
    print(json.dumps(outcome))
