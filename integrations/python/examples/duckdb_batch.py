"""Validates a log of requests in SQL, with DuckDB.

Usage: `python duckdb_batch.py requests.parquet`, a file with a column `body`.
"""

from __future__ import annotations

import sys

import duckdb
import pyarrow as pa

from fintoc_preflight import arrow

VIOLATIONS = "STRUCT(rule VARCHAR, code VARCHAR, param VARCHAR, message VARCHAR)[]"
VERDICT = f"STRUCT(valid BOOLEAN, errors {VIOLATIONS}, warnings {VIOLATIONS})"


def register(connection: duckdb.DuckDBPyConnection, now: str | None = None) -> None:
    """Adds the function `preflight(body)` to a connection."""

    def preflight(bodies: pa.ChunkedArray) -> pa.ChunkedArray:
        return pa.chunked_array(arrow.validate(bodies, now=now))

    connection.create_function("preflight", preflight, ["VARCHAR"], VERDICT, type="arrow")


COUNT_BY_RULE = """
    SELECT rule, count(*) AS violations
    FROM (SELECT unnest(preflight(body).errors).rule AS rule FROM read_parquet(?))
    GROUP BY rule ORDER BY violations DESC, rule
"""

if __name__ == "__main__":
    with duckdb.connect() as connection:
        register(connection)
        print(connection.execute(COUNT_BY_RULE, [sys.argv[1]]).fetchall())
