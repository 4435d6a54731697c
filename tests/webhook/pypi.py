"""The official client for Python, which reads the system's clock: for every webhook on standard input, a line of JSON
each, it prints whether the client accepts it at the time at which it came."""

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
    except Exception:  # for some headers it raises other errors than its own
        return False


for line in sys.stdin.buffer:
    print(json.dumps(is_accepted(json.loads(line))))
