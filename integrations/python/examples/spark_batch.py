"""Validates a log of requests with Spark, by `mapInArrow`: bodies cross to Python as Arrow, and no row becomes an object.

Usage: `python spark_batch.py FOLDER`, of Parquet files with a column `body`. Needs a JDK of version 17 or newer.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator

import pyarrow as pa
from pyspark.sql import DataFrame, SparkSession

from fintoc_preflight import arrow

VIOLATIONS = "array<struct<rule: string, code: string, param: string, message: string>>"
SCHEMA = f"valid boolean, errors {VIOLATIONS}, warnings {VIOLATIONS}"


def verdicts(requests: DataFrame, now: str | None = None) -> DataFrame:
    """Returns the verdict of each request: `valid`, `errors`, `warnings`."""

    def validate(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        for batch in batches:
            yield pa.RecordBatch.from_struct_array(pa.array(arrow.validate(batch.column("body"), now=now)))

    return requests.select("body").mapInArrow(validate, SCHEMA)


def count_by_rule(requests: DataFrame, now: str | None = None) -> list[tuple[str, int]]:
    """Counts the errors by rule, the most frequent first."""
    errors = verdicts(requests, now).selectExpr("inline(errors)")
    rows = errors.groupBy("rule").count().orderBy("count", "rule", ascending=[False, True]).collect()
    return [(row["rule"], row["count"]) for row in rows]


def session() -> SparkSession:
    """Returns a session on both local cores, whose workers are of this Python."""
    os.environ["PYSPARK_PYTHON"] = sys.executable
    builder = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
    return builder.config("spark.driver.host", "127.0.0.1").getOrCreate()


if __name__ == "__main__":
    spark = session()
    print(count_by_rule(spark.read.parquet(sys.argv[1])))
    spark.stop()
