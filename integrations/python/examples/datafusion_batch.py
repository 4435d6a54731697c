"""Validates a log of requests in SQL, with DataFusion, over partitioned Parquet.

Usage: `python datafusion_batch.py FOLDER`, of Parquet files with a column `body`.
"""

from __future__ import annotations

import sys

import pyarrow as pa
from datafusion import SessionContext, udf

from fintoc_preflight import arrow

VIOLATION = pa.struct([pa.field(name, pa.string(), nullable=False) for name in ("rule", "code", "param", "message")])
VIOLATIONS = pa.list_(pa.field("item", VIOLATION, nullable=False))
VERDICT = pa.struct(
    [
        pa.field("valid", pa.bool_(), nullable=False),
        pa.field("errors", VIOLATIONS, nullable=False),
        pa.field("warnings", VIOLATIONS, nullable=False),
    ]
)

COUNT_BY_RULE = """
    SELECT violation['rule'] AS rule, count(*) AS violations
    FROM (SELECT unnest(preflight(body)['errors']) AS violation FROM requests)
    GROUP BY rule ORDER BY violations DESC, rule
"""


def register(context: SessionContext, now: str | None = None) -> None:
    """Adds the function `preflight(body)` to a context."""

    def preflight(bodies: pa.Array) -> pa.Array:
        return pa.array(arrow.validate(bodies, now=now))

    context.register_udf(udf(preflight, [pa.string()], VERDICT, "immutable", "preflight"))


if __name__ == "__main__":
    context = SessionContext()
    register(context)
    context.register_parquet("requests", sys.argv[1])
    context.sql(COUNT_BY_RULE).show()
