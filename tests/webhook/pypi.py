"""Reads webhooks from standard input, one line of JSON each, and prints for each whether the official client for Python
accepts it at its time of arrival."""

import json
import sys
import time
from datetime import datetime

from fintoc.webhook import WebhookSignature


def is_accepted(webhook):
    now = datetime.fromisoformat(webhook["now"].replace("Z", "+00:00")).timestamp()
    time.time = lambda: now
    tolerance = webhook.get("tolerance", WebhookSignature.DEFAULT_TOLERANCE)
    try:
        return WebhookSignature.verify_header(webhook["body"], webhook["header"], webhook["secret"], tolerance)
    except Exception:  # for some headers it raises errors other than its own
        return False


for line in sys.stdin.buffer:
    print(json.dumps(is_accepted(json.loads(line))))
