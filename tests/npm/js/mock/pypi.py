"""Runs the official client for Python against the mock, whose address is the argument, and prints what it gets."""

import json
import sys

import fintoc.core

fintoc.core.API_BASE_URL = sys.argv[1]
client = fintoc.core.Fintoc("sk_test_none")
request = {
    "amount": 350000,
    "currency": "CLP",
    "success_url": "https://merchant.com/success",
    "cancel_url": "https://merchant.com/cancel",
}


def run(manager, key):
    session = manager.create(**request)
    found = manager.get(session.id)
    expired = manager.expire(session.id)
    replayed = [manager.create(idempotency_key=key, **request).id for _ in range(2)]
    try:
        manager.create(**{**request, "amount": 0})
    except fintoc.errors.InvalidRequestError as error:
        refused = str(error)
    return {
        "type": type(session).__name__,
        "is_found": found.id == session.id,
        "status": expired.status,
        "is_replayed": replayed[0] == replayed[1],
        "refused": refused.split("\n")[0],
    }


print(json.dumps([run(client.checkout_sessions, "key-1"), run(client.v2.checkout_sessions, "key-2")]))
