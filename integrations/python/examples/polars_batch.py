"""Validates a log of requests with Polars, in batches, and counts the violations by rule.

Usage: `python polars_batch.py requests.parquet`, a file with a column `body`.
"""

from __future__ import annotations

import sys

import polars as pl

from fintoc_preflight import arrow

VIOLATION = pl.Struct({"rule": pl.String, "code": pl.String, "param": pl.String, "message": pl.String})
VERDICT = pl.Struct({"valid": pl.Boolean, "errors": pl.List(VIOLATION), "warnings": pl.List(VIOLATION)})


def verdicts(bodies: pl.Series, now: str | None = None) -> pl.Series:
    """Returns the verdicts of a column of bodies."""
    return pl.Series(bodies.name, arrow.validate(bodies, now=now))


def count_by_rule(requests: pl.LazyFrame, now: str | None = None) -> pl.LazyFrame:
    """Counts the errors by rule, the most frequent first. No body is in the result."""
    return (
        requests.select(
            pl.col("body").map_batches(lambda bodies: verdicts(bodies, now), return_dtype=VERDICT, is_elementwise=True)
        )
        .select(pl.col("body").struct.field("errors").explode().struct.field("rule"))
        .drop_nulls()
        .group_by("rule")
        .len()
        .sort("len", "rule", descending=[True, False])
    )


if __name__ == "__main__":
    print(count_by_rule(pl.scan_parquet(sys.argv[1])).collect(engine="streaming"))
